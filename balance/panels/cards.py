"""A card for each pole: where it stands, and how that changed in a year."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.panels.addresses import pole_url
from balance.panels.answers import Answer, Point, latest
from balance.panels.certainty import NOTABLE, ends
from balance.panels.headline import change_in_points
from balance.panels.pictures import spark
from balance.panels.wording import (
    count,
    opening,
    percent,
    plural_of,
    points,
    share_range,
    signed,
    tone_word,
)
from balance.queries.questions import BalanceQuestion

UP, DOWN, LEVEL, UNKNOWN = "up", "down", "level", "unknown"


@dataclass(frozen=True)
class Card:
    """What components/card.html shows of a pole."""

    code: str
    name: str
    dash: str
    share: str
    has_share: bool
    range: str
    chance: str
    tone: str
    tone_word: str
    direction: str
    change: str
    events: str
    spark: str
    spark_says: str
    url: str


def cards(
    answer: Answer, year_ago: Point | None, question: BalanceQuestion, *, only: Collection[str] = ()
) -> list[Card]:
    """Return the cards of the poles, in their order; none where there is no point at all."""
    point = latest(answer)
    if point is None:
        return []
    return [
        _card(pole, answer, point, year_ago, question)
        for pole in answer["poles"]
        if not only or pole["code"] in only
    ]


def _card(
    pole: dict[str, Any],
    answer: Answer,
    point: Point,
    year_ago: Point | None,
    question: BalanceQuestion,
) -> Card:
    code, numbers = pole["code"], point["poles"][pole["code"]]
    direction, change = change_in_words(change_in_points(point, year_ago, code))
    return Card(
        code=code,
        name=opening(pole["name"]),
        dash=pole["dash"],
        share=percent(numbers["share"]),
        has_share=numbers["share"] is not None,
        range=_range(numbers),
        chance=_chance(numbers.get("lead_probability")),
        tone="" if numbers["tone"] is None else signed(numbers["tone"]),
        tone_word=tone_word(numbers["tone"]),
        direction=direction,
        change=change,
        events=count(numbers["events"]),
        spark=spark(answer["points"], code),
        spark_says=_spark_says(answer["points"], code),
        url=pole_url(question, code),
    )


def _range(numbers: dict[str, Any]) -> str:
    """Write the share's interval, unless it says no more than the share."""
    written = share_range(ends(numbers, "share"))
    return "" if written == percent(numbers["share"]) else written


def _chance(probability: float | None) -> str:
    """Write a probability of leading, where it is worth a word."""
    return "" if probability is None or probability < NOTABLE else percent(probability)


def change_in_words(change: int | None) -> tuple[str, str]:
    """Return the direction of a change in points, and the words for it."""
    if change is None:
        return UNKNOWN, _("no number a year ago")
    if change == 0:
        return LEVEL, _("as a year ago")
    size = {"points": points(change)}
    if change > 0:
        return UP, _("up %(points)s in a year") % size
    return DOWN, _("down %(points)s in a year") % size


def others_in_words(point: Point | None) -> str:
    """Say what no pole takes: it is always told, and never inside the shares."""
    if point is None or point["coverage"] is None:
        return ""
    number = count(point["other"]["events"])
    return ngettext(
        "Outside the poles: %(part)s of all cooperation on record, %(events)s event counted.",
        "Outside the poles: %(part)s of all cooperation on record, %(events)s events counted.",
        plural_of(point["other"]["events"]),
    ) % {"part": percent(1 - point["coverage"]), "events": number}


def _spark_says(all_points: list[Point], code: str) -> str:
    """Say what the spark line shows to those who do not see it."""
    known = [point for point in all_points if point["poles"][code]["share"] is not None]
    if not known:
        return _("No share on record.")
    first, last = known[0], known[-1]
    return _("Share from %(from)s in %(first)s to %(to)s in %(last)s.") % {
        "from": percent(first["poles"][code]["share"]),
        "first": date.fromisoformat(first["date"]).year,
        "to": percent(last["poles"][code]["share"]),
        "last": date.fromisoformat(last["date"]).year,
    }
