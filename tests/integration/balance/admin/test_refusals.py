"""What the database refuses comes back on the form with its content and a cure, never an error."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

import balance
from articles.admin.editorial import EditorialAdmin
from articles.admin.refusals import SENTENCES
from balance.admin import events, participants
from balance.models import Actor, Event, PoleMembership
from tests.factories.balance import (
    ActorFactory,
    EventFactory,
    FocusFactory,
    PoleFactory,
    PoleMembershipFactory,
)
from tests.integration.balance.admin.filling import complaints, read_form, told, with_row

ACTORS = "/admin/balance/actor/"
MEMBERSHIPS = "/admin/balance/polemembership/"


def actor_form(editor: Any, actor: Actor) -> dict[str, Any]:
    return read_form(editor, f"{ACTORS}{actor.pk}/change/", "actor_form")


def test_every_constraint_has_a_sentence():
    declared = {
        constraint.name
        for app in ("articles", "balance")
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
    }
    sql = Path(balance.__file__).parent / "sql"
    raised = {
        name
        for file in sql.glob("truths_*.sql")
        for name in re.findall(r"balance_refuse\('(\w+)'", file.read_text())
    }

    assert raised
    assert declared | raised <= set(SENTENCES)


@pytest.mark.django_db
def test_no_sentence_is_about_a_constraint_that_is_gone():
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes")
        there = {name for (name,) in cursor.fetchall()}

    assert set(SENTENCES) <= there


def test_pole_weights_of_an_actor_sum_to_at_most_1(editor):
    stay = PoleMembershipFactory(weight=0.7)
    other = PoleFactory()
    new = read_form(editor, f"{MEMBERSHIPS}add/", "polemembership_form")
    new |= {"actor": str(stay.actor.pk), "pole": str(other.pk), "weight": "0.4"}

    page = editor.post(f"{MEMBERSHIPS}add/", new)

    assert page.status_code == 200
    assert "would sum to more than 1" in complaints(page)
    assert 'value="0.4"' in page.content.decode()
    assert PoleMembership.objects.count() == 1


def test_weights_may_be_exchanged_in_one_save(editor):
    actor = ActorFactory()
    light = PoleMembershipFactory(actor=actor, weight=0.3)  # Saved first: 1.4 for a moment.
    heavy = PoleMembershipFactory(actor=actor, weight=0.7)
    data = actor_form(editor, actor)
    rows = {data[f"pole_memberships-{n}-id"]: n for n in (0, 1)}
    data[f"pole_memberships-{rows[str(heavy.pk)]}-weight"] = "0.3"
    data[f"pole_memberships-{rows[str(light.pk)]}-weight"] = "0.7"

    page = editor.post(f"{ACTORS}{actor.pk}/change/", data, follow=True)

    assert not complaints(page)
    heavy.refresh_from_db()
    light.refresh_from_db()
    assert (heavy.weight, light.weight) == (0.3, 0.7)


def test_no_actor_is_in_a_pole_twice_at_once(editor):
    stay = PoleMembershipFactory(weight=0.1)
    new = read_form(editor, f"{MEMBERSHIPS}add/", "polemembership_form")
    new |= {"actor": str(stay.actor.pk), "pole": str(stay.pole.pk), "weight": "0.1"}

    page = editor.post(f"{MEMBERSHIPS}add/", {**new, "valid": "2020 –"})

    assert "in this pole already" in complaints(page)


def test_two_rows_of_one_form_that_overlap_are_refused_in_place(editor):
    actor, pole = ActorFactory(), PoleFactory()
    data = actor_form(editor, actor)
    for start in ("2020-01-01", "2021-01-01"):
        data = with_row(data, "pole_memberships", pole=pole.pk, weight="0.1", valid=f"{start} –")

    page = editor.post(f"{ACTORS}{actor.pk}/change/", data)

    assert page.status_code == 200
    assert "in this pole already" in complaints(page)
    assert not PoleMembership.objects.exists()


@pytest.mark.parametrize(
    ("span", "cure"),
    [
        ("2020-01-01 – 2020-01-01", "must come after the start"),
        ("2021-01-01 – 2020-01-01", "must come after the start"),
        ("soon", "no date that can be read"),
    ],
)
def test_a_membership_lasts(editor, span, cure):
    new = read_form(editor, f"{MEMBERSHIPS}add/", "polemembership_form")
    new |= {"actor": str(ActorFactory().pk), "pole": str(PoleFactory().pk)}
    new |= {"valid": span}

    assert cure in complaints(editor.post(f"{MEMBERSHIPS}add/", new))


def test_a_membership_may_be_open_at_both_ends(editor):
    new = read_form(editor, f"{MEMBERSHIPS}add/", "polemembership_form")
    new |= {"actor": str(ActorFactory().pk), "pole": str(PoleFactory().pk)}

    editor.post(f"{MEMBERSHIPS}add/", new)

    valid = PoleMembership.objects.get().valid
    assert valid.lower_inf
    assert valid.upper_inf


def test_affiliations_form_no_circle(editor):
    chief = ActorFactory(name="Chief")
    aide = ActorFactory(affiliation=chief)

    page = editor.post(
        f"{ACTORS}{chief.pk}/change/",
        {**actor_form(editor, chief), "affiliation": str(aide.pk)},
    )

    assert page.status_code == 200
    assert "by way of others" in complaints(page)
    assert f'<option value="{aide.pk}" selected>' in page.content.decode()


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"code": "aze"}, "capital letters"),
        ({"name": ""}, "required"),
        ({"wikidata": "227"}, "such as Q227"),
        ({"poles_from_members": "on"}, "Only an organisation or a bloc has members"),
    ],
)
def test_a_wrong_value_of_an_actor_is_answered_with_its_cure(editor, wrong, cure):
    new = read_form(editor, f"{ACTORS}add/", "actor_form")
    new |= {"code": "NEW", "name": "New", "kind": "state", **wrong}

    assert cure in complaints(editor.post(f"{ACTORS}add/", new))


def test_a_code_in_use_is_refused_in_place(editor):
    ActorFactory(code="AZE")
    new = read_form(editor, f"{ACTORS}add/", "actor_form")

    page = editor.post(f"{ACTORS}add/", {**new, "code": "AZE", "name": "A", "kind": "state"})

    assert "already exists" in complaints(page)


def test_what_only_the_commit_would_refuse_is_refused_on_the_form(editor, monkeypatch):
    """Two editors may meet: then the form's own check sees nothing, and the database objects."""
    monkeypatch.setattr(participants.ParticipantFormSet, "clean", lambda formset: None)
    event = EventFactory(title="Before", recipients=ActorFactory.create_batch(2))
    data = read_form(editor, f"/admin/balance/event/{event.pk}/change/", "event_form")
    data |= {"title": "After", "participants-0-weight": "2"}

    page = editor.post(f"/admin/balance/event/{event.pk}/change/", data, follow=True)

    assert page.status_code == 200
    assert "or none of them" in complaints(page)
    assert 'value="After"' in page.content.decode()
    assert not told(page)
    assert Event.objects.get().title == "Before"


