"""What must be true of the derived rows, each broken once."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from balance.models import DailySeries, DirtySeries, SeriesVersion
from tests.factories.balance import DatasetFactory, FocusFactory, PoleFactory
from tests.truths import assert_accepted, assert_database_refuses, assert_refused

pytestmark = pytest.mark.django_db

ARRAYS = ("cooperation", "conflict", "begun", "ended")


def series(year=2023, days=365, **values):
    return DailySeries(
        **{
            "dataset": DatasetFactory(),
            "scale": "goldstein",
            "focus": FocusFactory(),
            "pole": None,
            "dimension": "economic",
            "year": year,
            **dict.fromkeys(ARRAYS, [0.5] * days),
            **values,
        }
    )


@pytest.mark.parametrize("array", ARRAYS)
@pytest.mark.parametrize(
    ("year", "days", "wrong"),
    [
        pytest.param(2023, 365, 364, id="a day short"),
        pytest.param(2023, 365, 366, id="a leap day too many"),
        pytest.param(2024, 366, 365, id="a leap day missing"),
        pytest.param(2023, 365, 0, id="empty"),
    ],
)
def test_a_year_has_a_number_for_every_day(array, year, days, wrong):
    row = series(year, days)

    assert_refused(row, "daily_series_has_a_number_for_every_day", **{array: [0.5] * wrong})


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366), (2000, 366), (2100, 365)])
def test_leap_years_have_a_day_more(year, days):
    row = series(year, days)

    row.validate_constraints()
    row.save()


def test_other_has_one_row_a_year():
    series().save()

    with pytest.raises(IntegrityError, match="daily_series_one_a_year"), transaction.atomic():
        series().save()


def test_a_pole_has_one_row_a_year_beside_others():
    pole = PoleFactory()
    series().save()
    series(pole=pole).save()

    with pytest.raises(IntegrityError, match="daily_series_one_a_year"), transaction.atomic():
        series(pole=pole).save()


def version(**values):
    return SeriesVersion(
        **{
            "dataset": DatasetFactory(),
            "focus": FocusFactory(),
            "data_version": "a",
            "computed_at": datetime(2024, 7, 3, tzinfo=UTC),
            **values,
        }
    )


def test_a_version_of_the_data_is_recorded_once():
    assert_accepted(version())

    assert_database_refuses(version(), "series_version_recorded_once")


def test_one_version_is_current():
    assert_accepted(version(is_current=True))
    assert_accepted(version(data_version="b"))

    assert_refused(version(), "series_version_current_is_one", data_version="c", is_current=True)


def test_a_year_is_marked_once_however_often_it_changes():
    mark = {"dataset": DatasetFactory(), "focus": FocusFactory(), "year": 2024}
    DirtySeries.objects.create(**mark)

    assert_database_refuses(DirtySeries(**mark), "dirty_series_one_a_year")
