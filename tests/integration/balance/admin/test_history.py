"""The history of a record: when, who, what and why; and two editors at once."""

import pytest

from balance.models import Event
from tests.factories.balance import (
    ActorFactory,
    EventFactory,
    EvidenceFactory,
    ParticipantFactory,
)
from tests.integration.balance.admin.filling import complaints, read_form, told

LIST = "/admin/balance/event/"


def form(editor, event):
    return read_form(editor, f"{LIST}{event.pk}/change/", "event_form")


def save(editor, event, data):
    return editor.post(f"{LIST}{event.pk}/change/", data, follow=True)


def history(editor, event):
    return editor.get(f"{LIST}{event.pk}/history/").content.decode()


def test_an_edit_says_who_what_and_why(editor):
    event = EventFactory(title="Old")

    save(editor, event, {**form(editor, event), "title": "New", "change_reason": "It erred."})

    page = history(editor, event)
    assert "anna" in page
    assert "It erred." in page
    assert "<del>Old</del>" in page
    assert "<ins>New</ins>" in page


def test_the_reason_of_a_withdrawal_is_in_the_history(editor):
    event = EventFactory()

    data = {"action": "withdraw", "_selected_action": [event.pk], "because": "Recorded twice."}
    editor.post(LIST, data)

    page = history(editor, event)
    assert '<p class="edit__why">Recorded twice.</p>' in page
    assert "<ins>withdrawn</ins>" in page


def test_participants_are_part_of_the_history_of_their_event(editor):
    event = EventFactory()
    participant = ParticipantFactory(event=event, actor=ActorFactory(name="Turkey"))
    data = form(editor, event)

    save(editor, event, {**data, "participants-0-role": "mediator"})
    save(editor, event, {**form(editor, event), "participants-0-DELETE": "on"})

    page = history(editor, event)
    assert page.count("<strong>Turkey</strong>") == 3
    assert "<del>recipient</del>" in page
    assert "Removed" in page
    assert not type(participant).objects.exists()


def test_what_changed_nothing_is_not_in_the_history(editor):
    event = EventFactory()

    save(editor, event, form(editor, event))

    assert history(editor, event).count('class="edit"') == 1


def test_a_long_history_costs_as_much_as_a_short_one(editor, django_assert_max_num_queries):
    event = EventFactory(recipients=ActorFactory.create_batch(3))
    for number in range(60):
        Event.objects.filter(pk=event.pk).update(title=f"Title {number}")
    EvidenceFactory.create_batch(10, event=event)

    with django_assert_max_num_queries(14):
        page = history(editor, event)

    assert "Title 59" in page


def test_text_of_others_stays_text_in_the_history(editor):
    event = EventFactory(title="Fine")
    Event.objects.filter(pk=event.pk).update(title="<script>alert(1)</script>")

    page = history(editor, event)

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_second_of_two_editors_sees_what_the_first_one_saved(editor):
    event = EventFactory(title="Old")
    of_second = {**form(editor, event), "title": "Second"}
    save(editor, event, {**form(editor, event), "title": "First"})

    page = save(editor, event, of_second)

    assert "anna saved this record after you opened it" in complaints(page)
    assert "title is now “First”, before it was “Old”" in complaints(page)
    assert 'value="Second"' in page.content.decode()
    event.refresh_from_db()
    assert event.title == "First"


def test_who_compared_may_save_again(editor):
    event = EventFactory(title="Old")
    of_second = {**form(editor, event), "title": "Second"}
    save(editor, event, {**form(editor, event), "title": "First"})
    shown = save(editor, event, of_second)
    version = shown.context["adminform"].form["seen_version"].value()

    page = save(editor, event, {**of_second, "seen_version": version})

    assert "title: First → Second" in told(page)
    event.refresh_from_db()
    assert event.title == "Second"


@pytest.mark.parametrize("version", ["", "abc", "-1", "99999999999999999999"])
def test_a_senseless_version_is_no_error_page(editor, version):
    event = EventFactory()

    page = save(editor, event, {**form(editor, event), "seen_version": version})

    assert page.status_code == 200
