"""Any version comes back, with the rows that belonged to it; what was just done is undone."""

import csv
import io
import re

import pytest

from balance.models import Actor, Event, Evidence, Participant, PoleMembership
from balance.queries.publishing import may_publish
from tests.factories.balance import (
    ActorFactory,
    ClaimFactory,
    DashboardFactory,
    EventFactory,
    EvidenceFactory,
    PanelFactory,
    PoleFactory,
)
from tests.factories.small_world import small_world
from tests.factories.users import person
from tests.integration.balance.admin.filling import complaints, read_form, told

EVENTS = "/admin/balance/event/"

pytestmark = pytest.mark.django_db


def save(browser, row, **values):
    model = row._meta.model_name
    address = f"/admin/balance/{model}/{row.pk}/change/"
    data = {**read_form(browser, address, f"{model}_form"), **values}
    return browser.post(address, data, follow=True)


def history(browser, row):
    return browser.get(f"/admin/balance/{row._meta.model_name}/{row.pk}/history/").content.decode()


def older(browser, row, number=-1):
    """Return the address that restores an older version: the first one, unless told."""
    links = re.findall(r'href="([^"]+/restore/[^"]+)"', history(browser, row))
    return links[number]


def bring_back(browser, address, **values):
    page = browser.get(address)
    data = {"because": "It was right.", "seen": page.context["form"]["seen"].value(), **values}
    return browser.post(address, data, follow=True)


def press_undo(browser, page):
    """Press the undo button beside the message of the page."""
    address = re.search(r'action="(/admin/undo/[^"]+)"', page.content.decode()).group(1)
    return browser.post(address, {"next": EVENTS}, follow=True)


def act(browser, action, *events, **values):
    chosen = [event.pk for event in events]
    data = {"action": action, "_selected_action": chosen, "index": "0", **values}
    return browser.post(EVENTS, data, follow=True)


# --- restoring ---


def test_a_version_comes_back_with_its_participants_and_evidence(editor):
    turkey, iran = ActorFactory(name="Turkey"), ActorFactory(name="Iran")
    event = EventFactory(title="Old", initiators=[turkey], recipients=[iran])
    evidence = EvidenceFactory(event=event)
    before = set(event.participants.values_list("pk", "actor", "role"))
    save(editor, event, title="New", **{"participants-0-DELETE": "on", "evidence-0-DELETE": "on"})
    assert event.participants.count() == 1

    address = older(editor, event, 0)
    page = editor.get(address).content.decode()
    done = bring_back(editor, address)

    assert "<td>New</td><td>Old</td>" in page
    assert "Turkey" in page
    assert "as it was at that moment" in told(done)
    event.refresh_from_db()
    assert event.title == "Old"
    assert set(event.participants.values_list("pk", "actor", "role")) == before
    assert Evidence.objects.get(event=event).pk == evidence.pk
    assert "It was right." in history(editor, event)


@pytest.mark.django_db(transaction=True)
def test_a_restoration_is_undone_as_well(editor):
    event = EventFactory(title="Old")

    press_undo(editor, bring_back(editor, older_after(editor, event)))

    event.refresh_from_db()
    assert event.title == "Another title"


def test_what_was_added_since_goes(editor):
    event = EventFactory(recipients=[ActorFactory(name="Iran")])
    save(editor, event, title="New")
    Participant.objects.create(event=event, actor=ActorFactory(), role="host")

    bring_back(editor, older(editor, event, -1))

    assert not event.participants.filter(role="host").exists()


def test_panels_come_back_with_their_poles(editor):
    dashboard = DashboardFactory()
    panel = PanelFactory(dashboard=dashboard, poles=[PoleFactory(code="china")])
    address = older_after(editor, dashboard)
    panel.delete()

    bring_back(editor, address)

    assert [pole.code for pole in dashboard.panels.get().poles.all()] == ["china"]


def older_after(browser, row):
    """Save the record, so that it has an older version, and return where that one is restored."""
    save(browser, row, title="Another title")
    return older(browser, row, 0)


