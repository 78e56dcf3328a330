"""An editor merges two records, and parts them again."""

import pytest
from django.contrib.auth.models import Group

from balance.models import Merger
from balance.operations.merging import merge
from tests.factories.balance import ActorFactory, EventFactory, MergerFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import told

LIST = "/admin/balance/event/"


def act(editor, *events, **values):
    chosen = [event.pk for event in events]
    data = {"action": "merge", "_selected_action": chosen, "index": "0", **values}
    return editor.post(LIST, data, follow=True)


def test_the_two_stand_side_by_side_before_anything_happens(editor):
    one = EventFactory(title="A visit", initiators=[ActorFactory(name="Georgia")])
    two = EventFactory(title="The same visit")

    page = act(editor, one, two).content.decode()

    assert "Are these two one?" in page
    assert "Georgia" in page
    assert "The same visit" in page
    assert not Merger.objects.exists()


def test_the_one_chosen_is_kept_and_the_other_page_leads_there(editor, client):
    one, two = EventFactory(title="A visit"), EventFactory(title="The same visit")

    page = act(editor, one, two, kept=two.pk, because="One visit.")

    assert "“A visit” is now part of “The same visit”." in told(page)
    assert client.get(f"/events/{one.pk}/").headers["Location"] == f"/events/{two.pk}/"


def test_the_page_of_an_absorbed_actor_leads_to_the_one_kept(client, db):
    kept, absorbed = ActorFactory(code="CHN"), ActorFactory(code="PRC")
    merge(kept=kept, absorbed=absorbed, because="One state.")

    assert client.get("/actors/PRC/").headers["Location"] == "/actors/CHN/"


@pytest.mark.parametrize("count", [1, 3])
def test_any_other_number_than_two_is_refused(editor, count):
    page = act(editor, *EventFactory.create_batch(count))

    assert "Choose two records" in told(page)


@pytest.mark.parametrize("values", [{"kept": "99"}, {"kept": "x"}, {"because": " "}])
def test_a_wrong_form_is_shown_again(editor, values):
    one, two = EventFactory.create_batch(2)

    page = act(editor, one, two, **{"kept": one.pk, "because": "One visit.", **values})

    assert page.context["form"].errors
    assert not Merger.objects.exists()


def test_where_two_pairs_of_eyes_are_asked_for_editors_do_not_merge(client, db, settings):
    settings.TWO_PAIRS_OF_EYES = True
    editor = UserFactory(username="anna", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    client.force_login(editor)

    page = act(client, *EventFactory.create_batch(2), kept="1", because="One visit.")

    assert "Two pairs of eyes" in told(page)
    assert not Merger.objects.exists()


def test_a_refused_merger_says_what_to_do(editor):
    one, two = EventFactory(), EventFactory(status="withdrawn")

    page = act(editor, one, two, kept=one.pk, because="One visit.")

    assert "restore it first" in page.content.decode()


def test_a_button_parts_the_two(editor):
    one, two = EventFactory.create_batch(2)
    merger = merge(kept=one, absorbed=two, because="One visit.")
    assert "Part the two again" in editor.get(merger.get_absolute_url()).content.decode()

    page = editor.post(f"/admin/balance/merger/{merger.pk}/part/", follow=True)

    assert "The two are parted" in told(page)
    two.refresh_from_db()
    assert two.status == "confirmed"
    again = editor.post(f"/admin/balance/merger/{merger.pk}/part/", follow=True)
    assert "parted before" in told(again)


def test_parting_needs_a_press_of_the_button_and_the_right(editor, client):
    merger = MergerFactory()
    assert editor.get(f"/admin/balance/merger/{merger.pk}/part/").status_code == 405
    assert editor.post("/admin/balance/merger/999/part/").status_code == 302

    client.force_login(UserFactory(username="reader", is_staff=True))
    assert client.post(f"/admin/balance/merger/{merger.pk}/part/").status_code in (302, 403)
    merger.refresh_from_db()
    assert merger.undone_at is None