def test_a_refusal_without_a_sentence_is_still_no_error_page(editor, monkeypatch):
    FocusFactory()
    monkeypatch.setattr(events.EventForm, "_post_clean", lambda form: None)
    monkeypatch.setattr(EditorialAdmin, "save_model", _write_what_no_sentence_knows)
    event = EventFactory()
    data = read_form(editor, f"/admin/balance/event/{event.pk}/change/", "event_form")

    page = editor.post(f"/admin/balance/event/{event.pk}/change/", data)

    assert page.status_code == 200
    assert "Nothing was saved." in complaints(page)


def _write_what_no_sentence_knows(*_: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO balance_focus (actor_id) VALUES (NULL)")


def test_restoring_what_would_overlap_is_refused_with_a_sentence(editor):
    stay = PoleMembershipFactory(withdrawn_because="A mistake.")
    PoleMembershipFactory(actor=stay.actor, pole=stay.pole)

    page = editor.post(
        MEMBERSHIPS,
        {"action": "restore", "_selected_action": [stay.pk], "index": "0"},
        follow=True,
    )

    assert "in this pole already" in told(page)
    stay.refresh_from_db()
    assert stay.withdrawn_because == "A mistake."


def test_a_pole_stays_in_its_scheme(editor):
    pole = PoleFactory()

    data = read_form(editor, f"/admin/balance/pole/{pole.pk}/change/", "pole_form")

    assert "scheme" not in data
    page = editor.post(f"/admin/balance/pole/{pole.pk}/change/", {**data, "code": "other"})
    assert "choose another code" in complaints(page)
