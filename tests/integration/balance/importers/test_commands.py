"""What import_csv and export_csv say, where they say it, and how they end."""

import io
import json
import os

import pytest
from django.core.management import CommandError, call_command

from balance.importers.registry import IMPORTED
from balance.models import Event
from tests.integration.balance.importers.conftest import csv_of

GOOD = csv_of("events", {}, {"id": "other"})
BAD = csv_of("events", {}, {"id": "other", "confidence": "2"})


@pytest.fixture
def file(tmp_path, world):
    def write(content):
        path = tmp_path / "events.csv"
        path.write_bytes(content)
        return str(path)

    return write


def test_the_result_goes_to_standard_output(file, capsys):
    call_command("import_csv", "events", file(GOOD))

    printed = capsys.readouterr()
    assert printed.out == "2 read, 2 stored, 0 there already, 0 rejected.\n"
    assert printed.err == ""


def test_bad_rows_are_listed_and_the_command_fails(file, capsys):
    with pytest.raises(CommandError, match="nothing was stored") as failure:
        call_command("import_csv", "events", file(BAD))

    assert failure.value.returncode == 1
    assert capsys.readouterr().out == (
        "line 3, confidence: 2 is above 1; give a probability between 0 and 1.\n"
        "2 read, 0 stored, 0 there already, 1 rejected.\n"
    )


def test_with_skip_bad_the_command_ends_well(file, capsys):
    call_command("import_csv", "events", file(BAD), skip_bad=True)

    assert "2 read, 1 stored, 0 there already, 1 rejected." in capsys.readouterr().out
    assert Event.objects.get().slug == "visit"


def test_with_skip_bad_and_no_good_row_it_fails(file):
    with pytest.raises(CommandError):
        call_command(
            "import_csv", "events", file(csv_of("events", {"confidence": "2"})), skip_bad=True
        )


def test_json_is_all_that_is_printed(file, capsys):
    with pytest.raises(CommandError):
        call_command("import_csv", "events", file(BAD), json=True)

    assert json.loads(capsys.readouterr().out) == {
        "read": 2,
        "stored": 0,
        "duplicate": 0,
        "rejected": [
            {
                "line": 3,
                "field": "confidence",
                "reason": "2 is above 1; give a probability between 0 and 1",
            }
        ],
    }


def test_verbosity_0_is_silent(file, capsys):
    call_command("import_csv", "events", file(GOOD), verbosity=0)

    assert capsys.readouterr() == ("", "")


def test_a_dry_run_says_that_it_is_one(file, capsys):
    call_command("import_csv", "events", file(GOOD), dry_run=True)

    assert "A dry run" in capsys.readouterr().out
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("path", "words"), [("nowhere.csv", "No such file"), (".", "Is a directory")]
)
def test_a_file_that_cannot_be_opened(world, path, words):
    with pytest.raises(CommandError, match=words):
        call_command("import_csv", "events", path)


def test_standard_input_may_be_a_pipe(world, monkeypatch, capsys):
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as pipe:
        pipe.write(GOOD)
    with io.TextIOWrapper(os.fdopen(reader, "rb")) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        call_command("import_csv", "events", "-")

    assert capsys.readouterr().out.startswith("2 read, 2 stored")


def test_an_unknown_kind_is_answered_with_the_kinds(capsys):
    with pytest.raises(CommandError, match="pole_memberships"):
        call_command("import_csv", "planets", "planets.csv")


def test_the_import_stands_in_the_history(file):
    call_command("import_csv", "events", file(GOOD), verbosity=0)

    context = Event.objects.first().versions.get().pgh_context
    assert context.metadata == {"by": "import_csv", "kind": "events", "file": "events.csv"}


def test_an_export_goes_to_standard_output_or_a_file(file, tmp_path, capsys):
    call_command("import_csv", "events", file(GOOD), verbosity=0)

    call_command("export_csv", "events")
    call_command("export_csv", "events", output=tmp_path / "out.csv")

    assert capsys.readouterr().out == (tmp_path / "out.csv").read_text()
    assert (tmp_path / "out.csv").read_bytes() == GOOD


def test_an_export_into_nowhere_fails(world, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("export_csv", "events", output=tmp_path / "no" / "out.csv")


def test_the_help_names_every_column(capsys):
    with pytest.raises(SystemExit):
        call_command("import_csv", "--help")

    printed = capsys.readouterr().out
    assert all(
        f"  {column.name} (" in printed for kind in IMPORTED.values() for column in kind.columns
    )
