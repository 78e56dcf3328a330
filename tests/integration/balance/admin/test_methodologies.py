"""Drafts are edited, published methodologies are frozen, one is published at a time."""

import json
import re
from datetime import date
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from balance.models import Methodology
from balance.operations import editing
from balance.operations.answers import balance_answer
from balance.operations.previews import preview
from balance.queries.questions import BalanceQuestion
from tests.factories.balance import MethodologyFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import complaints, read_form, told
from tests.integration.balance.operations.world import build_world

LIST = "/admin/balance/methodology/"


def text_of(response):
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", unescape(response.content.decode())))


@pytest.fixture(autouse=True)
def no_methodology_from_the_start(db):
    """Take away what the database is born with: a methodology of the tests is the published one."""
    Methodology.objects.filter(status="draft").delete()
    Methodology.objects.published().update(status="retired")


def act(editor, action, *chosen):
    data = {"action": action, "_selected_action": [row.pk for row in chosen], "index": "0"}
    return editor.post(LIST, data, follow=True)


def test_a_draft_is_edited(editor):
    draft = MethodologyFactory()
    data = read_form(editor, f"{LIST}{draft.pk}/change/", "methodology_form")

    editor.post(f"{LIST}{draft.pk}/change/", {**data, "half_life": "180"})

    draft.refresh_from_db()
    assert draft.half_life == 180


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"half_life": "0"}, "more than 0 days"),
        ({"half_life": "Infinity"}, "Enter a number"),
        ({"kappa": "-1"}, "kappa above 0"),
        ({"weight_energy": "-1"}, "weights of 0 or more"),
        ({"version": ""}, "required"),
    ],
)
def test_a_wrong_parameter_is_answered_with_its_cure(editor, wrong, cure):
    draft = MethodologyFactory()
    data = read_form(editor, f"{LIST}{draft.pk}/change/", "methodology_form")

    assert cure in complaints(editor.post(f"{LIST}{draft.pk}/change/", {**data, **wrong}))


def test_a_published_one_is_shown_and_not_edited(editor):
    published = MethodologyFactory(status="published")

    page = editor.get(f"{LIST}{published.pk}/change/").content.decode()
    answer = editor.post(f"{LIST}{published.pk}/change/", {"half_life": "1"})

    assert 'name="half_life"' not in page
    assert answer.status_code == 403


def publish(editor, draft, note="Faster, because news is."):
    return editor.post(f"{LIST}{draft.pk}/publish/", {"note": note}, follow=True)


def test_publishing_a_draft_retires_the_one_before(editor):
    former, draft = MethodologyFactory(status="published"), MethodologyFactory()

    page = publish(editor, draft)

    assert f"{draft.version} is published; the one before it is retired." in told(page)
    assert Methodology.objects.published().get() == draft
    former.refresh_from_db()
    draft.refresh_from_db()
    assert former.status == "retired"
    assert draft.published_at
    assert draft.note == "Faster, because news is."


def test_publishing_asks_first_and_says_what_changes(editor):
    MethodologyFactory(status="published", version="2.0", half_life=365)
    draft = MethodologyFactory(version="2.1", half_life=180, scale="plover", note="Half.")

    page = unescape(act(editor, "publish", draft).content.decode())

    for words in (
        "2.1 becomes the method behind every number",
        "2.0 retires with it, and can still be asked for.",
        "<del>365</del> <ins>180</ins>",
        "<del>Goldstein, by CAMEO code</del> <ins>PLOVER, by type</ins>",
        "Half.</textarea>",
    ):
        assert words in page
    assert "Kappa" not in page
    assert Methodology.objects.published().get().version == "2.0"


def test_nothing_is_published_without_a_note(editor):
    draft = MethodologyFactory()

    page = publish(editor, draft, note=" ")

    assert "This field is required." in page.content.decode()
    assert not Methodology.objects.published().exists()


def test_no_other_way_publishes_without_a_note(db):
    draft = MethodologyFactory()

    with pytest.raises(editing.NoReason):
        editing.publish_methodology(methodology=draft, at=timezone.now(), note=" ")
    assert not Methodology.objects.published().exists()


