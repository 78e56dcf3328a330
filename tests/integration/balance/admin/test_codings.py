"""Coding blind: the evidence and nothing else of an event, and both codings afterwards."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Permission

from balance.models import CodedParticipant, Coding, Event
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    CameoCodeFactory,
    CodingFactory,
    EventFactory,
    EventTypeFactory,
    EvidenceFactory,
)
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import complaints, read_form, told, with_row

ADD = "/admin/balance/coding/add/"


@pytest.fixture
def event(db):
    """An event that somebody else recorded, with evidence."""
    event = EventFactory(
        title="SECRETTITLE",
        description="SECRETDESCRIPTION",
        initiators=[ActorFactory(code="AZE", name="Azerbaijan")],
        recipients=[ActorFactory(code="CHN", name="SECRETCHINA")],
        dimension="transport",
    )
    EvidenceFactory(event=event, article=ArticleFactory(title="Ministers meet"))
    return event


def filled(editor, event, **values):
    form = read_form(editor, f"{ADD}?event={event.pk}", "coding_form")
    china, aze = (event.participants.get(role=role).actor for role in ("recipient", "initiator"))
    form |= {
        "when": "2024-07-03",
        "event_type": str(EventTypeFactory().pk),
        "cameo_code": str(CameoCodeFactory().pk),
        "dimension": "economic",
        "confidence": "0.9",
        "participants-0-actor": str(aze.pk),
        "participants-0-role": "initiator",
        "participants-1-actor": str(china.pk),
        "participants-1-role": "recipient",
    }
    return {**form, **values}


def send(editor, event, **values):
    return editor.post(f"{ADD}?event={event.pk}", filled(editor, event, **values), follow=True)


def test_the_form_shows_the_evidence_and_nothing_of_the_record(editor, event):
    page = editor.get(f"{ADD}?event={event.pk}").content.decode()

    for words in ("Ministers meet", "On Monday the ministers met", "The evidence"):
        assert words in page
    assert "SECRET" not in page
    assert event.slug not in page
    assert not re.search(r"<option[^>]* selected[^>]*>\s*transport", page)


def test_afterwards_both_stand_side_by_side(editor, event):
    page = send(editor, event).content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))

    assert "Below, yours and the record." in text
    assert "SECRETTITLE" in text
    assert "Dimension transport economic no" in text
    assert "Confidence 100" in text
    assert "Recipients SECRETCHINA SECRETCHINA yes" in text
    coding = Coding.objects.get()
    assert coding.coder.username == "anna"
    assert coding.recorded["dimension"] == "transport"
    assert set(coding.participants.values_list("actor__code", "role")) == {
        ("AZE", "initiator"),
        ("CHN", "recipient"),
    }


def test_a_coding_changes_nothing_of_the_event(editor, event):
    before = Event.objects.values().get(pk=event.pk)

    send(editor, event)

    assert Event.objects.values().get(pk=event.pk) == before


def test_what_was_recorded_then_stays_beside_the_coding(editor, event):
    send(editor, event)
    event.dimension = "economic"
    event.save()

    page = editor.get(f"/admin/balance/coding/{Coding.objects.get().pk}/change/").content.decode()

    assert "transport" in page


def test_a_coder_codes_an_event_once(editor, event):
    data = filled(editor, event)
    editor.post(f"{ADD}?event={event.pk}", data)

    again = editor.post(f"{ADD}?event={event.pk}", data, follow=True)

    assert "You have coded this event already." in told(again)
    assert Coding.objects.count() == 1


@pytest.mark.parametrize("part", ["event", "participant", "evidence"])
def test_nobody_codes_blind_what_they_edited(editor, event, part):
    row = {
        "event": event,
        "participant": event.participants.first(),
        "evidence": event.evidence.first(),
    }[part]
    form = f"/admin/balance/{part}/{row.pk}/change/"
    data = read_form(editor, form, f"{part}_form")
    change = {"event": {"title": "Mine"}, "participant": {"weight": ""}, "evidence": {}}[part]
    change = change if part == "event" else {**change, "stance": "contradicts"}
    if part == "participant":
        change = {"role": "initiator" if row.role == "recipient" else "recipient"}
    assert complaints(editor.post(form, {**data, **change})) == ""

    page = editor.get(f"{ADD}?event={event.pk}", follow=True)
    posted = editor.post(f"{ADD}?event={event.pk}", {"when": "2024-07-03"}, follow=True)

    for answer in (page, posted):
        assert "You recorded or edited this event yourself" in told(answer)
    assert "No event waits for you" in editor.get(ADD).content.decode()


def test_the_next_event_looks_random_and_stays(editor, client):
    events = EventFactory.create_batch(12)
    for event in events:
        EvidenceFactory(event=event)
    EventFactory()  # Without evidence.
    EvidenceFactory(event=EventFactory(status="proposed"))
    given = []

    for _ in events:
        address = editor.get(ADD)["Location"]
        assert editor.get(ADD)["Location"] == address
        given.append(int(address.partition("event=")[2]))
        CodingFactory(event_id=given[-1])

    assert sorted(given) == sorted(event.pk for event in events)
    assert given != sorted(given)
    assert "No event waits for you" in editor.get(ADD).content.decode()


@pytest.mark.parametrize("key", ["", "0", "abc", "-1", "9" * 30, "%00", "1&event=2"])
def test_an_event_that_is_not_there_is_no_error_page(editor, key):
    assert editor.get(f"{ADD}?event={key}").status_code == 302


def test_wrong_content_is_answered_with_its_cure(editor, event):
    wrong = complaints(
        editor.post(f"{ADD}?event={event.pk}", filled(editor, event, confidence="7", when=""))
    )

    assert "Write a probability from 0 to 1" in wrong
    assert "This field is required." in wrong
    assert not CodedParticipant.objects.exists()


def test_a_coding_is_never_changed(editor):
    coding = CodingFactory()
    page = f"/admin/balance/coding/{coding.pk}/change/"

    assert editor.post(page, {"dimension": "energy"}).status_code == 403
    coding.refresh_from_db()
    assert coding.dimension == "economic"


def test_only_who_may_add_codings_codes(client, event):
    reader = UserFactory(is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_coding"))
    client.force_login(reader)

    assert client.get(f"{ADD}?event={event.pk}").status_code == 403


def test_the_desk_leads_to_coding(editor):
    assert f'href="{ADD}"' in editor.get("/admin/").content.decode()


def test_with_row_is_for_more_participants(editor, event):
    third = ActorFactory(code="TUR")
    data = filled(editor, event)
    more = with_row(data, "participants", actor=str(third.pk), role="recipient")

    editor.post(f"{ADD}?event={event.pk}", more)

    assert Coding.objects.get().participants.count() == 3


def test_days_follow_the_precision(editor, event):
    send(editor, event, when="July 2024")

    coding = Coding.objects.get()
    assert (coding.start, coding.end) == (date(2024, 7, 1), date(2024, 8, 1))
