"""Where two pairs of eyes are asked for, editors propose and other people publish."""

import pytest

from balance.models import Dashboard, Event, Methodology
from balance.operations.editing import MayNotPublish, confirm_events
from balance.queries.publishing import may_publish
from tests.factories.balance import (
    DashboardFactory,
    EventFactory,
    MethodologyFactory,
    PanelFactory,
    ParticipantFactory,
)
from tests.factories.users import person
from tests.integration.balance.admin.filling import complaints, read_form, told

EVENTS, DASHBOARDS = "/admin/balance/event/", "/admin/balance/dashboard/"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_pairs(settings):
    settings.TWO_PAIRS_OF_EYES = True


@pytest.fixture
def sign_in(client):
    """Sign somebody of a role in, and return their browser."""

    def signed_in(role):
        client.force_login(person(role))
        return client

    return signed_in


def act(browser, action, *events, **values):
    chosen = [event.pk for event in events]
    data = {"action": action, "_selected_action": chosen, "index": "0", **values}
    return browser.post(EVENTS, data, follow=True)


def edit(browser, address, form, **values):
    return browser.post(address, {**read_form(browser, address, form), **values}, follow=True)


def status_of(event):
    return Event.objects.values_list("status", flat=True).get(pk=event.pk)


@pytest.mark.parametrize(
    ("role", "with_one", "with_two"),
    [
        ("reader", False, False),
        ("editor", True, False),
        ("publisher", True, True),
        ("administrator", True, True),
    ],
)
def test_who_may_publish(settings, role, with_one, with_two):
    user = person(role)

    assert may_publish(user) is with_two
    settings.TWO_PAIRS_OF_EYES = False
    assert may_publish(user) is with_one


def test_an_editor_cannot_confirm_by_the_list(sign_in):
    event = EventFactory(status="proposed")

    page = act(sign_in("editor"), "confirm", event)

    assert "a publisher decides what readers see" in told(page)
    assert status_of(event) == "proposed"


@pytest.mark.parametrize("values", [{"status": "confirmed"}, {"_confirm": "1"}])
def test_an_editor_cannot_confirm_by_the_form(sign_in, values):
    event = EventFactory(status="proposed")

    page = edit(sign_in("editor"), f"{EVENTS}{event.pk}/change/", "event_form", **values)

    assert "Only publishers confirm events here" in complaints(page)
    assert 'name="_confirm"' not in page.content.decode()
    assert status_of(event) == "proposed"


def test_an_editor_may_correct_and_reject_a_proposal(sign_in):
    event = EventFactory(status="proposed", title="Old")
    editor = sign_in("editor")

    edit(editor, f"{EVENTS}{event.pk}/change/", "event_form", title="New")
    act(editor, "reject", event)

    event.refresh_from_db()
    assert (event.title, event.status) == ("New", "rejected")


def test_a_publisher_confirms_what_an_editor_proposed(sign_in):
    event = EventFactory(status="proposed")
    edit(sign_in("editor"), f"{EVENTS}{event.pk}/change/", "event_form", title="New")

    act(sign_in("publisher"), "confirm", event)

    assert status_of(event) == "confirmed"


def test_nobody_confirms_what_only_he_worked_on(sign_in):
    event = EventFactory(status="proposed")
    publisher = sign_in("publisher")
    edit(publisher, f"{EVENTS}{event.pk}/change/", "event_form", title="Mine")

    by_list = act(publisher, "confirm", event)
    by_form = edit(publisher, f"{EVENTS}{event.pk}/change/", "event_form", status="confirmed")

    assert "wait for another publisher" in told(by_list)
    assert "Only you have worked on this event" in complaints(by_form)
    assert status_of(event) == "proposed"


def test_whoever_came_second_may_confirm(sign_in):
    event = EventFactory(status="proposed")
    edit(sign_in("publisher"), f"{EVENTS}{event.pk}/change/", "event_form", title="One")
    second = sign_in("publisher")

    edit(second, f"{EVENTS}{event.pk}/change/", "event_form", title="Two", status="confirmed")

    assert status_of(event) == "confirmed"


@pytest.mark.parametrize("action", ["withdraw", "propose"])
def test_an_editor_takes_nothing_back_that_readers_see(sign_in, action):
    event = EventFactory(status="confirmed")

    page = act(sign_in("editor"), action, event, because="A try.")

    assert "a publisher decides" in told(page)
    assert status_of(event) == "confirmed"


def test_an_editor_only_looks_at_what_readers_see(sign_in):
    event = EventFactory(status="confirmed")
    participant = ParticipantFactory(event=event)
    dashboard = DashboardFactory(status="published")
    panel = PanelFactory(dashboard=dashboard)
    editor = sign_in("editor")

    for row in (event, participant, dashboard, panel):
        address = f"/admin/balance/{row._meta.model_name}/{row.pk}/change/"
        assert editor.get(address).status_code == 200
        assert editor.post(address, {}).status_code == 403, address


def test_an_editor_leaves_dashboards_as_drafts(sign_in):
    dashboard = DashboardFactory(status="draft")
    address = f"{DASHBOARDS}{dashboard.pk}/change/"

    page = edit(sign_in("editor"), address, "dashboard_form", status="published")
    assert "save it as a draft" in complaints(page)

    edit(sign_in("publisher"), address, "dashboard_form", status="published")
    assert Dashboard.objects.get().status == "published"


def test_an_editor_leaves_methodologies_as_drafts(sign_in):
    draft = MethodologyFactory(status="draft")
    address = f"/admin/balance/methodology/{draft.pk}/publish/"

    page = sign_in("editor").post(address, {"note": "Better."}, follow=True)
    assert "a publisher decides" in told(page)
    assert Methodology.objects.get(pk=draft.pk).status == "draft"

    sign_in("publisher").post(address, {"note": "Better."})
    assert Methodology.objects.get(pk=draft.pk).status == "published"


def test_the_operation_refuses_whoever_calls_it():
    event = EventFactory(status="proposed")

    with pytest.raises(MayNotPublish):
        confirm_events(events=Event.objects.filter(pk=event.pk), by=person("editor"))


def test_one_pair_of_eyes_is_enough_unless_two_are_asked_for(sign_in, settings):
    settings.TWO_PAIRS_OF_EYES = False
    event = EventFactory(status="proposed")
    editor = sign_in("editor")
    edit(editor, f"{EVENTS}{event.pk}/change/", "event_form", title="Mine")

    act(editor, "confirm", event)

    assert status_of(event) == "confirmed"