def test_publishing_twice_publishes_once(editor):
    draft = MethodologyFactory()
    publish(editor, draft)
    when = Methodology.objects.get(pk=draft.pk).published_at

    page = publish(editor, draft)

    assert "Only a draft can be published." in told(page)
    assert Methodology.objects.get(pk=draft.pk).published_at == when


def test_the_published_one_is_retired(editor):
    published = MethodologyFactory(status="published")

    assert "is retired" in told(act(editor, "retire", published))
    assert "Only the published methodology" in told(act(editor, "retire", published))
    assert not Methodology.objects.published().exists()


def test_one_is_chosen_at_a_time(editor):
    drafts = MethodologyFactory.create_batch(2)

    assert "Choose one methodology." in told(act(editor, "publish", *drafts))
    assert not Methodology.objects.published().exists()


def test_a_new_draft_begins_with_the_numbers_of_another(editor):
    published = MethodologyFactory(status="published", half_life=90, weight_energy=2)

    act(editor, "draft_like", published)
    act(editor, "draft_like", published)

    drafts = Methodology.objects.filter(status="draft")
    assert drafts.count() == 2
    assert {(draft.half_life, draft.weight_energy) for draft in drafts} == {(90, 2)}
    assert all(draft.published_at is None for draft in drafts)


def test_no_methodology_is_deleted(editor):
    draft = MethodologyFactory()

    page = editor.post(f"{LIST}{draft.pk}/delete/", {"post": "yes"}, follow=True)

    assert "never deleted" in told(page)
    assert Methodology.objects.filter(pk=draft.pk).exists()


# --- the preview ---


@pytest.fixture
def world(db):
    """Return a world with 8 points for Russia a year before 8 points for China."""
    world = build_world()
    world.event(world.russia, on=date(2023, 7, 11))
    world.event(world.china, on=date(2024, 7, 10))
    return world


def test_the_preview_lays_the_draft_beside_the_published_one(editor, world):
    MethodologyFactory(status="published", version="2.0", half_life=365)
    draft = MethodologyFactory(version="2.1", half_life=180)

    page = text_of(editor.get(f"{LIST}{draft.pk}/preview/"))

    for words in (
        "Half-life 365 180",
        "China still leads; the largest change is",
        "The same pole leads in every one of",
        "solid as published, dashed by the draft",
        "as published",
    ):
        assert words in page


def test_the_numbers_of_the_preview_are_those_of_the_answer(editor, world):
    MethodologyFactory(status="published", version="2.0", half_life=365)
    draft = MethodologyFactory(version="2.1", half_life=180)

    found = preview(draft=draft, focus="AZE", today=date(2024, 7, 31))

    public = balance_answer(question=BalanceQuestion(focus="AZE"), today=date(2024, 7, 31))
    faster = BalanceQuestion(focus="AZE", half_life=180)
    assert found.published == public
    shares = [point["poles"]["china"]["share"] for point in found.draft["points"]]
    answer = balance_answer(question=faster, today=date(2024, 7, 31))
    assert shares == [point["poles"]["china"]["share"] for point in answer["points"]]
    assert found.draft["methodology"]["version"] == "2.1"
    assert [change.label for change in found.changes] == ["half-life"]
    assert {row.pole for row in found.differences} == {"china", "russia"}
    assert found.differences[0].on == date(2024, 7, 31)
    change = 100 * (shares[-1] - public["points"][-1]["poles"]["china"]["share"])
    assert abs(found.differences[0].points) == pytest.approx(change)


def test_a_leader_that_changes_is_told(editor, world):
    MethodologyFactory(status="published", version="2.0", half_life=365)
    world.event(world.russia, on=date(2023, 7, 12), confidence=0.5)
    draft = MethodologyFactory(version="2.1", half_life=36_500)

    found = preview(draft=draft, focus="AZE", today=date(2024, 12, 31))

    assert found.leaders[-1] == (date(2024, 12, 31), ["china"], ["russia"])


def test_without_anything_published_the_preview_says_so(editor, world):
    draft = MethodologyFactory()

    assert "No methodology is published" in text_of(editor.get(f"{LIST}{draft.pk}/preview/"))
    assert "No methodology is published" in text_of(editor.get(f"{LIST}{draft.pk}/publish/"))


