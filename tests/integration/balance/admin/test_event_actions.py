"""An editor confirms, withdraws and restores events, one or many at once."""

from typing import Any

import pytest
from django.test import Client

from balance.models import Event
from tests.factories.balance import EventFactory
from tests.integration.balance.admin.filling import read_form, told

LIST = "/admin/balance/event/"


def change(event: Event) -> str:
    return f"{LIST}{event.pk}/change/"


def filled(editor: Client, event: Event, **values: Any) -> dict[str, Any]:
    return {**read_form(editor, change(event), "event_form"), **values}


def act(editor: Client, action: str, *events: Event, **values: Any) -> Any:
    chosen = [event.pk for event in events]
    data = {"action": action, "_selected_action": chosen, **values}
    return editor.post(LIST, data, follow=True)


def test_confirming_twice_confirms_once(editor):
    event = EventFactory(status="proposed")

    first = act(editor, "confirm", event, index="0")
    second = act(editor, "confirm", event, index="0")

    assert "1 record confirmed." in told(first)
    assert "0 records confirmed. The others were confirmed before" in told(second)
    versions = event.versions.filter(status="confirmed")  # type: ignore[attr-defined]
    assert versions.count() == 1


def test_withdrawing_asks_for_a_reason(editor):
    event = EventFactory(title="Recorded twice")

    page = act(editor, "withdraw", event, index="0")

    assert "Recorded twice" in page.content.decode()
    assert "because" in page.context["form"].fields
    event.refresh_from_db()
    assert event.status == "confirmed"


def test_withdrawing_without_a_reason_asks_again(editor):
    event = EventFactory()

    page = act(editor, "withdraw", event, because=" ")

    assert "This field is required" in page.content.decode()
    event.refresh_from_db()
    assert event.status == "confirmed"


@pytest.mark.parametrize("status", ["confirmed", "proposed", "rejected"])
def test_restoring_gives_an_event_its_status_again(editor, status):
    event = EventFactory(status=status)

    act(editor, "withdraw", event, because="Recorded twice.")
    event.refresh_from_db()
    assert (event.status, event.withdrawn_because) == ("withdrawn", "Recorded twice.")

    page = act(editor, "restore", event, index="0")

    event.refresh_from_db()
    assert (event.status, event.withdrawn_because) == (status, "")
    assert "1 record restored." in told(page)


def test_withdrawing_across_pages_takes_all_that_were_found(editor):
    events = EventFactory.create_batch(3)

    act(editor, "withdraw", events[0], because="A test.", select_across="1")

    assert Event.objects.filter(status="withdrawn").count() == 3


def test_a_status_chosen_on_the_form_clears_the_reason_of_a_withdrawal(editor):
    event = EventFactory(status="withdrawn")

    editor.post(change(event), filled(editor, event, status="confirmed"))

    event.refresh_from_db()
    assert (event.status, event.withdrawn_because) == ("confirmed", "")


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        ("propose", "confirmed", "proposed"),
        ("reject", "proposed", "rejected"),
        ("reject", "confirmed", "confirmed"),
        ("confirm", "rejected", "confirmed"),
        ("confirm", "withdrawn", "withdrawn"),
    ],
)
def test_actions_move_an_event_between_its_states(editor, action, before, after):
    event = EventFactory(status=before)

    act(editor, action, event, index="0")

    event.refresh_from_db()
    assert event.status == after


def test_no_event_is_deleted(editor):
    event = EventFactory()

    page = editor.post(f"{LIST}{event.pk}/delete/", {"post": "yes"}, follow=True)

    assert "withdraw the record with a reason" in told(page)
    assert Event.objects.filter(pk=event.pk).exists()
    assert "delete_selected" not in editor.get(LIST).content.decode()
