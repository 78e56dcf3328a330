"""The marks on years whose series no longer follow from the events."""

from collections.abc import Iterable
from datetime import date

from balance.models import DirtySeries, Event
from tests.factories.balance import DatasetFactory, EventFactory, FocusFactory

ALL_YEARS = range(2013, 2019)


def clear_marks() -> None:
    """Forget all marks, as a refresh does."""
    DirtySeries.objects.all().delete()


def count_by_year() -> dict[int, int]:
    """Return how often each marked year was marked, for a single focus."""
    return dict(DirtySeries.objects.values_list("year", "seq"))


def assert_marked(years: Iterable[int] = ()) -> None:
    """Assert that these years are marked, and no others; then forget the marks."""
    assert sorted(count_by_year()) == sorted(years)
    clear_marks()


def unmarked_event() -> Event:
    """Return a confirmed event of 2015 in which the focus takes part.

    Beside it there are one of 2013 and one of 2018, which begin and end the marks of all years.
    """
    DatasetFactory()
    focus = FocusFactory()
    for year in (ALL_YEARS[0], ALL_YEARS[-1]):
        EventFactory(start=date(year, 3, 1))
    event = EventFactory(start=date(2015, 3, 1), initiators=[focus.actor])
    clear_marks()
    return event
