"""Nothing an editor wrote is lost or stored twice: ended sessions, double clicks, the way back."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone

from balance.models import Actor, Dashboard, Event
from tests.factories.balance import (
    ActorFactory,
    DashboardFactory,
    EventFactory,
    EventTypeFactory,
    PanelFactory,
)
from tests.factories.users import UserFactory, person
from tests.integration.balance.admin.filling import complaints, read_form, told

EVENTS, ACTORS = "/admin/balance/event/", "/admin/balance/actor/"
LOGIN = "/admin/login/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return person("editor", username="anna")


def sign_in(browser, name, there):
    data = {"username": name, "password": "secret", "next": there}
    return browser.post(LOGIN, data, follow=True)


def opened(browser, event):
    """Sign in, open the form of the event, and return it filled in."""
    assert browser.login(username="anna", password="secret")
    browser.get("/admin/")
    data = read_form(browser, f"{EVENTS}{event.pk}/change/", "event_form")
    return {**data, "title": "A long title that somebody wrote"}


def expire_sessions():
    Session.objects.update(expire_date=timezone.now() - timedelta(hours=1))


# --- the session expires in the middle of a form ---


def test_the_form_comes_back_filled_in(client, anna):
    event = EventFactory(title="Old")
    address = f"{EVENTS}{event.pk}/change/"
    data = opened(client, event)
    expire_sessions()

    asked = client.post(address, data, follow=True)
    back = sign_in(client, "anna", address)

    assert asked.redirect_chain[-1][0].startswith(LOGIN)
    assert "nothing that you wrote is lost" in told(asked)
    assert "is not saved yet" in complaints(back)
    assert 'value="A long title that somebody wrote"' in back.content.decode()
    event.refresh_from_db()
    assert event.title == "Old"

    client.post(address, data)
    event.refresh_from_db()
    assert event.title == "A long title that somebody wrote"


def test_the_rows_of_a_new_record_come_back_as_well(client, anna):
    assert client.login(username="anna", password="secret")
    data = read_form(client, f"{EVENTS}add/", "event_form")
    iran = ActorFactory(name="Iran")
    data |= {"title": "Written for an hour", "participants-0-actor": str(iran.pk)}
    expire_sessions()

    client.post(f"{EVENTS}add/", data)
    back = sign_in(client, "anna", f"{EVENTS}add/").content.decode()

    assert "Written for an hour" in back
    assert "Iran" in back
    assert "is missing or has been tampered with" not in back
    assert not Event.objects.filter(title="Written for an hour").exists()


def test_it_comes_back_once(client, anna):
    event = EventFactory(title="Old")
    address = f"{EVENTS}{event.pk}/change/"
    data = opened(client, event)
    expire_sessions()
    client.post(address, data)
    sign_in(client, "anna", address)

    again = client.get(address)

    assert complaints(again) == ""
    assert 'value="Old"' in again.content.decode()


def test_another_user_does_not_get_it(client, anna):
    person("editor", username="ben")
    event = EventFactory(title="Old")
    address = f"{EVENTS}{event.pk}/change/"
    data = opened(client, event)
    expire_sessions()
    client.post(address, data)

    page = sign_in(client, "ben", address).content.decode()

    assert "A long title that somebody wrote" not in page
    assert "A long title" not in str(client.session.items())


def test_a_browser_that_nobody_signed_in_with_leaves_nothing_behind(client, anna):
    event = EventFactory()
    address = f"{EVENTS}{event.pk}/change/"

    client.post(address, {"title": "x"})
    client.cookies["desk"] = f"{anna.pk}:forged"
    client.post(address, {"title": "x"})

    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "content", [{"title": "x" * 1_000_001}, {"password1": "secret", "title": "x"}]
)
def test_too_much_and_passwords_are_not_kept(client, anna, content):
    event = EventFactory()
    opened(client, event)
    expire_sessions()

    client.post(f"{EVENTS}{event.pk}/change/", content)

    assert "unsent" not in client.session


def test_it_is_not_kept_for_ever(client, anna):
    event = EventFactory(title="Old")
    address = f"{EVENTS}{event.pk}/change/"
    data = opened(client, event)
    expire_sessions()
    client.post(address, data)

    with time_machine.travel(timezone.now() + timedelta(hours=13)):
        page = sign_in(client, "anna", address)

    assert "A long title that somebody wrote" not in page.content.decode()


def test_an_action_is_shown_and_sent_again(client, anna):
    event = EventFactory(status="proposed")
    opened(client, event)
    expire_sessions()
    chosen = {"action": "reject", "_selected_action": str(event.pk), "index": "0"}
    client.post(EVENTS, chosen)

    page = sign_in(client, "anna", EVENTS).content.decode()

    assert "nothing was done yet" in page
    assert f'<textarea name="_selected_action" hidden>\n{event.pk}</textarea>' in page
    event.refresh_from_db()
    assert event.status == "proposed"


def test_a_form_opened_before_signing_in_anew_is_shown_again(anna):
    browser = Client(enforce_csrf_checks=True)
    event = EventFactory(title="Old")
    address = f"{EVENTS}{event.pk}/change/"
    data = opened(browser, event)

    refused = browser.post(address, {**data, "csrfmiddlewaretoken": "x" * 64}, follow=True)

    assert "is not saved yet" in complaints(refused)
    assert "A long title that somebody wrote" in refused.content.decode()
    event.refresh_from_db()
    assert event.title == "Old"


def test_what_another_site_sends_is_refused(anna):
    browser = Client(enforce_csrf_checks=True)
    event = EventFactory(title="Old")
    data = opened(browser, event)
    del browser.cookies["desk"]  # Browsers send it to no form of another site.

    data["csrfmiddlewaretoken"] = "x" * 64
    assert browser.post(f"{EVENTS}{event.pk}/change/", data).status_code == 403


@pytest.mark.parametrize("there", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(client, anna, there):
    page = client.post(LOGIN, {"username": "anna", "password": "secret", "next": there})

    assert page.url == "/admin/"


# --- the account itself ---


def test_the_sessions_of_a_disabled_account_end(client, anna):
    client.login(username="anna", password="secret")
    assert client.get("/admin/").status_code == 200

    anna.is_active = False
    anna.save()

    assert client.get("/admin/").url.startswith(LOGIN)
    assert sign_in(client, "anna", "/admin/").context["user"].is_anonymous


def test_a_new_password_ends_the_sessions_of_the_old_one(anna):
    administrator, old, api = Client(), Client(), Client()
    administrator.force_login(UserFactory(superuser=True))
    for browser in (old, api):
        browser.login(username="anna", password="secret")
    data = {
        "usable_password": "true",
        "password1": "Kj4-long-enough",
        "password2": "Kj4-long-enough",
    }

    administrator.post(f"/admin/auth/user/{anna.pk}/password/", data)

    assert old.get("/admin/").url.startswith(LOGIN)
    proposed = api.get("/api/v1/events/?status=proposed")
    assert proposed.status_code in (400, 403)


# --- double clicks and the way back ---


def new_actor(browser, **values):
    data = read_form(browser, f"{ACTORS}add/", "actor_form")
    return data | {"name": "Atlantis", "code": "ATL", "kind": "state"} | values


def test_a_double_click_stores_one_record(editor):
    data = read_form(editor, f"{EVENTS}add/", "event_form")
    one, two = ActorFactory(), ActorFactory()
    values = event_values(one, two)

    first = editor.post(f"{EVENTS}add/", data | values, follow=True)
    second = editor.post(f"{EVENTS}add/", data | values, follow=True)

    assert complaints(first) == ""
    assert Event.objects.filter(title="Talks").count() == 1
    assert second.redirect_chain == first.redirect_chain


def event_values(one, two):
    kind = EventTypeFactory()
    return {
        "title": "Talks",
        "when": "3 July 2024",
        "event_type": str(kind.pk),
        "dimension": "diplomatic",
        "participants-0-actor": str(one.pk),
        "participants-1-actor": str(two.pk),
    }


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_time_store_one_record(editor):
    data = read_form(editor, f"{EVENTS}add/", "event_form") | event_values(
        ActorFactory(), ActorFactory()
    )
    start = Barrier(2)

    def click():
        browser = Client()
        browser.cookies = editor.cookies
        start.wait()
        browser.post(f"{EVENTS}add/", data)
        connection.close()

    clicks = [Thread(target=click) for _ in range(2)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()

    assert Event.objects.filter(title="Talks").count() == 1


def test_a_double_click_on_a_change_is_no_quarrel_with_oneself(editor):
    event = EventFactory(status="proposed")
    address = f"{EVENTS}{event.pk}/change/"
    data = read_form(editor, address, "event_form") | {"_confirm": "1"}

    editor.post(address, data)
    second = editor.post(address, data, follow=True)

    assert complaints(second) == ""
    assert event.versions.filter(status="confirmed").count() == 1


def test_who_goes_back_and_writes_something_else_is_asked(editor):
    data = new_actor(editor)
    editor.post(f"{ACTORS}add/", data)
    other = data | {"name": "Lemuria", "code": "LEM"}

    asked = editor.post(f"{ACTORS}add/", other)
    mark = asked.context["once"]
    editor.post(f"{ACTORS}add/", other | {"once": mark})

    assert "This form was saved before, as “Atlantis”." in complaints(asked)
    assert Actor.objects.filter(code__in=["ATL", "LEM"]).count() == 2


@pytest.mark.parametrize("mark", ["", "x", "\0", "%", "0" * 10_000])
def test_a_senseless_mark_is_no_error_page(editor, mark):
    page = editor.post(f"{ACTORS}add/", new_actor(editor) | {"once": mark}, follow=True)

    assert page.status_code == 200
    assert Actor.objects.filter(code="ATL").exists()


def test_a_form_that_was_refused_may_be_sent_again(editor):
    data = new_actor(editor, name="")
    refused = editor.post(f"{ACTORS}add/", data)

    editor.post(f"{ACTORS}add/", data | {"name": "Atlantis", "once": refused.context["once"]})

    assert refused.context["once"] == data["once"]
    assert Actor.objects.filter(code="ATL").count() == 1


# --- two editors at once, in the rows of a record ---


def test_a_row_that_another_added_is_told(client, anna):
    event = EventFactory(recipients=[ActorFactory(name="Iran")])
    data = opened(client, event)
    event.participants.create(actor=ActorFactory(name="Turkey"), role="host")

    page = client.post(f"{EVENTS}{event.pk}/change/", data)

    assert "participant “Turkey” added." in complaints(page)
    event.refresh_from_db()
    assert event.title != "A long title that somebody wrote"


def test_a_row_that_another_removed_is_told(client, anna):
    event = EventFactory(recipients=[ActorFactory(name="Iran"), ActorFactory(name="Turkey")])
    data = opened(client, event)
    event.participants.filter(actor__name="Iran").delete()

    page = client.post(f"{EVENTS}{event.pk}/change/", data)

    assert "participant “Iran” removed." in complaints(page)


def test_a_withdrawal_meanwhile_is_told(client, anna):
    event = EventFactory(status="confirmed")
    data = opened(client, event)
    second = Client()
    second.force_login(person("publisher", username="ben"))
    chosen = {"action": "withdraw", "_selected_action": [event.pk], "because": "Twice."}
    second.post(EVENTS, chosen)

    page = client.post(f"{EVENTS}{event.pk}/change/", data)

    assert "ben saved this record after you opened it" in complaints(page)
    event.refresh_from_db()
    assert event.status == "withdrawn"


def test_a_dashboard_whose_panels_changed_is_not_overwritten(editor):
    dashboard = DashboardFactory()
    panel = PanelFactory(dashboard=dashboard)
    address = f"/admin/balance/dashboard/{dashboard.pk}/change/"
    data = read_form(editor, address, "dashboard_form") | {"title": "Mine"}
    panel.title = "Theirs"
    panel.save()

    page = editor.post(address, data)

    assert "saved this record after you opened it" in complaints(page)
    assert Dashboard.objects.get().title != "Mine"
