"""How the picture of one month changed as editors learned more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models.functions import TruncMonth

from balance.compute.daily import whole_years
from balance.compute.impacts import impacts
from balance.compute.periods import count_periods, periods
from balance.models import Dataset, Methodology
from balance.models.spans import last_moment, period_end
from balance.queries.balance import Setting, find_setting, points
from balance.queries.history import versions_of
from balance.queries.inputs import TABLES, Inputs, load_inputs
from balance.queries.questions import BadQuestion

MOST_REVISIONS = 40  # Above, the steps of recorded time get longer.
STEPS = ("month", "quarter", "year")


@dataclass(frozen=True)
class Revision:
    """The picture as known on an instant; None is now."""

    known_on: date
    as_of: datetime | None
    setting: Setting
    inputs: Inputs

    def point(self, month: date) -> dict[str, Any]:
        """Return the month's numbers, as the balance answers them."""
        scale, focus = self.setting.methodology.scale, self.setting.focus.actor.code
        found = impacts(self.inputs.events(scale), self.inputs.world, focus)
        starts, ends = periods(month, period_end(month, "month"), "month")
        (one,) = points(self.setting, whole_years(found, len(self.setting.poles)), starts, ends)
        return one


def month_a_year_before(today: date) -> date:
    """Return the first day of the month a year ago: the one that readers see first."""
    return date(today.year - 1, today.month, 1)


def revisions(
    setting: Setting, dataset: Dataset, *, month: date, now: datetime
) -> list[dict[str, Any]]:
    """Return the month as known at its end, after each period that changed it, and now.

    `changes` says what became of which event since the revision before, if it could move the
    month. Instants at which there was no methodology or no pole yet are left out.
    """
    found = list(_revisions(setting, dataset, month, now))
    rows = list(_rows(found, month))
    return [
        row
        for at, row in enumerate(rows)
        if at in (0, len(rows) - 1) or row["changes"] or row["point"] != rows[at - 1]["point"]
    ]


def _rows(found: list[Revision], month: date) -> Iterator[dict[str, Any]]:
    for earlier, revision in zip([found[0], *found], found, strict=False):
        yield {
            "known_on": revision.known_on.isoformat(),
            "as_of": revision.as_of and revision.as_of.isoformat(),
            "data_version": revision.inputs.version,
            "methodology": revision.setting.methodology.version,
            "point": revision.point(month),
            "changes": _changes(earlier.inputs, revision.inputs, month),
        }


def _revisions(
    setting: Setting, dataset: Dataset, month: date, now: datetime
) -> Iterator[Revision]:
    last = setting.question.as_of
    for instant in [*_instants(month, last or now), last]:
        try:
            then = find_setting(replace(setting.question, as_of=instant))
        except BadQuestion:
            continue
        inputs = load_inputs(focus=then.focus, dataset=dataset, as_of=instant)
        yield Revision((instant or now).date(), instant, then, inputs)


def _changes(before: Inputs, after: Inputs, month: date) -> dict[int, str]:
    """Return what became of the events begun by the month's end."""
    end = period_end(month, "month").isoformat()
    old, new = ({row[0]: row for row in one.rows["events"]} for one in (before, after))
    found = dict.fromkeys(new.keys() - old.keys(), "recorded")
    found |= dict.fromkeys(old.keys() - new.keys(), "left_out")
    found |= {key: "changed" for key in new.keys() & old.keys() if new[key] != old[key]}
    rows = old | new
    return {key: found[key] for key in sorted(found) if rows[key][1] < end}


def _instants(month: date, last: datetime) -> list[datetime]:
    """Return the ends of the periods before `last` that brought a change, the month's first."""
    first = period_end(month, "month")
    step = next(
        step
        for step in STEPS
        if step == STEPS[-1] or count_periods(first, _after(last, first), step) <= MOST_REVISIONS
    )
    recorded = _recorded_months(last_moment(first), last)
    ends = sorted({period_end(_start_of(on, step), step) for on in recorded})
    return [instant for end in [first, *ends] if (instant := last_moment(end)) < last]


def _after(last: datetime, first: date) -> date:
    return max(last.date(), first) + timedelta(days=1)


def _recorded_months(after: datetime, until: datetime) -> set[date]:
    """Return the months in which anything that enters the numbers was recorded."""
    queries = [
        versions_of(model)
        .filter(pgh_created_at__gt=after, pgh_created_at__lte=until)
        .order_by()
        .values_list(TruncMonth("pgh_created_at", tzinfo=UTC), flat=True)
        .distinct()
        for model in (*TABLES.values(), Methodology)
    ]
    return {month.date() for month in queries[0].union(*queries[1:])}


def _start_of(month: date, step: str) -> date:
    """Return the first day of the month's period."""
    number = {"month": month.month, "quarter": (month.month - 1) // 3 * 3 + 1, "year": 1}[step]
    return date(month.year, number, 1)
