"""The public log of what changed after publication."""

import html
import re

import pghistory
import pytest

from balance.models import Event
from balance.operations.editing import confirm_events, restore, withdraw
from tests.factories.balance import ActorFactory, EventFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def shown(client):
    page = html.unescape(client.get("/corrections/").content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def told(client):
    return client.get("/api/v1/corrections/").json()["results"]


def correct(event, why="", **changes):
    with pghistory.context(user=1, why=why):
        for name, value in changes.items():
            setattr(event, name, value)
        event.save()


def test_without_corrections_the_log_has_words(client):
    EventFactory(status="confirmed")

    page = shown(client)
    assert "Nothing published was corrected yet" in page
    assert "No published record was changed yet." in page
    assert told(client) == []


def test_a_correction_says_what_it_was_and_is_and_why(client):
    event = EventFactory(title="A treaty", confidence=1)

    correct(event, "The ministry denies it.", confidence=0.5, title="A draft treaty")

    page = shown(client)
    assert "1 correction of what was published" in page
    assert "corrected by an editor" in page
    assert "Title A treaty → A draft treaty" in page
    assert "Confidence 1 → 0.50" in page
    assert "Why: The ministry denies it." in page
    (row,) = told(client)
    assert (row["event"], row["kind"], row["by"]) == (event.pk, "corrected", "editor")
    assert {"field": "title", "before": "A treaty", "after": "A draft treaty"} in row["changes"]


def test_what_changes_before_confirmation_is_no_correction(client):
    event = EventFactory(status="proposed", title="A rumour")
    correct(event, title="A visit")
    confirm_events(events=Event.objects.all(), by=UserFactory(superuser=True))

    assert told(client) == []


def test_withdrawing_and_restoring_are_told_with_the_reason(client):
    event = EventFactory(title="A visit")
    withdraw(rows=Event.objects.filter(pk=event.pk), because="It never happened.")
    restore(rows=Event.objects.filter(pk=event.pk))

    restored, withdrawn = told(client)

    assert (withdrawn["kind"], withdrawn["reason"]) == ("withdrawn", "It never happened.")
    assert restored["kind"] == "restored"


def test_another_participant_is_a_correction(client):
    event = EventFactory(title="A visit", initiators=[ActorFactory(code="MIN")])
    with pghistory.context(user=1, why="It was the deputy."):
        participant = event.participants.first()
        participant.actor = ActorFactory(code="DEP", name="The deputy")
        participant.save()

    (row,) = told(client)

    assert row["changes"][0]["field"] == "participant"
    assert "The deputy" in row["changes"][0]["after"]
    assert "The deputy" in shown(client)


def test_no_editor_is_named(client, admin_user):
    event = EventFactory()
    with pghistory.context(user=admin_user.pk):
        event.title = "Another"
        event.save()

    assert admin_user.get_username() not in shown(client).replace("/admin/", "")
    assert "user" not in str(told(client))


def test_the_file_has_a_line_a_change_and_no_formula(client):
    event = EventFactory(title="A treaty")
    correct(event, "why", title="=cmd()", description="new")

    lines = client.get("/api/v1/corrections/?format=csv")

    text = b"".join(lines.streaming_content).decode()
    assert len(text.splitlines()) == 3
    assert ",=cmd()" not in text


@pytest.mark.parametrize("asked", ["page=0", "page=x", "page=99999999999999999999", "page=%00"])
def test_any_page_has_an_answer(client, asked):
    assert client.get(f"/corrections/?{asked}").status_code == 200


def test_unknown_parameters_of_the_api_are_refused(client):
    assert client.get("/api/v1/corrections/?x=1").status_code == 400


def test_a_long_log_costs_as_much_as_a_short_one(client, django_assert_max_num_queries):
    for number in range(30):
        correct(EventFactory(), "why", title=f"Title {number}")

    with django_assert_max_num_queries(6):
        page = client.get("/corrections/").content.decode()
    assert page.count('class="corrections__item"') == 25
    assert "page 1 of 2" in page
