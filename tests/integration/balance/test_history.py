"""Every change of an editorial row leaves a version, however it was made."""

from itertools import pairwise

import pghistory
import pytest
from django.apps import apps
from django.db import connection

from articles.history import is_kept
from articles.models import Article
from balance.models import Actor, Event, PoleMembership
from tests.factories.articles import ArticleFactory
from tests.factories.balance import ActorFactory, EventFactory, PoleMembershipFactory

pytestmark = pytest.mark.django_db

# Archives, logs, and what is derived or says how the system fares. All else is editors' work.
WITHOUT_HISTORY = {
    "DailySeries",
    "Dataset",
    "Decision",
    "DirtySeries",
    "FeedHealth",
    "Fingerprint",
    "Heartbeat",
    "Server",
    "Job",
    "Proposal",
    "ProposalParticipant",
    "Ranking",
    "Reading",
    "Run",
    "Record",
    "SeriesVersion",
    "Visit",
}


def _models():
    for app in ("articles", "balance"):
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "pgh_obj"):
                yield model


def _versions_of(model):
    return {
        relation.related_model
        for relation in model._meta.related_objects
        if relation.name == "versions"
    }


def labels(row):
    return list(row.versions.order_by("pgh_id").values_list("pgh_label", flat=True))


def test_every_model_of_editors_keeps_versions():
    without = {model.__name__ for model in _models() if not _versions_of(model)}

    assert without == WITHOUT_HISTORY


def test_versions_copy_every_column_that_is_not_computed():
    for model in _models():
        for version in _versions_of(model):
            due = {f.name for f in model._meta.local_concrete_fields if is_kept(f)}
            kept = {f.name for f in version._meta.local_concrete_fields}
            assert {name for name in kept if not name.startswith("pgh_")} == due


def test_a_row_leaves_a_version_when_it_comes_changes_and_goes():
    actor = ActorFactory(name="Persia")
    actor.name = "Iran"
    actor.save()
    versions = type(actor.versions.get(pgh_label="insert")).objects.filter(pgh_obj=actor.pk)
    actor.delete()

    assert list(versions.order_by("pgh_id").values_list("pgh_label", "name")) == [
        ("insert", "Persia"),
        ("update", "Iran"),
        ("delete", "Iran"),
    ]


def test_many_rows_at_once_leave_a_version_each():
    actors = Actor.objects.bulk_create(ActorFactory.build_batch(3))
    Actor.objects.update(name="Somebody")
    for actor in actors:
        actor.name = "Somebody else"
    Actor.objects.bulk_update(actors, ["name"])
    versions = [actor.versions.all() for actor in actors]
    Actor.objects.all().delete()

    for kept in versions:
        assert list(kept.order_by("pgh_id").values_list("pgh_label", flat=True)) == [
            "insert",
            "update",
            "update",
            "delete",
        ]


def test_a_change_past_the_models_leaves_a_version_too():
    actor = ActorFactory()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE balance_actor SET name = 'Iran' WHERE id = %s", [actor.pk])

    assert actor.versions.get(pgh_label="update").name == "Iran"


def test_saving_a_row_unchanged_leaves_no_version():
    actor = ActorFactory()

    actor.save()

    assert labels(actor) == ["insert"]


def test_rows_that_go_with_another_leave_a_version():
    event = EventFactory(recipients=[ActorFactory()])
    part = event.participants.get()
    versions = part.versions.all()

    event.delete()

    assert versions.filter(pgh_label="delete").exists()


def test_changes_in_one_transaction_have_times_of_their_own():
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        began = cursor.fetchone()[0]

    actor = ActorFactory()
    for name in ("Persia", "Iran"):
        Actor.objects.filter(pk=actor.pk).update(name=name)

    times = list(actor.versions.order_by("pgh_id").values_list("pgh_created_at", flat=True))
    assert all(earlier < later for earlier, later in pairwise([began, *times]))


@pytest.mark.parametrize(("model", "factory"), [(Event, EventFactory), (Article, ArticleFactory)])
def test_a_search_vector_is_computed_and_never_copied(model, factory):
    row = factory(title="A treaty on trade")

    assert model.objects.filter(search="treaty").exists()
    assert not hasattr(row.versions.get(), "search")


def test_what_was_withdrawn_and_why_stays_known_after_it_is_restored():
    membership = PoleMembershipFactory()
    for reason in ("Never joined.", ""):
        PoleMembership.objects.filter(pk=membership.pk).update(withdrawn_because=reason)

    reasons = membership.versions.order_by("pgh_id").values_list("withdrawn_because", flat=True)
    assert list(reasons) == ["", "Never joined.", ""]


def test_a_version_says_who_changed_the_row_and_why():
    actor = ActorFactory()
    with pghistory.context(user=7, why="As the ministry says."):
        Actor.objects.filter(pk=actor.pk).update(name="Iran")

    without, with_context = actor.versions.order_by("pgh_id")
    assert without.pgh_context is None
    assert with_context.pgh_context.metadata == {"user": 7, "why": "As the ministry says."}
