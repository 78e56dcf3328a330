"""What is exported reads back as the same rows, and as the same bytes."""

import csv
from io import BytesIO, StringIO

import pytest

from balance.exports import export_csv
from balance.importers.demo import load_demo
from balance.importers.loading import import_csv
from balance.importers.registry import KINDS
from balance.models import (
    Actor,
    Annotation,
    Claim,
    Dashboard,
    Event,
    Evidence,
    Focus,
    Indicator,
    Observation,
    Panel,
    Participant,
    Pole,
    PoleMembership,
    Proposal,
    Scheme,
    SeriesVersion,
    Tie,
)
from balance.operations.demo import FOLDER

# Names are not: files of actors have each name once, without its days.
COUNTED = (Actor, PoleMembership, Event, Participant, Evidence, Tie, Observation, Claim)


def exported(kind: str) -> str:
    text = StringIO()
    export_csv(kind=kind, file=text)
    return text.getvalue()


def empty() -> None:
    Proposal.objects.all().delete()
    for model in (Evidence, Annotation, Panel, Dashboard, Claim, Observation, Indicator, Tie):
        model.objects.all().delete()
    for model in (Event, PoleMembership, SeriesVersion, Focus, Pole, Scheme):
        model.objects.all().delete()
    Actor.objects.update(affiliation=None)
    Actor.objects.all().delete()


@pytest.mark.django_db
def test_the_demonstration_goes_out_and_comes_back():
    load_demo()
    counts = {model: model.objects.count() for model in COUNTED}
    files = {kind: exported(kind) for kind in KINDS}
    for kind in ("pole_memberships", "events", "event_articles", "relationships"):
        assert files[kind] == (FOLDER / f"{kind}.csv").read_text(encoding="utf-8")
    empty()

    reports = {
        kind: import_csv(kind=kind, file=BytesIO(file.encode())) for kind, file in files.items()
    }

    assert [report.rejected for report in reports.values()] == [[]] * 8
    assert counts == {model: model.objects.count() for model in COUNTED}
    # An actor comes after whom it stands for, so those of the demonstration change their places.
    again = {kind: exported(kind) for kind in KINDS}
    assert sorted(files.pop("actors").splitlines()) == sorted(again.pop("actors").splitlines())
    assert files == again


@pytest.mark.django_db
def test_the_eight_files_make_an_empty_database_full():
    for kind in KINDS:
        with (FOLDER / f"{kind}.csv").open("rb") as file:
            report = import_csv(kind=kind, file=file)
        assert (report.rejected, report.stored) == ([], report.read)

    assert (Event.objects.count(), Tie.objects.count(), Claim.objects.count()) == (216, 198, 41)
    assert Focus.objects.get().actor.code == "AZE"


def test_editors_columns_appear_when_a_row_needs_them(load):
    load(
        "events",
        {"initiators": "AZE=1.5", "recipients": "RUS=1", "hosts": "TUR", "status": "proposed"},
        {"id": "span", "date_precision": "span", "end": "2024-03-09"},
        {"id": "gone", "status": "withdrawn", "withdrawn_because": "A slip."},
    )

    first, second, third = csv.DictReader(StringIO(exported("events")))

    assert (first["initiators"], first["hosts"], first["status"]) == ("AZE=1.5", "TUR", "proposed")
    assert (second["date_precision"], second["end"], second["status"]) == ("span", "2024-03-09", "")
    assert (third["status"], third["withdrawn_because"]) == ("withdrawn", "A slip.")
    assert "mediators" not in first


@pytest.mark.parametrize(
    "title",
    [
        "=1+1",
        "+1 is no number here",
        "-2+3",
        "@SUM(A1)",
        "\tindented",
        "\rreturned",
        "'=quoted",
        "''",
        "'tis",
        "-5",
        "＝1",
        "Plain, “quoted” and\ntwo lines",
    ],
)
def test_a_title_that_a_spreadsheet_would_run_comes_back_word_for_word(load, title):
    load("events")
    Event.objects.update(title=title)
    file = exported("events")

    cell = next(csv.DictReader(StringIO(file, newline="")))["title"]
    assert not cell.startswith(("=", "+", "@", "\t", "\r", "＝"))
    assert cell == title or cell == f"'{title}"
    Event.objects.all().delete()
    assert load("events", file.encode()).stored == 1
    assert Event.objects.get().title == title


def test_negative_numbers_stay_numbers(load):
    load("indicators", {"value": "-5.25"})

    assert ",-5.25,USD" in exported("indicators")
