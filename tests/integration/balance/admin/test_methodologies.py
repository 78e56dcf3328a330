"""Drafts are edited, published methodologies are frozen, one is published at a time."""

import pytest

from balance.models import Methodology
from tests.factories.balance import MethodologyFactory
from tests.integration.balance.admin.filling import complaints, read_form, told

LIST = "/admin/balance/methodology/"


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


def test_publishing_a_draft_retires_the_one_before(editor):
    former, draft = MethodologyFactory(status="published"), MethodologyFactory()

    page = act(editor, "publish", draft)

    assert f"{draft.version} is published; the one before it is retired." in told(page)
    assert Methodology.objects.published().get() == draft
    former.refresh_from_db()
    draft.refresh_from_db()
    assert former.status == "retired"
    assert draft.published_at


def test_publishing_twice_publishes_once(editor):
    draft = MethodologyFactory()
    act(editor, "publish", draft)
    when = Methodology.objects.get(pk=draft.pk).published_at

    page = act(editor, "publish", draft)

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