def test_without_a_focus_the_preview_says_so(editor):
    MethodologyFactory(status="published")
    draft = MethodologyFactory()

    assert "There is no focus" in text_of(editor.get(f"{LIST}{draft.pk}/preview/"))


@pytest.mark.parametrize("view", ["preview", "publish"])
def test_only_who_may_change_a_draft_sees_what_it_would_do(client, world, view):
    MethodologyFactory(status="published")
    draft = MethodologyFactory()
    reader = UserFactory(is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_methodology"))

    stranger = client.get(f"{LIST}{draft.pk}/{view}/")
    client.force_login(reader)
    seen = client.get(f"{LIST}{draft.pk}/{view}/")
    sent = client.post(f"{LIST}{draft.pk}/{view}/", {"note": "Mine."})

    assert stranger.status_code == 302
    assert (seen.status_code, sent.status_code) == (403, 403)
    assert Methodology.objects.published().get() != draft


def test_no_cache_keeps_a_preview(editor, world):
    MethodologyFactory(status="published")
    draft = MethodologyFactory()

    control = editor.get(f"{LIST}{draft.pk}/preview/")["Cache-Control"]

    assert {"no-store", "private"} <= set(re.split(r",\s*", control))


@pytest.mark.parametrize("key", ["0", "abc", "999999999999999999999"])
@pytest.mark.parametrize("view", ["preview", "publish"])
def test_a_draft_that_is_not_there_is_no_error_page(editor, key, view):
    assert editor.get(f"{LIST}{key}/{view}/").status_code == 302


def test_a_published_one_has_no_preview(editor):
    published = MethodologyFactory(status="published")

    page = editor.get(f"{LIST}{published.pk}/preview/", follow=True)

    assert "Only a draft can be published." in told(page)


def test_the_public_api_never_answers_with_a_draft(client, world):
    MethodologyFactory(status="published", version="2.0")
    MethodologyFactory(version="2.1")

    answer = client.get("/api/v1/balance/AZE/?methodology=2.1")

    assert answer.status_code == 400
    assert "methodology" in json.loads(answer.content)["fields"]
    assert client.get("/api/v1/methodologies/2.1/").status_code == 404


def test_a_retired_version_can_be_asked_for_and_every_answer_names_its_version(
    editor, client, world
):
    MethodologyFactory(status="published", version="2.0", half_life=365)
    before = client.get("/api/v1/balance/AZE/").json()
    publish(editor, MethodologyFactory(version="2.1", half_life=180))

    now = client.get("/api/v1/balance/AZE/").json()
    former = client.get("/api/v1/balance/AZE/?methodology=2.0").json()

    assert now["methodology"]["version"] == "2.1"
    assert now["points"] != before["points"]
    assert former == before
    for part in ("pivots", "movers"):
        answer = client.get(f"/api/v1/balance/AZE/{part}/?methodology=2.0").json()
        assert answer["methodology"]["version"] == "2.0"


def test_the_pages_of_a_draft_are_linked_from_its_form(editor):
    draft, published = MethodologyFactory(), MethodologyFactory(status="published")

    form = editor.get(f"{LIST}{draft.pk}/change/").content.decode()
    frozen = editor.get(f"{LIST}{published.pk}/change/").content.decode()

    for view in ("preview", "publish"):
        assert f"{LIST}{draft.pk}/{view}/" in form
        assert f"{LIST}{published.pk}/{view}/" not in frozen


def test_a_frozen_version_offers_its_copy_where_it_is_shown(editor):
    published = MethodologyFactory(status="published", half_life=200)
    page = editor.get(f"{LIST}{published.pk}/change/").content.decode()
    form = page[page.index('<input type="hidden" name="action"') :]
    fields = dict(re.findall(r'name="([\w]+)" value="([^"]*)"', form[: form.index("</form>")]))

    editor.post(LIST, fields, follow=True)

    assert Methodology.objects.get(status="draft").half_life == 200


def test_a_draft_offers_no_copy_beside_its_preview(editor):
    page = editor.get(f"{LIST}{MethodologyFactory().pk}/change/").content.decode()

    assert "Copy as a new draft" not in page
