"""The balance once more, written by hand from the files: plain Python, day by day, no shared code.

It reads the demonstration files as a person with a spreadsheet would, and knows the method only
from docs/methodology.md. Slow on purpose: nothing here is clever.
"""

import csv
import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).parents[4] / "balance"
POLES = ["russia", "iran", "turkey", "west", "china"]
KAPPA, HALF_LIFE = 10.0, 365.0


def rows(name: str, folder: str = "demo") -> list[dict[str, str]]:
    with (FOLDER / folder / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


ACTORS = {row["code"]: row for row in rows("actors")}
OWN_POLES = defaultdict(list)
for row in rows("pole_memberships"):
    OWN_POLES[row["actor"]].append((row["pole"], float(row["weight"]), row["start"], row["end"]))
MEMBERS = defaultdict(list)
for row in rows("memberships"):
    if row["status"] == "member":
        MEMBERS[row["organisation"]].append((row["actor"], row["start"], row["end"]))
GOLDSTEIN = {row["code"]: float(row["goldstein"]) for row in rows("cameo_codes", "reference")}


def first_day(text: str) -> date:
    return date(*(int(part) for part in f"{text}-1-1".split("-")[:3]))


def holds(day: date, start: str, end: str) -> bool:
    return (not start or first_day(start) <= day) and (not end or day < first_day(end))


def stands_for(code: str) -> str:
    while code != "AZE" and code not in OWN_POLES and ACTORS[code]["affiliation"]:
        code = ACTORS[code]["affiliation"]
    return code


def weights(actor: str, day: date) -> dict[str, float]:
    if actor in OWN_POLES:
        return {pole: w for pole, w, start, end in OWN_POLES[actor] if holds(day, start, end)}
    if ACTORS[actor]["poles_from_members"] != "yes":
        return {}
    poles = {
        pole
        for member, start, end in MEMBERS[actor]
        if holds(day, start, end)
        for pole, _w, its_start, its_end in OWN_POLES.get(member, [])
        if holds(day, its_start, its_end)
    }
    return {pole: 1 / len(poles) for pole in poles}


def days_of(event: dict[str, str]) -> list[date]:
    start = date.fromisoformat(event["date"])
    length = {"day": 1, "month": 28, "year": 365}[event["date_precision"]]
    days = [start + timedelta(days=n) for n in range(length + 3)]
    same = {"day": 10, "month": 7, "year": 4}[event["date_precision"]]
    return [day for day in days if day.isoformat()[:same] == event["date"][:same]]


def impacts() -> Iterator[tuple[date, str, float, float]]:
    """Yield day, pole or other, cooperation and conflict, for every event and day."""
    for event in rows("events"):
        named = [c for c in (event["initiators"] + ";" + event["recipients"]).split(";") if c]
        stood_for = {stands_for(code) for code in named}
        partners = sorted(stood_for - {"AZE"})
        if "AZE" not in stood_for or not partners:
            continue
        g = float(event["intensity"]) if event["intensity"] else GOLDSTEIN[event["cameo_code"]]
        days = days_of(event)
        for day in days:
            for partner in partners:
                share = float(event["confidence"]) / len(partners) / len(days)
                taken = weights(partner, day)
                for pole, weight in [*taken.items(), ("other", 1 - sum(taken.values()))]:
                    yield day, pole, share * weight * max(g, 0), share * weight * max(-g, 0)


IMPACTS = list(impacts())


def levels(kernel: str, start: date, end: date) -> tuple[dict[str, float], dict[str, float]]:
    """Return cooperation and conflict by pole: the stock on the last day, or the flow."""
    plus, minus = defaultdict(float), defaultdict(float)
    last = end - timedelta(days=1)
    for day, pole, cooperation, conflict in IMPACTS:
        if kernel == "stock":
            weight = 2 ** (-(last - day).days / HALF_LIFE) if day <= last else 0
        else:
            weight = 1 if start <= day < end else 0
        plus[pole] += cooperation * weight
        minus[pole] += conflict * weight
    return plus, minus


def point(kernel: str, start: date, end: date) -> dict[str, object]:
    """Return what the API says of the period, by direct summation."""
    plus, minus = levels(kernel, start, end)
    total = math.fsum(plus[pole] for pole in POLES)
    troubles = math.fsum(minus[pole] for pole in POLES)
    share = {pole: plus[pole] / total if total else None for pole in POLES}
    entropy = -sum(s * math.log(s) for s in share.values() if s)
    return {
        "share": share,
        "friction": {pole: minus[pole] / troubles if troubles else None for pole in POLES},
        "tone": {pole: tone(plus[pole], minus[pole]) for pole in POLES},
        "cooperation": {pole: plus[pole] for pole in POLES},
        "conflict": {pole: minus[pole] for pole in POLES},
        "hhi": sum(s * s for s in share.values() if s) if total else None,
        "effective_poles": math.exp(entropy) if total else None,
        "balance": entropy / math.log(5) if total else None,
        "coverage": total / (total + plus["other"]) if total + plus["other"] else None,
        "other": {"cooperation": plus["other"], "conflict": minus["other"]},
    }


def tone(plus: float, minus: float) -> float | None:
    return (plus - minus) / (plus + minus + KAPPA) if plus + minus else None
