"""Other people's files: read in their own columns, kept as figures, bad rows named."""

from pathlib import Path

import pytest

from balance.importers.loading import import_csv
from balance.importers.trade_shares import INDICATOR
from balance.models import Actor, Indicator, Observation

LENSES = Path(__file__).resolve().parents[5] / "shared" / "data" / "lenses"
HERE = pytest.mark.skipif(
    not LENSES.is_dir(), reason="the research files are not in the repository, nor beside it"
)


@pytest.fixture
def partners(world):
    """The actors that the research files name, besides those of the small world."""
    codes = ("CHN", "IRN", "USA", "GBR", "EUU", "FRA", "DEU", "ARM", "GEO")
    Actor.objects.bulk_create(Actor(code=code, name=code, kind="state") for code in codes)


def figures(indicator):
    found = Observation.objects.filter(indicator__code=indicator).order_by("id")
    return [
        (row.actor.code, row.partner.code, row.valid.lower.year, row.value)
        for row in found.select_related("actor", "partner")
    ]


def test_agreement_is_kept_by_partner_and_year(load):
    report = load("voting_agreement", {}, {"rollcalls": "all", "agree": "0.8"})

    assert (report.stored, report.rejected) == (2, [])
    assert figures("unga_agreement") == [("AZE", "RUS", 2016, 0.55)]
    assert figures("unga_agreement_all") == [("AZE", "RUS", 2016, 0.8)]
    stored = Observation.objects.first()
    assert stored.note == "UN General Assembly, session 71, 80 roll calls"
    assert stored.indicator.unit == "index"


def test_a_row_of_shares_becomes_a_figure_for_each_partner(load):
    load("trade_shares")

    assert figures(INDICATOR) == [("AZE", "RUS", 2016, 9.0), ("AZE", "TUR", 2016, 11.7)]
    assert Indicator.objects.get(code=INDICATOR).unit == "percent"


@pytest.mark.parametrize("kind", ["voting_agreement", "trade_shares"])
def test_a_second_import_stores_nothing(load, kind):
    load(kind)

    report = load(kind)

    assert (report.stored, report.duplicate, report.rejected) == (0, 1, [])


@pytest.mark.parametrize(
    ("kind", "changed", "column"),
    [
        ("voting_agreement", {"agree": "0.6"}, "agree"),
        ("trade_shares", {"TUR": "0.2"}, "TUR"),
    ],
)
def test_another_value_for_what_is_stored_is_a_bad_row(load, kind, changed, column):
    load(kind)

    [bad] = load(kind, changed).rejected

    assert bad.field == column
    assert "there already with other values" in bad.reason


@pytest.mark.parametrize(
    ("kind", "cells", "column", "words"),
    [
        ("voting_agreement", {"agree": "1.5"}, "agree", "above 1"),
        ("voting_agreement", {"agree": ""}, "agree", "it is empty"),
        ("voting_agreement", {"year": "16"}, "year", "is no year"),
        ("voting_agreement", {"partner": "XX"}, "partner", "there is no actor"),
        ("voting_agreement", {"rollcalls": "some"}, "rollcalls", "write one of nonunanimous, all"),
        ("voting_agreement", {"partner": "AZ"}, "focus", "between two actors"),
        ("trade_shares", {"RUS": "9"}, "RUS", "above 1"),
        ("trade_shares", {"CHN": "0.1"}, "CHN", "there is no actor CHN"),
        ("trade_shares", {"RUS": "", "TUR": ""}, "RUS", "no share"),
        ("trade_shares", {"year": "2016.5"}, "year", "is no year"),
    ],
)
def test_a_bad_row_is_named_by_line_and_column(load, kind, cells, column, words):
    report = load(kind, {"year": "2015"}, cells)

    [bad] = report.rejected
    assert (bad.line, bad.field) == (3, column)
    assert words in bad.reason
    assert report.stored == Observation.objects.count() == 0


def test_a_missing_column_is_named(load):
    [bad, *_others] = load("trade_shares", b"year,total_usd\n2016,1\n").rejected

    assert "the column is missing" in bad.reason


def test_a_dry_run_keeps_nothing(load):
    report = load("trade_shares", dry_run=True)

    assert report.stored == 1
    assert Observation.objects.count() == 0


def test_a_withdrawn_figure_does_not_come_back(load):
    load("voting_agreement")
    Observation.objects.update(withdrawn_because="A mistake.")

    assert load("voting_agreement").duplicate == 1


@HERE
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("voting_agreement", "unga_agreement_by_session.csv"),
        ("trade_shares", "trade_shares_by_pole.csv"),
    ],
)
def test_the_real_files_go_in_whole_and_once(partners, kind, name):
    with (LENSES / name).open("rb") as file:
        first = import_csv(kind=kind, file=file)
        file.seek(0)
        second = import_csv(kind=kind, file=file)

    assert (first.rejected, first.stored) == ([], first.read)
    assert (second.stored, second.duplicate) == (0, first.read)
    assert Observation.objects.count() >= first.read