def test_a_relation_that_is_gone_is_named(editor):
    iran = ActorFactory(name="Iran")
    event = EventFactory(recipients=[iran])
    address = older_after(editor, event)
    event.participants.all().delete()
    Actor.objects.filter(pk=iran.pk).delete()

    page = bring_back(editor, address)

    assert "It referred to “Iran” (actor), which is no longer there." in page.content.decode()
    assert not event.participants.exists()


def test_what_its_own_rules_refuse_is_not_restored(editor):
    event = EventFactory(slug="treaty")
    save(editor, event, slug="another")
    EventFactory(slug="treaty")

    page = bring_back(editor, older(editor, event))

    assert "already exists" in page.content.decode()
    event.refresh_from_db()
    assert event.slug == "another"


def test_who_restores_sees_what_another_stored_meanwhile(editor):
    event = EventFactory(title="Old")
    address = older_after(editor, event)
    seen = editor.get(address).context["form"]["seen"].value()
    save(editor, event, title="Newest")

    page = bring_back(editor, address, seen=seen)

    assert "Somebody stored this record after you opened this page." in page.content.decode()
    assert "<td>Newest</td><td>Old</td>" in page.content.decode()
    event.refresh_from_db()
    assert event.title == "Newest"


@pytest.mark.parametrize("at", ["", "x", "2024-13-45", "1900-01-01T00:00:00%2B00:00", "%00"])
def test_a_senseless_moment_leads_back(editor, at):
    event = EventFactory()

    page = editor.get(f"{EVENTS}{event.pk}/restore/?at={at}", follow=True)

    assert "No version of that moment is kept" in told(page)


def test_restoring_needs_a_reason(editor):
    event = EventFactory(title="Old")

    page = bring_back(editor, older_after(editor, event), because=" ")

    assert "This field is required" in page.content.decode()


def test_a_reader_looks_at_history_and_restores_nothing(client):
    event = EventFactory(title="Old")
    client.force_login(person("editor"))
    address = older_after(client, event)
    client.force_login(person("reader"))

    assert "restore" not in history(client, event)
    assert client.get(address).status_code == 403
    assert client.post(address, {"because": "x", "seen": 1}).status_code == 403


def test_an_editor_does_not_bring_back_what_readers_saw(client, settings):
    event = EventFactory(status="confirmed")
    client.force_login(person("editor"))
    save(client, event, status="proposed")
    settings.TWO_PAIRS_OF_EYES = True

    page = bring_back_as_it_was(client, event)

    assert "a publisher decides" in told(page)
    event.refresh_from_db()
    assert event.status == "proposed"


def bring_back_as_it_was(browser, row):
    return browser.post(older(browser, row), {"because": "x", "seen": 1}, follow=True)


# --- undo ---


def numbers(client):
    answer = client.get("/api/v1/balance/AZE/?start=2020-01-01&end=2025-01-01&step=year").json()
    return answer["points"]


@pytest.mark.django_db(transaction=True)
def test_undoing_a_withdrawal_restores_rows_links_and_every_number(editor):
    world = small_world()
    before = numbers(editor)
    links = set(Participant.objects.values_list("pk", "event", "actor"))
    proposed = EventFactory(status="proposed")

    page = act(editor, "withdraw", *Event.objects.all(), because="By mistake.")
    assert numbers(editor) != before
    page = press_undo(editor, page)

    assert "Undone" in told(page)
    assert numbers(editor) == before
    assert set(Participant.objects.values_list("pk", "event", "actor")) >= links
    proposed.refresh_from_db()
    assert (proposed.status, proposed.withdrawn_because) == ("proposed", "")
    assert world.focus


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("model", [Actor, PoleMembership])
def test_undoing_the_withdrawal_of_who_stands_where_restores_every_number(editor, model):
    small_world()
    before = numbers(editor)
    address = f"/admin/balance/{model._meta.model_name}/"
    rows = list(model.objects.filter(withdrawn_because="").values_list("pk", flat=True))

    data = {"action": "withdraw", "_selected_action": rows, "because": "By mistake."}
    page = editor.post(address, data, follow=True)
    press_undo(editor, page)

    assert not model.objects.exclude(withdrawn_because="").exists()
    assert numbers(editor) == before


