"""Dry runs, skipped rows, second imports."""

import pytest

from balance.models import Actor, Event, Evidence, Participant
from tests.integration.balance.importers.conftest import DEFAULTS, csv_of


def test_a_dry_run_counts_and_stores_nothing(load):
    report = load("events", {}, {"id": "other"}, dry_run=True)

    assert (report.read, report.stored) == (2, 2)
    assert not Event.objects.exists()


def test_a_dry_run_finds_what_only_the_database_refuses(load):
    report = load("events", {"recipients": "RUS=1;TUR"}, dry_run=True)

    assert [bad.line for bad in report.rejected] == [2]


def test_skipping_bad_rows_stores_all_the_others(load):
    report = load("events", {}, {"id": "bad", "date": "never"}, {"id": "other"}, skip_bad=True)

    assert (report.read, report.stored, len(report.rejected)) == (3, 2, 1)
    assert sorted(Event.objects.values_list("slug", flat=True)) == ["other", "visit"]


@pytest.mark.parametrize("kind", DEFAULTS)
def test_a_second_import_stores_nothing_new(load, kind):
    if kind == "event_articles":
        load("events")
    assert load(kind).stored == 1
    rows = {model: model.objects.count() for model in (Actor, Event, Participant, Evidence)}

    report = load(kind)

    assert (report.read, report.stored, report.duplicate, report.rejected) == (1, 0, 1, [])
    assert rows == {model: model.objects.count() for model in rows}


def test_a_withdrawn_event_does_not_come_back(load):
    load("events")
    Event.objects.update(status="withdrawn", withdrawn_because="A slip.")

    report = load("events")

    assert (report.duplicate, report.rejected) == (1, [])
    assert Event.objects.get().status == "withdrawn"


def test_a_row_without_an_article_is_the_row_that_has_one_by_now(load):
    load("events")

    report = load("events", {"outlet": "", "article_url": "", "article_date": ""})

    assert (report.duplicate, report.rejected) == (1, [])


def test_an_event_with_another_article_is_not_the_same_row(load):
    load("events")

    [bad] = load("events", {"article_url": "https://elsewhere.example/"}).rejected

    assert bad.field == "article_url"


def test_progress_is_told_in_rows(load):
    told = []

    load("events", {}, {"id": "other"}, progress=lambda done, rows: told.append((done, rows)))

    assert told == [(2, 2)]


def test_one_batch_costs_the_same_number_of_queries_however_many_rows(
    load, django_assert_max_num_queries
):
    rows = [
        {"id": f"e-{number}", "article_url": f"https://d.example/{number}"} for number in range(400)
    ]
    file = csv_of("events", *rows)

    with django_assert_max_num_queries(24):
        load("events", file)
