"""The balance as somebody would first write it: the CSV files, dictionaries and loops.

No database, no cache, no vectors; METHOD's rules all the same, so that its numbers are ours and
only the time differs. It knows shares only.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
DEMO = PROJECT / "balance" / "demo"
REFERENCE = PROJECT / "balance" / "reference"
ONE_DAY = timedelta(days=1)

Row = dict[str, str]
Shares = dict[date, dict[str, float] | None]


class Impact(NamedTuple):
    """The cooperation that an event gives to a pole on one day."""

    pole: str
    day: date
    cooperation: float


def read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def first_day(text: str, otherwise: date) -> date:
    """Return the first day of a day, month or year."""
    if not text:
        return otherwise
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


class World:
    """Who stands for whom, and for which poles on which day."""

    def __init__(self) -> None:
        actors = read(DEMO / "actors.csv")
        self.affiliation = {row["code"]: row["affiliation"] for row in actors if row["affiliation"]}
        self.by_members = {row["code"] for row in actors if row["poles_from_members"]}
        self.own = defaultdict(list)
        for row in read(DEMO / "pole_memberships.csv"):
            self.own[row["actor"]].append((row["pole"], float(row["weight"]), *self._span(row)))
        self.members = defaultdict(list)
        for row in read(DEMO / "memberships.csv"):
            if row["status"] == "member":
                self.members[row["organisation"]].append((row["actor"], *self._span(row)))

    @staticmethod
    def _span(row: Row) -> tuple[date, date]:
        return first_day(row["start"], date.min), first_day(row["end"], date.max)

    def stands_for(self, actor: str, focus: str) -> str:
        while actor != focus and actor not in self.own and actor in self.affiliation:
            actor = self.affiliation[actor]
        return actor

    def poles(self, actor: str, day: date) -> dict[str, float]:
        if actor in self.own or actor not in self.by_members:
            own = self.own.get(actor, [])
            return {pole: weight for pole, weight, start, end in own if start <= day < end}
        found = {
            pole
            for member, start, end in self.members[actor]
            if start <= day < end and member in self.own
            for pole in self.poles(member, day)
        }
        return dict.fromkeys(sorted(found), 1 / len(found)) if found else {}


def days_of(row: Row) -> list[date]:
    start = date.fromisoformat(row["date"])
    end = start + ONE_DAY
    if row["date_precision"] == "month":
        end = (start + timedelta(days=31)).replace(day=1)
    elif row["date_precision"] == "year":
        end = date(start.year + 1, 1, 1)
    return [start + timedelta(days=offset) for offset in range((end - start).days)]


def impacts(focus: str) -> Iterator[Impact]:
    """Yield what each event gives to each pole on each of its days."""
    world = World()
    goldstein = {r["code"]: float(r["goldstein"]) for r in read(REFERENCE / "cameo_codes.csv")}
    plover = {r["code"]: float(r["plover_score"]) for r in read(REFERENCE / "event_types.csv")}
    for row in read(DEMO / "events.csv"):
        named = {*row["initiators"].split(";"), *row["recipients"].split(";")} - {""}
        parties = {world.stands_for(actor, focus) for actor in named}
        partners = parties - {focus}
        if focus not in parties or not partners:
            continue
        typed = goldstein.get(row["cameo_code"], plover[row["event_type"]])
        intensity = float(row["intensity"] or typed) * float(row["confidence"])
        days = days_of(row)
        for day in days:
            for partner in partners:
                for pole, weight in world.poles(partner, day).items():
                    given = max(intensity, 0) * weight / len(partners) / len(days)
                    yield Impact(pole, day, given)


def month_ends(start: date, end: date) -> Iterator[date]:
    """Yield the last day of each calendar month of [start, end)."""
    while start < end:
        start = (start.replace(day=1) + timedelta(days=31)).replace(day=1)
        yield min(start, end) - ONE_DAY


def divided(level: dict[str, float]) -> dict[str, float] | None:
    total = sum(level.values())
    return {pole: part / total for pole, part in level.items()} if total else None


def by_direct_sum(
    given: list[Impact], poles: list[str], *, start: date, end: date, half_life: float
) -> Shares:
    """Return the shares at the end of each month: for each, every impact anew."""
    answer: Shares = {}
    for day in month_ends(start, end):
        level = dict.fromkeys(poles, 0.0)
        for impact in given:
            if impact.day <= day:
                level[impact.pole] += impact.cooperation * 2 ** (
                    -(day - impact.day).days / half_life
                )
        answer[day] = divided(level)
    return answer


def by_recursion(
    given: list[Impact], poles: list[str], *, start: date, end: date, half_life: float
) -> Shares:
    """Return the shares at the end of each month: from one day to the next."""
    arriving = defaultdict(list)
    for impact in given:
        arriving[impact.day].append(impact)
    wanted = set(month_ends(start, end))
    level = dict.fromkeys(poles, 0.0)
    fading = 2 ** (-1 / half_life)
    answer: Shares = {}
    day = min([*arriving, start])
    while day < end:
        for pole in poles:
            level[pole] *= fading
        for impact in arriving[day]:
            level[impact.pole] += impact.cooperation
        if day in wanted:
            answer[day] = divided(level)
        day += ONE_DAY
    return answer