def test_a_correction_is_undone_from_its_message_with_its_rows(editor):
    event = EventFactory(title="Old", recipients=[ActorFactory(name="Iran")])
    page = save(editor, event, title="New", **{"participants-0-DELETE": "on"})

    press_undo(editor, page)

    event.refresh_from_db()
    assert event.title == "Old"
    assert event.participants.get().actor.name == "Iran"


def test_what_was_undone_can_be_undone_from_the_desk(editor):
    event = EventFactory(title="Old")
    press_undo(editor, save(editor, event, title="New"))

    press_undo(editor, editor.get("/admin/"))

    event.refresh_from_db()
    assert event.title == "New"


def test_a_record_that_was_added_is_withdrawn_when_that_is_undone(editor):
    ActorFactory(code="OLD")
    data = read_form(editor, "/admin/balance/actor/add/", "actor_form")
    data |= {"name": "Atlantis", "code": "ATL", "kind": "state", "_continue": "1"}
    page = editor.post("/admin/balance/actor/add/", data, follow=True)
    assert complaints(page) == ""

    press_undo(editor, page)

    assert Actor.objects.get(code="ATL").withdrawn_because == "Undone."


def test_what_was_changed_again_is_not_undone(editor):
    event = EventFactory(title="Old")
    page = save(editor, event, title="New")
    save(editor, event, title="Newest")

    page = press_undo(editor, page)

    assert "was changed again since" in told(page)
    event.refresh_from_db()
    assert event.title == "Newest"


def test_undoing_twice_undoes_once(editor):
    event = EventFactory(title="Old")
    page = save(editor, event, title="New")

    press_undo(editor, page)
    again = press_undo(editor, page)

    assert "was changed again since" in told(again)
    event.refresh_from_db()
    assert event.title == "Old"


def test_nobody_undoes_what_he_may_not_do(client, settings):
    event = EventFactory(status="proposed")
    client.force_login(person("publisher"))
    page = act(client, "confirm", event)
    settings.TWO_PAIRS_OF_EYES = True

    for role in ("reader", "editor"):
        user = person(role)
        client.force_login(user)
        assert not may_publish(user)
        assert press_undo(client, page).status_code == 403

    event.refresh_from_db()
    assert event.status == "confirmed"


def test_the_button_leads_nowhere_else(editor):
    event = EventFactory()
    page = save(editor, event, title="New")
    address = re.search(r'action="(/admin/undo/[^"]+)"', page.content.decode()).group(1)

    assert editor.post(address, {"next": "//evil.example/"}).url == "/admin/"
    assert editor.get(address).status_code == 405


def test_an_undo_of_nothing_says_so(editor):
    nothing = "/admin/undo/00000000-0000-0000-0000-000000000000/"

    assert "nothing to undo" in told(editor.post(nothing, {}, follow=True))


# --- reading the history ---


def test_the_history_of_one_person_and_of_one_day(client):
    event = EventFactory(title="Old")
    for name in ("anna", "ben"):
        client.force_login(person("editor", username=name))
        save(client, event, title=f"Title of {name}")

    by_anna = client.get(f"{EVENTS}{event.pk}/history/?who=anna").content.decode()
    long_ago = client.get(f"{EVENTS}{event.pk}/history/?day=1999-01-01").content.decode()
    nonsense = client.get(f"{EVENTS}{event.pk}/history/?day=1999-99-99&who=%00&p=-1")

    assert "<ins>Title of anna</ins>" in by_anna
    assert "<ins>Title of ben</ins>" not in by_anna
    assert "Nothing was changed by this person on this day." in long_ago
    assert nonsense.status_code == 200


def test_the_history_as_a_table(editor):
    claim = ClaimFactory()
    save(editor, claim, text="=cmd()", change_reason="=1+1")

    page = editor.get(f"/admin/balance/claim/{claim.pk}/history/?format=csv")
    rows = list(csv.DictReader(io.StringIO(page.content.decode())))

    assert page["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[0]["who"] == "anna"
    assert rows[0]["why"] == "'=1+1"
    assert "=cmd()" in rows[0]["change"]
