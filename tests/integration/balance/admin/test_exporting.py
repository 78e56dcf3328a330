"""Lists of the admin as files: the rows that are filtered or chosen, safe in a spreadsheet."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from openpyxl import load_workbook

from balance import tasks
from balance.admin import exporting
from balance.exports.lists import is_exported
from balance.exports.tables import table_file
from balance.importers.registry import KINDS
from balance.importers.sources import Upload
from balance.models import Job
from tests.factories.articles import OutletFactory
from tests.factories.balance import CameoCodeFactory, EventFactory, TieFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.rows import ROWS

EVENTS = "/admin/balance/job/export/balance/event/"
NASTY = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-x",
    "@SUM(A1)",
    "\tTab",
    "\x00=1",
    "'=quoted",
    "057",
    "a\r\nb",
]


def read(answer: Any) -> list[list[str]]:
    return list(csv.reader(StringIO(answer.content.decode(), newline="")))


def test_rows_go_out_as_they_are_filtered(editor):
    EventFactory(slug="gas", dimension="energy")
    EventFactory(slug="talks", dimension="diplomatic")

    page = editor.get(f"{EVENTS}?dimension__exact=energy")
    answer = editor.post(f"{EVENTS}?dimension__exact=energy", {"form": "csv", "columns": "events"})

    assert "1 row, as the list is filtered." in " ".join(page.content.decode().split())
    assert "attachment" in answer.headers["Content-Disposition"]
    header, *rows = read(answer)
    assert header == [column.name for column in KINDS["events"].columns]
    assert [row[0] for row in rows] == ["gas"]


def test_chosen_rows_go_out_and_no_others(editor):
    chosen, _other = EventFactory(slug="one"), EventFactory(slug="two")
    data = {"action": "export_chosen", "_selected_action": [chosen.pk], "select_across": "0"}

    page = editor.post("/admin/balance/event/", data)
    assert f'name="_selected_action" value="{chosen.pk}"' in page.content.decode()

    answer = editor.post(
        EVENTS, {"form": "csv", "columns": "", "_selected_action": [chosen.pk, "x", "9" * 40]}
    )
    header, row = read(answer)
    assert (header[0], row[0]) == ("id", str(chosen.pk))
    assert "search" not in header


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_a_spreadsheet_would_run_is_shown_instead(form):
    file = table_file([["text"], *([cell] for cell in NASTY)], form=form)

    if form == "csv":
        cells = [row[0] for row in csv.reader(StringIO(file.decode(), newline=""))]
    else:
        cells = [row[0] for row in load_workbook(BytesIO(file)).active.values]
        assert all(
            cell.data_type == "s" for (cell,) in load_workbook(BytesIO(file)).active.iter_rows()
        )
    assert cells[1] == "'=cmd|' /C calc'!A0"
    assert all(cell.startswith("'") for cell in cells[1:8])
    assert cells[8] == "057"


def test_what_goes_out_as_a_spreadsheet_comes_back_the_same(editor):
    event = EventFactory(
        slug="dance", title="=Dance", cameo_code=CameoCodeFactory(code="057"), confidence=0.25
    )
    answer = editor.post(EVENTS, {"form": "xlsx", "columns": "events"})

    header, row = (record.cells for record in Upload(answer.content).source()())
    values = dict(zip(header, row, strict=True))
    assert values["cameo_code"] == event.cameo_code.code == "057"
    assert (values["title"], values["confidence"]) == ("'=Dance", "0.25")


def test_a_long_list_is_a_job(editor, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(exporting, "AT_ONCE", 1)
    EventFactory.create_batch(3)

    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(EVENTS, {"form": "csv", "columns": "events"})
    job = Job.objects.get()

    assert answer.url == f"/admin/balance/job/{job.pk}/change/"
    assert "Download the file" in editor.get(answer.url).content.decode()
    assert len(read(editor.get(f"/admin/balance/job/{job.pk}/result/"))) == 4
    assert not tasks.run_job(job_id=job.pk)


@pytest.mark.parametrize("kind", ["relationships", "memberships"])
def test_a_tie_goes_out_in_the_columns_of_either_file(editor, kind):
    TieFactory()

    answer = editor.post("/admin/balance/job/export/balance/tie/", {"form": "csv", "columns": kind})

    assert read(answer)[0][0] == KINDS[kind].columns[0].name


EXPORTED = sorted(
    (model for model in admin.site._registry if is_exported(model)),
    key=lambda model: model._meta.label,
)


@pytest.mark.parametrize(
    "model", [model for model in EXPORTED if model in ROWS], ids=lambda model: model.__name__
)
def test_every_list_goes_out(editor, model):
    ROWS[model](1)
    address = f"/admin/balance/job/export/{model._meta.app_label}/{model._meta.model_name}/"

    answer = editor.post(address, {"form": "csv", "columns": ""})

    assert len(read(answer)) == 1 + model._default_manager.count()


def test_accounts_do_not_go_out(editor):
    assert editor.get("/admin/balance/job/export/auth/user/").status_code == 403
    assert editor.get("/admin/balance/job/export/auth/nothing/").status_code == 404
    accounts = editor.get("/admin/auth/user/").content.decode()
    assert "job/export" not in accounts
    assert "export_chosen" not in accounts
    OutletFactory()
    assert "export_chosen" in editor.get("/admin/articles/outlet/").content.decode()


def test_who_may_not_see_a_list_may_not_take_it(client: Client, db):
    client.force_login(UserFactory(username="bob", is_staff=True))

    assert client.get(EVENTS).status_code == 403
    assert client.post(EVENTS, {"form": "csv"}).status_code == 403


def test_an_export_costs_a_few_queries(editor, django_assert_max_num_queries):
    EventFactory.create_batch(30)
    editor.post(EVENTS, {"form": "csv", "columns": "events"})

    with django_assert_max_num_queries(25):
        editor.post(EVENTS, {"form": "csv", "columns": "events"})


@pytest.mark.parametrize("query", ["status__exact=%00", "id__exact=x", "o=9.-9", "p=-1", "q=%00"])
def test_nonsense_filters_are_no_error_page(editor, query):
    assert editor.get(f"{EVENTS}?{query}").status_code in (200, 302)
