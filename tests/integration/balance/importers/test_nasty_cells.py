"""No cell whatever makes an import crash, lose count, or answer in the database's own words."""

import pytest

from balance.importers.events import Events
from balance.importers.registry import IMPORTED
from balance.models import Event
from tests.integration.balance.importers.conftest import csv_of

NASTY = [
    "",
    " ",
    "=1+1",
    "'=1",
    "NULL",
    "None",
    "\x00",
    "\udce9",
    "\u202e right to left",
    "🦊" * 30,
    "x" * 20_000,
    "9" * 400,
    "-9223372036854775809",
    "1e308",
    "-1e308",
    "1e-320",
    "0.0000001",
    "nan",
    "9999-12-31",
    "2100-12-31",
    "2100",
    "1900-01-01",
    "0000-00-00",
    "2024-02-30",
    "AZE;AZE",
    ";;;",
    "AZE=1e308;TUR=1e308",
    "TUR=1e-320",
    "china;china",
    "https://example.org/" + "ö" * 50,
    "http://[::1]:99999/",
    "http://" + "a." * 500,
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "%s%n{0}",
]


@pytest.mark.parametrize("kind", IMPORTED)
def test_every_row_is_counted_once_and_every_refusal_has_words(load, kind):
    if kind == "event_articles":
        load("events")
    names = [column.name for column in IMPORTED[kind].columns]
    rows = [
        {**_own_name(IMPORTED[kind], number), name: nasty}
        for number, (name, nasty) in enumerate((name, nasty) for name in names for nasty in NASTY)
    ]

    report = load(kind, csv_of(kind, *rows), skip_bad=True)

    assert report.read == len(rows) == report.stored + report.duplicate + len(report.rejected)
    assert [str(bad) for bad in report.rejected if "the database refuses" in bad.reason] == []
    assert load(kind, csv_of(kind, *rows), skip_bad=True).stored == 0


def _own_name(kind, number):
    column = next(column for column in kind.columns if column.name == kind.key[0])
    if column.name in ("id", "code"):
        return {column.name: f"N{number}"}
    return {}


def test_a_row_that_somebody_else_stored_meanwhile_is_named(load, monkeypatch):
    load("events")
    monkeypatch.setattr(Events, "like", lambda self, rows, found: Event.objects.none())

    [bad] = load("events").rejected

    assert (bad.field, "stored meanwhile" in bad.reason) == ("id", True)
