"""An editor records, corrects, confirms, withdraws and restores events."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from balance.models import DirtySeries, Event, Participant
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    CameoCodeFactory,
    DatasetFactory,
    EventFactory,
    EventTypeFactory,
    EvidenceFactory,
    FocusFactory,
    ParticipantFactory,
)
from tests.integration.balance.admin.filling import complaints, read_form, told, with_row

LIST = "/admin/balance/event/"
ADD = "/admin/balance/event/add/"


def change(event: Event) -> str:
    return f"{LIST}{event.pk}/change/"


def filled(editor: Client, event: Event, **values: Any) -> dict[str, Any]:
    return {**read_form(editor, change(event), "event_form"), **values}


@pytest.fixture
def new(editor: Client) -> dict[str, Any]:
    """What an editor fills in for a new event, before any participant."""
    code = CameoCodeFactory(code="057", event_type=EventTypeFactory(code="SUPPORT"))
    return {
        **read_form(editor, ADD, "event_form"),
        "title": "A treaty on trade is signed",
        "when": "3 July 2024",
        "cameo_code": str(code.pk),
        "dimension": "economic",
    }


def test_an_event_is_recorded_with_what_follows_filled_in(editor, new):
    focus, partner, article = FocusFactory(), ActorFactory(), ArticleFactory()
    new |= {
        "participants-0-actor": str(focus.actor.pk),
        "participants-0-role": "initiator",
        "participants-1-actor": str(partner.pk),
        "participants-1-role": "recipient",
    }
    said = "They signed a treaty on trade."
    new = with_row(new, "evidence", article=str(article.pk), stance="supports", quote=said)

    page = editor.post(ADD, new, follow=True)

    assert not complaints(page)
    event = Event.objects.get()
    assert (event.end, event.slug) == (date(2024, 7, 4), "a-treaty-on-trade-is-signed")
    assert event.event_type.code == "SUPPORT"
    assert event.status == "proposed"
    assert [p.actor for p in event.participants.order_by("pk")] == [focus.actor, partner]
    assert event.evidence.get().quote == said


def test_the_rows_that_an_editor_leaves_empty_are_no_participants(editor, new):
    new |= {"participants-1-actor": str(ActorFactory().pk)}
    assert (new["participants-0-role"], new["participants-1-role"]) == ("initiator", "recipient")

    page = editor.post(ADD, new, follow=True)

    assert not complaints(page)
    assert Participant.objects.get().role == "recipient"


def test_an_event_without_a_title_is_refused_in_place(editor, new):
    page = editor.post(ADD, {**new, "title": ""})

    assert page.status_code == 200
    assert "This field is required" in complaints(page)
    assert not Event.objects.exists()


def test_a_second_event_of_the_same_title_gets_an_address_of_its_own(editor, new):
    EventFactory(slug="a-treaty-on-trade-is-signed")

    editor.post(ADD, new)

    assert Event.objects.filter(slug="a-treaty-on-trade-is-signed-2").exists()


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("2024-07-03", date(2024, 7, 3), date(2024, 7, 4), "day"),
        ("July 2024", date(2024, 7, 1), date(2024, 8, 1), "month"),
        ("Q3 2024", date(2024, 7, 1), date(2024, 10, 1), "quarter"),
        ("2024", date(2024, 1, 1), date(2025, 1, 1), "year"),
        ("3–8 July 2024", date(2024, 7, 3), date(2024, 7, 9), "span"),
    ],
)
def test_a_date_is_stored_as_precisely_as_it_is_written(
    editor, new, written, start, end, precision
):
    page = editor.post(ADD, {**new, "when": written})

    assert not complaints(page)
    event = Event.objects.get()
    assert (event.start, event.end, event.precision) == (start, end, precision)


def test_a_stored_date_is_shown_as_one_would_write_it(editor):
    event = EventFactory(start=date(2024, 6, 1), end=date(2024, 9, 1), precision="span")

    form = read_form(editor, change(event), "event_form")
    editor.post(change(event), form)

    assert form["when"] == "June–August 2024"
    assert "Nothing changed." in told(editor.get(LIST))


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"when": "9999-12-31"}, "from 1900 to 2100"),
        ({"when": "2100"}, "from 1900 to 2100"),
        ({"when": ""}, "This field is required"),
        ({"when": "soon"}, "no date that can be read"),
        ({"when": "\0"}, "Null characters are not allowed"),
        ({"when": "summer 2024"}, "June to August 2024"),
        ({"when": "winter 2023"}, "December 2023 to February 2024"),
        ({"when": "31 June 2024"}, "June 2024 has 30 days"),
        ({"when": "07/03/2024"}, "“7 March 2024” or “3 July 2024”"),
        ({"when": "3 July 24"}, "four digits: 2024, not 24"),
        ({"when": "3 July"}, "Write the year, too"),
        ({"when": "early July 2024"}, "without “early”"),
        ({"when": "2024-13"}, "twelve months"),
        ({"when": "5 July – 3 July 2024"}, "must come after the start"),
        ({"intensity_override": "3"}, "Say why the score of the type does not fit"),
        ({"intensity_override": "11", "intensity_reason": "Much"}, "from -10 to 10"),
        ({"intensity_override": "NaN", "intensity_reason": "Much"}, "Enter a number"),
        ({"confidence": "2"}, "from 0 to 1"),
        ({"status": "withdrawn"}, "Choose the status “withdrawn” and say why"),
        ({"withdrawn_because": "Twice"}, "Choose the status “withdrawn” and say why"),
        ({"cameo_code": ""}, "Choose a type, or a CAMEO code that has one"),
        ({"cameo_code": "999999999999999999999"}, "valid choice"),
        ({"cameo_code": "abc"}, "valid choice"),
        ({"event_type": "abc"}, "valid choice"),
        (
            {"participants-0-actor": "abc", "participants-0-role": "host"},
            "valid choice",
        ),
        ({"participants-TOTAL_FORMS": "9999999"}, "submit at most"),
        ({"participants-INITIAL_FORMS": "x"}, "tampered with"),
        ({"title": "a\x00b"}, "Null characters"),
        ({"dimension": "magic"}, "not one of the available choices"),
    ],
)
def test_a_wrong_value_is_answered_with_its_cure(editor, new, wrong, cure):
    page = editor.post(ADD, {**new, **wrong})

    assert page.status_code == 200
    assert cure in complaints(page)
    assert not Event.objects.exists()


def test_weights_are_for_all_partners_or_none(editor, new):
    for number in (0, 1):
        new[f"participants-{number}-actor"] = str(ActorFactory().pk)
        new[f"participants-{number}-role"] = "recipient"

    page = editor.post(ADD, {**new, "participants-0-weight": "2"})

    assert "or none of them" in complaints(page)
    assert not Event.objects.exists()


def test_the_focus_itself_needs_no_weight(editor, new):
    new |= {
        "participants-0-actor": str(FocusFactory().actor.pk),
        "participants-0-role": "initiator",
        "participants-1-actor": str(ActorFactory().pk),
        "participants-1-role": "recipient",
        "participants-1-weight": "2",
    }

    page = editor.post(ADD, new, follow=True)

    assert not complaints(page)
    assert Participant.objects.get(role="recipient").weight == 2


@pytest.mark.parametrize("weight", ["-1", "0", "NaN", "inf"])
def test_a_weight_is_positive(editor, new, weight):
    new |= {
        "participants-0-actor": str(ActorFactory().pk),
        "participants-0-role": "recipient",
        "participants-0-weight": weight,
    }

    page = editor.post(ADD, new)

    assert page.status_code == 200
    assert complaints(page)
    assert not Event.objects.exists()


def test_an_actor_stands_once_in_a_role(editor, new):
    actor = str(ActorFactory().pk)
    for number in (0, 1):
        new |= {f"participants-{number}-actor": actor, f"participants-{number}-role": "host"}

    page = editor.post(ADD, new)

    assert "stands twice in one role" in complaints(page)


def test_a_quotation_that_the_text_does_not_have_is_refused_in_place(editor, new):
    article = ArticleFactory(text="They signed a treaty.")
    new = with_row(new, "evidence", article=article.pk, stance="supports", quote="They fought.")

    page = editor.post(ADD, new)

    assert "does not have this quotation word for word" in complaints(page)
    assert not Event.objects.exists()


def test_a_quotation_is_taken_as_the_text_has_it(editor, new):
    article = ArticleFactory(text="They signed\na treaty  on trade.")
    typed = "signed\r\na treaty on trade"
    new = with_row(new, "evidence", article=article.pk, stance="supports", quote=typed)

    editor.post(ADD, new)

    assert Event.objects.get().evidence.get().quote == "signed\na treaty  on trade"


def test_the_same_quotation_twice_is_refused_in_place(editor, new):
    article = ArticleFactory()
    for _ in range(2):
        new = with_row(new, "evidence", article=article.pk, stance="supports", quote="")

    page = editor.post(ADD, new)

    assert "evidence of this record already" in complaints(page)


def test_a_correction_is_told_back_and_dirties_the_series(editor):
    FocusFactory()
    DatasetFactory()
    event = EventFactory(title="Old", start=date(2024, 7, 3))
    DirtySeries.objects.all().delete()

    page = editor.post(
        change(event),
        filled(editor, event, title="New", when="2024-07-05", change_reason="The paper erred."),
        follow=True,
    )

    assert "title: Old → New; start: 3 July 2024 → 5 July 2024" in told(page)
    event.refresh_from_db()
    assert (event.title, event.end) == ("New", date(2024, 7, 6))
    assert DirtySeries.objects.filter(year=2024).exists()


def test_saving_without_a_change_says_so(editor):
    event = EventFactory()
    EvidenceFactory(event=event)
    ParticipantFactory(event=event)

    page = editor.post(change(event), filled(editor, event), follow=True)

    assert "Nothing changed." in told(page)


def test_participants_and_evidence_are_removed_on_the_events_page(editor):
    event = EventFactory(recipients=[ActorFactory()])
    EvidenceFactory(event=event)

    changes = {"participants-0-DELETE": "on", "evidence-0-DELETE": "on"}
    page = editor.post(change(event), filled(editor, event, **changes), follow=True)

    assert not complaints(page)
    assert not event.participants.exists()
    assert not event.evidence.exists()
    assert "removed" in told(page)


def test_save_and_confirm_is_one_button(editor):
    event = EventFactory(status="proposed", recipients=ActorFactory.create_batch(2))
    assert "Save and confirm" in editor.get(change(event)).content.decode()

    data = filled(editor, event, _confirm="Save and confirm")
    page = editor.post(change(event), data, follow=True)

    event.refresh_from_db()
    assert event.status == "confirmed"
    assert "changes no number yet" not in told(page)


def test_a_confirmed_event_without_partners_is_saved_with_a_warning(editor):
    event = EventFactory(recipients=[ActorFactory()])

    page = editor.post(change(event), filled(editor, event, title="Alone"), follow=True)

    assert "This event changes no number yet" in told(page)


@pytest.mark.parametrize("query", ["cameo_code=abc", "event_type=abc", "start=%00", "title=%00"])
def test_nonsense_that_a_link_fills_in_is_no_error_page(editor, query):
    assert editor.get(f"{ADD}?{query}").status_code == 200


def test_the_form_leads_to_the_public_page(editor):
    event = EventFactory()

    assert f'href="{event.get_absolute_url()}"' in editor.get(change(event)).content.decode()


def test_the_list_tells_who_did_what_to_whom(editor):
    russia, host = ActorFactory(name="Russia"), ActorFactory(name="Georgia")
    event = EventFactory(initiators=[russia], recipients=[ActorFactory(name="Iran")], hosts=[host])
    EvidenceFactory(event=event)

    page = editor.get(LIST, {"q": "russia"}).content.decode()

    assert "Russia → Iran; host: Georgia" in page
    assert "3 July 2024" in page


def test_the_type_that_the_editor_chose_wins_over_the_codes(editor, new):
    chosen = EventTypeFactory(code="COERCE")

    editor.post(ADD, {**new, "event_type": str(chosen.pk)})

    assert Event.objects.get().event_type == chosen


def test_the_form_costs_as_much_with_many_participants_as_with_few(
    editor, django_assert_max_num_queries
):
    event = EventFactory(recipients=ActorFactory.create_batch(12))
    EvidenceFactory.create_batch(12, event=event)

    with django_assert_max_num_queries(16):
        page = editor.get(change(event))

    assert page.status_code == 200
