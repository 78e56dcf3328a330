"""No truth goes untested: every named constraint is named by a test of the models."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

TESTS = Path(__file__).resolve().parents[2]
SQL = Path(apps.get_app_config("balance").path) / "sql"


def _constraints():
    """Yield the name of every constraint of the models, and of every truth kept by a trigger."""
    for app in ("articles", "balance"):
        for model in apps.get_app_config(app).get_models():
            yield from (constraint.name for constraint in model._meta.constraints)
    for file in SQL.glob("truths_v[0-9].sql"):
        yield from re.findall(r"balance_refuse\('(\w+)'", file.read_text())


@cache
def _names_in_tests():
    """Return every word that stands as a string in the tests of the models."""
    files = [TESTS / "articles" / "test_models.py", *Path(__file__).parent.glob("test_*.py")]
    return {
        word for file in files for word in re.findall(r'"(\w+)"', file.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("name", sorted(set(_constraints())))
def test_a_test_breaks_the_constraint(name):
    assert name in _names_in_tests()


def test_no_constraint_has_a_name_within_another_name():
    names = set(_constraints())

    assert not [(a, b) for a in names for b in names if a != b and a in b]


@pytest.mark.django_db
def test_every_constraint_trigger_of_the_database_keeps_a_truth_that_is_tested():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE tgconstraint <> 0 AND NOT tgisinternal"
        )
        triggers = dict(cursor.fetchall())

    assert triggers
    for trigger, source in triggers.items():
        truths = set(re.findall(r"balance_refuse\('(\w+)'", source))
        assert truths, f"{trigger} refuses nothing"
        assert truths <= _names_in_tests()
