"""The page on what the numbers rest on, and the words for lopsided evidence."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.compute.world import OTHER
from balance.panels.wording import count, day, listing, opening, percent

Answer = Mapping[str, Any]
SHADES = 5  # Of a cell: the more events, the darker.


@dataclass(frozen=True)
class Cell:
    """A number of events, how dark its cell is, and its articles."""

    words: str
    shade: int
    articles: int


@dataclass(frozen=True)
class Coverage:
    """What balance/coverage.html shows."""

    title: str
    summary: str
    warnings: list[str]
    poles: list[dict[str, Any]]
    names: list[str]
    years: list[tuple[str, list[Cell]]]
    outlets: list[dict[str, Any]]
    countries: list[dict[str, str]]


def coverage_view(answer: Answer) -> Coverage:
    """Return the words and the tables of the answer."""
    names = names_of(answer)
    told = list(warnings(answer))
    return Coverage(
        title=told[0] if told else _even_title(answer),
        summary=_summary(answer),
        warnings=told[1:],
        poles=[_pole(code, name, answer["evidence"][code]) for code, name in names.items()],
        names=list(names.values()),
        years=_years(answer, list(names)),
        outlets=[_outlet(row, names) for row in answer["outlets"]],
        countries=[
            {
                "country": row["country_name"] or _("not stated"),
                "articles": str(row["articles"]),
                "part": percent(row["part"]),
            }
            for row in answer["countries"]
        ],
    )


def names_of(answer: Answer) -> dict[str, str]:
    """Return the poles' names by code as they begin a line, and OTHER's."""
    names = {pole["code"]: opening(pole["name"]) for pole in answer["poles"]}
    return names | {OTHER: _("No pole")}


def warnings(answer: Answer, only: Collection[str] = ()) -> Iterator[str]:
    """Yield a sentence for everything lopsided about the evidence of all poles, or some."""
    for pole in answer["poles"]:
        if only and pole["code"] not in only:
            continue
        row = answer["evidence"][pole["code"]]
        for warning in row["warnings"]:
            yield opening(_warning(warning, pole["name"], row))


def _warning(warning: str, pole: str, row: Mapping[str, Any]) -> str:
    if warning == "few_articles":
        sentence = ngettext(
            "%(pole)s’s number rests on %(n)d article",
            "%(pole)s’s number rests on %(n)d articles",
            row["articles"],
        )
        return sentence % {"pole": pole, "n": row["articles"]}
    if warning == "one_outlet":
        return _("%(part)s of %(pole)s’s events rest on %(outlet)s alone") % {
            "part": percent(row["outlet_alone"]),
            "pole": pole,
            "outlet": row["outlet"],
        }
    if warning == "one_event":
        return _("%(part)s of %(pole)s’s cooperation is one event: %(title)s") % {
            "part": percent(row["event_part"]),
            "pole": pole,
            "title": row["event"]["title"],
        }
    return _("No source is recorded for %(part)s of %(pole)s’s events") % {
        "part": percent(row["unsourced"]),
        "pole": pole,
    }


def _even_title(answer: Answer) -> str:
    """Name the pole with the fewest articles, where that is no reason to warn."""
    rows = {pole["name"]: answer["evidence"][pole["code"]] for pole in answer["poles"]}
    counted = {name: row for name, row in rows.items() if row["events"]}
    if not counted:
        return _("Nothing is on record with any pole")
    name = min(counted, key=lambda name: counted[name]["articles"])
    articles = counted[name]["articles"]
    return ngettext(
        "%(articles)d article and more behind every pole; fewest for %(pole)s",
        "%(articles)d articles and more behind every pole; fewest for %(pole)s",
        articles,
    ) % {
        "articles": articles,
        "pole": name,
    }


def _summary(answer: Answer) -> str:
    on = {"on": day(date.fromisoformat(answer["on"]))}
    covered = answer["point"]["coverage"]
    if covered is None:
        return _("As it stood on %(on)s.") % on
    return _(
        "As it stood on %(on)s. The poles take %(part)s of all cooperation on record; "
        "the rest is with others, and outside the shares."
    ) % {**on, "part": percent(covered)}


def _pole(code: str, name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "events": count(row["events"]),
        "articles": row["articles"],
        "outlets": row["outlets"],
        "unsourced": percent(row["unsourced"]),
        "outlet": row["outlet"],
        "alone": percent(row["outlet_alone"]) if row["outlet"] else "",
        "event": row["event"],
        "event_part": percent(row["event_part"]) if row["event"] else "",
        "is_lopsided": bool(row["warnings"]),
    }


def _years(answer: Answer, codes: list[str]) -> list[tuple[str, list[Cell]]]:
    """Return the years, newest first, each with a cell a pole."""
    numbers = [part["events"] for year in answer["periods"] for part in year["poles"].values()]
    most = max(numbers, default=0) or 1
    return [
        (year["start"][:4], [_cell(year["poles"][code], most) for code in codes])
        for year in reversed(answer["periods"])
    ]


def _cell(part: Mapping[str, Any], most: float) -> Cell:
    shade = -(-SHADES * part["events"] // most)
    return Cell(count(part["events"]), int(shade), part["articles"])


def _outlet(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    reported = [code for code, number in row["poles"].items() if number]
    return {
        "name": row["outlet"],
        "country": row["country_name"] or _("not stated"),
        "events": count(row["events"]),
        "alone": count(row["alone"]),
        "poles": listing([names[code] for code in reported]),
    }
