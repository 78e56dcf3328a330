"""The review page: a proposal beside its article, decided on, and what goes wrong meanwhile."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from balance.models import Decision, Event, Evidence, Proposal
from balance.operations import deciding
from tests.factories import balance as factories
from tests.factories.articles import ArticleFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import complaints, read_form, told

QUEUE = "/admin/balance/proposal/"
FRONT = f"{QUEUE}review/"
MOST_QUERIES = 45  # Of the page, whatever the article and the queue hold.


def page_of(proposal: Proposal) -> str:
    return f"{FRONT}{proposal.pk}/"


def propose(article=None, **wanted) -> Proposal:
    """Make a proposal between two actors, of an article of its own unless told."""
    actors = factories.ActorFactory.create_batch(2)
    return factories.ProposalFactory(
        article=article or ArticleFactory(),
        initiators=actors[:1],
        recipients=actors[1:],
        **wanted,
    )


@pytest.fixture
def proposal(db):
    return propose()


@pytest.fixture
def rival(proposal):
    """Somebody else who decides on proposals."""
    return UserFactory(username="ramin", superuser=True)


def filled(editor: Client, proposal: Proposal, **changed: str) -> dict[str, str]:
    """Return what the form sends: as proposed, with some boxes changed."""
    return read_form(editor, page_of(proposal), "proposal_form") | {"_accept": "1"} | changed


def accept(editor: Client, proposal: Proposal, **changed: str):
    return editor.post(page_of(proposal), filled(editor, proposal, **changed), follow=True)


# --- looking ---


def test_the_front_leads_to_what_is_likeliest_and_keeps_the_filters(editor, proposal):
    propose(score=0.2)

    assert editor.get(FRONT).headers["Location"] == page_of(proposal)
    low = editor.get(f"{FRONT}?chance=low").headers["Location"]
    assert low == f"{page_of(Proposal.objects.latest('pk'))}?chance=low"


def test_an_empty_queue_says_so(editor, db):
    assert "No proposal waits" in editor.get(FRONT).content.decode()
    assert "under these filters" in editor.get(f"{FRONT}?chance=low").content.decode()


def test_the_sentence_stands_in_its_text_with_its_actors_marked(editor):
    article = ArticleFactory()
    start = article.text.index("They signed")
    marks = [{"start": start, "end": start + 4, "role": "initiator", "code": "CHN"}]
    factories.ActorFactory(code="CHN", name="China")

    page = editor.get(page_of(propose(article, marks=marks))).content.decode()

    marked = page[page.index('id="said"') :]
    assert marked.index('title="China">They</span> signed') < marked.index("</mark>")


def test_a_text_that_changed_is_shown_beside_the_sentence_as_it_was(editor, proposal):
    article = proposal.article
    article.text = "Another text."
    article.save()

    page = editor.get(page_of(proposal)).content.decode()

    assert "no longer has this sentence" in page
    assert proposal.sentence in page


def test_neighbours_are_by_rank(editor):
    first, middle, last = (propose(score=score) for score in (0.9, 0.5, 0.1))

    page = editor.get(page_of(middle)).content.decode()

    assert "Proposal 2 of 3" in page
    assert f'data-key="p" href="{page_of(first)}"' in page
    assert f'data-key="n" href="{page_of(last)}"' in page


@pytest.mark.parametrize("many", [2, 12])
def test_the_page_costs_as_much_with_many_proposals_as_with_few(
    editor, django_assert_max_num_queries, many
):
    article = ArticleFactory()
    proposals = [propose(article, key=f"{number}") for number in range(many)]
    for _ in range(many):
        factories.EventFactory(
            start=date(2024, 7, 2),
            initiators=[proposals[0].participants.all()[0].actor],
            recipients=[factories.ActorFactory()],
        )
    page = page_of(proposals[0])
    editor.get(page)

    with django_assert_max_num_queries(MOST_QUERIES):
        editor.get(page)


# --- deciding ---


def test_accepting_makes_the_event_and_shows_the_next_proposal(editor, proposal):
    following = propose(score=0.5)

    page = accept(editor, proposal)

    event = Event.objects.get()
    assert page.redirect_chain[-1][0] == page_of(following)
    assert f"Accepted: “{event.title}”" in page.content.decode()
    assert event.status == Event.Status.CONFIRMED
    assert Evidence.objects.get(event=event).quote == proposal.sentence
    assert {part.role for part in event.participants.all()} == {"initiator", "recipient"}
    decision = Decision.objects.get()
    assert (decision.outcome, decision.by.username) == ("accepted", "anna")
    assert decision.opened_at is not None


def test_what_the_editor_corrects_is_recorded(editor, proposal):
    other = factories.ActorFactory(name="Turkey")
    changed = {
        "title": "A better title",
        "when": "July 2024",
        "participants-1-actor": str(other.pk),
        "participants-1-role": "recipient",
    }

    accept(editor, proposal, **changed)

    event = Event.objects.get()
    assert (event.title, event.start, event.precision) == (
        "A better title",
        date(2024, 7, 1),
        "month",
    )
    assert event.participants.get(role="recipient").actor == other
    assert Decision.objects.get().outcome == "edited"


def test_a_row_without_its_actor_is_left_out_and_one_can_be_added(editor, proposal):
    host = factories.ActorFactory()
    changed = {
        "participants-1-actor": "",
        "participants-2-actor": str(host.pk),
        "participants-2-role": "host",
        "participants-TOTAL_FORMS": "3",
    }

    accept(editor, proposal, **changed)

    roles = Event.objects.get().participants.values_list("role", flat=True)
    assert sorted(roles) == ["host", "initiator"]


def test_a_form_with_mistakes_keeps_its_content_and_stores_nothing(editor, proposal):
    page = accept(editor, proposal, title="Mine", when="summer 2024", quote="Never said.")

    assert page.status_code == 200
    content = page.content.decode()
    assert 'value="Mine"' in content
    assert "summer 2024" in content
    assert "does not have this quotation" in content
    assert not Event.objects.exists()
    assert Proposal.objects.get(pk=proposal.pk).state == "waiting"


def test_a_recorded_event_takes_the_article_as_evidence_with_one_press(editor, proposal):
    event = factories.EventFactory(
        start=date(2024, 7, 3), initiators=[part.actor for part in proposal.participants.all()]
    )
    assert event.title in editor.get(page_of(proposal)).content.decode()

    page = editor.post(page_of(proposal), {"_attach": str(event.pk)}, follow=True)

    assert f"evidence of “{event.title}”" in page.content.decode()
    assert Evidence.objects.get(event=event).article == proposal.article
    assert Event.objects.count() == 1


def test_rejecting_keeps_the_reason(editor, proposal):
    editor.post(page_of(proposal), {"_reject": "wrong date"})
    other = propose()
    editor.post(page_of(other), {"_reject": "", "because": "In our own words\0"})

    reasons = Decision.objects.order_by("pk").values_list("because", flat=True)
    assert list(reasons) == ["wrong date", "In our own words"]


def test_undoing_brings_the_proposal_back(editor, proposal):
    accept(editor, proposal)
    decision = Decision.objects.get()

    page = editor.post(f"{FRONT}undo/{decision.pk}/", follow=True)

    assert page.redirect_chain[-1][0] == page_of(proposal)
    assert "Undone" in told(page)
    assert Event.objects.get().status == Event.Status.WITHDRAWN
    again = editor.post(f"{FRONT}undo/{decision.pk}/", follow=True)
    assert "undone before" in told(again)


def test_what_was_decided_an_hour_ago_is_not_offered_for_undoing(editor, proposal, time_machine):
    time_machine.move_to(datetime(2024, 7, 5, 9, tzinfo=UTC))
    editor.post(page_of(proposal), {"_reject": ""})
    assert "Undo <kbd>" in editor.get(FRONT).content.decode()

    time_machine.move_to(datetime(2024, 7, 5, 10, 1, tzinfo=UTC))
    assert "Undo <kbd>" not in editor.get(FRONT).content.decode()


def test_taking_it_and_giving_it_back(editor, proposal):
    editor.post(page_of(proposal), {"_assign": "1"})
    assert Proposal.objects.get().assigned_to.username == "anna"

    editor.post(page_of(proposal), {"_unassign": "1"})
    assert Proposal.objects.get().assigned_to is None


# --- what goes wrong ---


def test_of_two_editors_the_second_is_told_and_nothing_is_stored_twice(editor, proposal, rival):
    sent = filled(editor, proposal)
    deciding.reject(
        proposal=proposal, by=rival, at=timezone.now(), opened_at=None, because="no act"
    )

    page = editor.post(page_of(proposal), sent, follow=True)

    assert "ramin decided on this proposal before you" in told(page)
    assert "ramin rejected it" in page.content.decode()
    assert not Event.objects.exists()


def test_a_double_click_is_one_event_and_leads_on(editor, proposal):
    following = propose(score=0.5)
    sent = filled(editor, proposal)

    pages = [editor.post(page_of(proposal), sent, follow=True) for _ in range(2)]

    assert [page.redirect_chain[-1][0] for page in pages] == [page_of(following)] * 2
    assert told(pages[1]) == ""
    assert Event.objects.count() == 1


def test_a_decided_proposal_shows_both_versions(editor, proposal):
    accept(editor, proposal, title="A better title")

    page = editor.get(page_of(proposal)).content.decode()

    assert "accepted it with changes" in page
    assert f"<td>{proposal.title}</td><td>A better title</td>" in page


def test_a_proposal_that_is_gone_is_not_found(editor, proposal):
    sent = filled(editor, proposal)
    address = page_of(proposal)
    proposal.delete()

    assert editor.get(address).status_code == editor.post(address, sent).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"_attach": "x"},
        {"_attach": "9" * 30},
        {"_attach": "0"},
        {"_accept": "1"},
        {"_accept": "1", "participants-TOTAL_FORMS": "x"},
        {"_accept": "1", "title": "\0"},
        {"_reject": "x" * 5000, "opened_at": "2024-13-45T00:00"},
        {"_reject": "", "because": "y", "opened_at": "9999-01-01T00:00:00+00:00"},
    ],
)
def test_nonsense_is_no_error_page(editor, proposal, sent):
    for address in (page_of(proposal), f"{page_of(proposal)}effect/"):
        assert editor.post(address, sent, follow=True).status_code in (200, 400, 404)
    assert editor.get(f"{page_of(proposal)}?chance=%00&nonsense=1&p=x").status_code == 200
    assert editor.get(f"{FRONT}undo/1/").status_code == 405


# --- the effect ---


def test_the_effect_follows_the_form_and_says_when_it_cannot_be_told(editor, proposal):
    address = f"{page_of(proposal)}effect/"
    sent = filled(editor, proposal)

    without = editor.post(address, sent).json()
    broken = editor.post(address, sent | {"when": "summer"}).json()

    assert "No focus takes part" in without["says"]
    assert "cannot be told" in broken["says"]


def test_the_effect_on_the_balance_is_told_before_saving(editor, db):
    factories.MethodologyFactory()
    aze = factories.FocusFactory(is_default=True).actor
    china = factories.PoleMembershipFactory(pole=factories.PoleFactory(code="china")).actor
    today = timezone.localdate()
    proposal = factories.ProposalFactory(start=today, initiators=[aze], recipients=[china])

    page = editor.get(page_of(proposal)).content.decode()

    assert "points, share none → 100.0\N{NO-BREAK SPACE}%" in page


# --- who may ---


def member(role: str, name: str) -> Client:
    user = UserFactory(username=name, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def test_readers_look_and_do_not_decide(proposal):
    reader = member("reader", "leyla")

    page = reader.get(page_of(proposal)).content.decode()

    assert "not decide on them" in page
    assert "_accept" not in page
    assert reader.post(page_of(proposal), {"_reject": ""}).status_code == 403
    assert "Accept those" not in reader.get(QUEUE).content.decode()


@pytest.mark.parametrize(("role", "status"), [("editor", "proposed"), ("publisher", "confirmed")])
def test_editors_propose_where_two_pairs_of_eyes_are_asked_for(proposal, settings, role, status):
    settings.TWO_PAIRS_OF_EYES = True
    client = member(role, "nigar")
    is_editor = role == "editor"
    label = "Accept, for a publisher to confirm"
    assert (label in client.get(page_of(proposal)).content.decode()) == is_editor

    accept(client, proposal)

    assert Event.objects.get().status == status


def test_a_claim_is_accepted_as_a_claim(editor, db):
    factories.FocusFactory(is_default=True)
    claim = factories.ProposalFactory(
        kind="claim", claim_kind="forecast", event_type=None, speaker="Farid Shafiyev"
    )

    page = accept(editor, claim)

    assert complaints(page) == ""
    assert Decision.objects.get().outcome == "accepted"
    record = Decision.objects.get().claim
    assert (record.speaker_name, record.kind) == ("Farid Shafiyev", "forecast")
