"""The sentence that says where the focus stands, made from the numbers."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.panels.leaders import leaders
from balance.panels.wording import count, decimal, listing, opening, plural_of, points

Point = dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """What the headline is made of: the latest point, and the one a year before it.

    `names` are the poles' names by code, as they stand in a sentence, in their order. `period`
    names the latest one where the numbers are of that period alone.
    """

    focus: str
    names: dict[str, str]
    latest: Point | None
    year_ago: Point | None = None
    period: str = ""


def headline(standing: Standing) -> str:
    """Return the sentence: who leads, how many partners that amounts to, who moved most."""
    point = standing.latest
    if point is None or point["reason"] is not None:
        return _no_shares(standing, point["reason"] if point else "no_data")
    clauses = [leaders(point, standing.names), *_partners(point), _mover(standing, point)]
    return opening(_in_period(standing, "; ".join(clauses))) + "." + _thin(point)


def _in_period(standing: Standing, sentence: str) -> str:
    if not standing.period:
        return sentence
    words = {"period": standing.period, "sentence": sentence}
    return _("%(period)s: %(sentence)s") % words


def change_in_points(latest: Point, year_ago: Point | None, pole: str) -> int | None:
    """Return the change of a pole's share in whole percentage points; None without a number."""
    after = latest["poles"][pole]["share"]
    before = year_ago["poles"][pole]["share"] if year_ago else None
    if after is None or before is None:
        return None
    return round(100 * (after - before))


def _no_shares(standing: Standing, reason: str) -> str:
    poles = listing(list(standing.names.values()))
    if reason == "only_conflict":
        # Translators: focus, pole, poles: names in the nominative, as everywhere.
        sentence = _(
            "only conflict is on record between %(focus)s and %(poles)s, "
            "so nobody has a share of its cooperation."
        )
    elif standing.period:
        sentence = _("nothing is on record between %(focus)s and %(poles)s.")
    else:
        sentence = _("nothing is on record yet between %(focus)s and %(poles)s.")
    words = {"focus": standing.focus, "poles": poles}
    return opening(_in_period(standing, sentence % words))


def _partners(point: Point) -> list[str]:
    """Say how many equal partners the shares amount to, where there is more than one."""
    number = point["effective_poles"]
    if number is None or "single_pole" in point["flags"]:
        return []
    if round(number, 1) == 1:
        return [_("in effect one partner")]
    return [_("as if %(number)s equal partners") % {"number": decimal(number)}]


def _mover(standing: Standing, point: Point) -> str:
    """Name the pole whose share moved most in a year."""
    changes = {
        code: change
        for code in standing.names
        if (change := change_in_points(point, standing.year_ago, code)) is not None
    }
    if not changes:
        return _("there is no number for a year ago")
    code = max(changes, key=lambda code: (abs(changes[code]), changes[code]))
    if changes[code] == 0:
        return _("no share moved by a point in a year")
    sentence = (
        _("%(pole)s rose most in a year, by %(points)s")
        if changes[code] > 0
        else _("%(pole)s fell most in a year, by %(points)s")
    )
    return sentence % {"pole": standing.names[code], "points": points(changes[code])}


def _thin(point: Point) -> str:
    if "thin" not in point["flags"]:
        return ""
    events = sum(pole["events"] for pole in point["poles"].values())
    number = count(events)
    return " " + ngettext(
        "The evidence is thin: %(number)s event.",
        "The evidence is thin: %(number)s events.",
        plural_of(events),
    ) % {"number": number}
