"""What holds for every table of the admin, whoever adds the next one."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.edits import is_versioned
from articles.models import Article, FeedHealth, Server, Visit
from articles.models.fingerprints import Fingerprint
from balance.models import (
    Actor,
    CameoCode,
    Claim,
    CodedParticipant,
    DailySeries,
    Decision,
    DirtySeries,
    Event,
    Focus,
    Heartbeat,
    Job,
    Merger,
    Note,
    Observation,
    Proposal,
    ProposalParticipant,
    Ranking,
    Reading,
    Record,
    Run,
    SeriesVersion,
    Tie,
    TieKind,
)
from tests.integration.balance.admin.rows import ROWS

APPS = ("articles", "balance")
FEW, MANY = 5, 30
MOST_QUERIES = 16  # Of a form, whatever hangs on it.
OURS = sorted(ROWS, key=lambda model: model._meta.label)
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
DERIVED = {
    CodedParticipant,
    DailySeries,
    Decision,
    DirtySeries,
    FeedHealth,
    Group,
    Heartbeat,
    Server,
    Job,
    Merger,
    Proposal,
    ProposalParticipant,
    Ranking,
    Reading,
    Note,
    Run,
    Record,
    SeriesVersion,
    Visit,
}
EVERY_TABLE = pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)

NONSENSE = [
    "q=%00",
    "q=" + "x" * 10_000,
    "q=(*[\\%E2%80%8F%F0%9F%98%80",
    "p=-1",
    "p=99999999999999999999",
    "o=99.-99.x",
    "id__exact=999999999999999999999999",
    "id__exact=%00",
    "status__exact=%00",
    "start__year=0&start__month=13",
    "start__year=99999",
    "password=1",
    "standing=maybe",
    "e=1",
]


def address(model: type[models.Model], *parts: Any) -> str:
    words = [model._meta.app_label, model._meta.model_name, *parts]
    return f"/admin/{'/'.join(str(word) for word in words)}/"


def make(model: type[models.Model], count: int) -> models.Model:
    """Make rows up to the count, whatever the database holds from the start; return the last."""
    for number in range(count):
        ROWS.get(model, lambda number: None)(number)  # Groups are there from the start.
    row = model._default_manager.order_by("-pk").first()
    assert row is not None
    return row


def queries(editor: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        response = editor.get(page)
    assert response.status_code == 200
    return len(asked)


def test_every_model_of_ours_is_registered_and_tested_here():
    ours = {
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "pgh_tracked_model")
    }
    ours.remove(Fingerprint)  # Numbers beside an article, which say nothing to a person.

    assert ours == {
        model for model in REGISTERED if model._meta.app_label in ("articles", "balance")
    }
    assert ours == set(ROWS)


@EVERY_TABLE
def test_a_list_costs_as_much_with_many_rows_as_with_few(editor, model):
    make(model, FEW)
    queries(editor, address(model))  # What is asked once a process is asked now.
    few = queries(editor, address(model))
    for number in range(FEW, MANY):
        ROWS[model](number)

    assert queries(editor, address(model)) == few


@EVERY_TABLE
def test_the_pages_of_a_row_open_and_show_its_history(editor, model):
    row = make(model, 1)

    history = editor.get(address(model, row.pk, "history"))

    assert queries(editor, address(model, row.pk, "change")) <= MOST_QUERIES
    assert history.status_code == 200
    assert ("Added" in history.content.decode()) == is_versioned(model)


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model.__name__)
def test_the_list_and_the_empty_form_open(editor, model):
    added = editor.get(address(model, "add")).status_code

    assert editor.get(address(model)).status_code == 200
    assert added == (403 if model in DERIVED else 200)


@pytest.mark.parametrize(
    ("source", "field", "target"),
    [
        ("participant", "actor", Actor),
        ("evidence", "article", Article),
        ("evidence", "event", Event),
        ("evidence", "tie", Tie),
        ("evidence", "claim", Claim),
        ("evidence", "observation", Observation),
        ("claim", "focus", Focus),
        ("event", "cameo_code", CameoCode),
        ("tie", "kind", TieKind),
    ],
)
def test_a_search_as_one_types_costs_as_much_with_many_rows_as_with_few(
    editor, source, field, target
):
    page = "/admin/autocomplete/?" + urlencode(
        {"app_label": "balance", "model_name": source, "field_name": field, "term": ""}
    )
    make(target, 2)
    queries(editor, page)
    few = queries(editor, page)
    make(target, 15)

    assert queries(editor, page) == few
    assert editor.get(page + "%00(*").status_code == 200


@pytest.mark.parametrize("model", sorted(DERIVED, key=lambda model: model.__name__))
def test_what_is_computed_or_imported_is_not_edited(editor, model):
    row = make(model, 1)

    assert editor.post(address(model, row.pk, "change"), {}).status_code == 403
    assert editor.post(address(model, row.pk, "delete"), {"post": "yes"}).status_code == 403


@EVERY_TABLE
def test_nonsense_in_an_address_is_no_error_page(editor, model):
    for query in NONSENSE:
        page = editor.get(f"{address(model)}?{query}", follow=True)
        assert page.status_code in (200, 400), query


@EVERY_TABLE
def test_a_row_that_is_not_there_is_no_error_page(editor, model):
    for key in ("0", "abc", "999999999999999999999999", "_00"):
        for view in ("change", "history", "delete"):
            page = editor.get(address(model, key, view), follow=True)
            assert page.status_code in (200, 403), (key, view)


def test_a_stranger_sees_nothing(client, db):
    for model in REGISTERED:
        assert client.get(address(model)).status_code == 302
