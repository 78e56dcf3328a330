"""The columns are those of the demonstration's files, and nothing that they say gets lost."""

import csv
from pathlib import Path

import pytest

import balance
from balance.importers.registry import IMPORTED, KINDS
from balance.importers.violations import SENTENCES

DEMO = Path(balance.__file__).parent / "demo"
DOCUMENT = Path(balance.__file__).parent.parent / "docs" / "data-sources.md"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_begins_with_the_columns_of_its_file(kind):
    with (DEMO / f"{kind}.csv").open(encoding="utf-8") as file:
        header = next(csv.reader(file))

    usual = [column.name for column in KINDS[kind].columns if not column.is_extra]
    extra = {column.name for column in KINDS[kind].columns if column.is_extra}
    assert header[: len(usual)] == usual
    assert set(header[len(usual) :]) <= extra


@pytest.mark.parametrize("kind", IMPORTED)
def test_the_key_is_made_of_columns(kind):
    assert set(IMPORTED[kind].key) <= {column.name for column in IMPORTED[kind].columns}


@pytest.mark.parametrize("kind", IMPORTED)
def test_every_column_is_explained_in_the_documents(kind):
    section = (
        DOCUMENT.read_text(encoding="utf-8").partition(f"### {kind}\n")[2].partition("\n### ")[0]
    )

    for column in IMPORTED[kind].columns:
        assert f"| `{column.name}` | " in section
        assert str(column.help) in section


def test_what_the_database_refuses_is_said_of_a_column_that_there_is():
    columns = {column.name for kind in KINDS.values() for column in kind.columns}

    assert {column for column, _sentence in SENTENCES.values()} <= columns
