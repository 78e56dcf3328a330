"""The sentence over each chart, made from the numbers that it shows."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.wording import decimal, in_period, listing, opening, signed, tone_word

Point = dict[str, Any]
Names = dict[str, str]


def shares_title(points: Sequence[Point], names: Names, step: str) -> str:
    """Tell the last change of the leader in the span, or else who led throughout."""
    leads = [(point, leaders) for point in points if (leaders := _leaders(point, names))]
    if not leads:
        return _("No cooperation is on record in this period")
    overtaking = _last_overtaking(leads)
    if overtaking is None:
        return _no_overtaking(leads[-1][1], names)
    point, winner, loser = overtaking
    return _("%(winner)s overtook %(loser)s %(when)s") % {
        "winner": opening(names[winner]),
        "loser": names[loser],
        "when": in_period(date.fromisoformat(point["start"]), step),
    }


def pole_title(points: Sequence[Point], code: str, names: Names, step: str) -> str:
    """Tell when one pole's share was largest."""
    shares = [
        (point["poles"][code]["share"], point)
        for point in points
        if point["poles"][code]["share"] is not None
    ]
    if not shares:
        return _("%(pole)s has no share in this period") % {"pole": opening(names[code])}
    _share, peak = max(shares, key=lambda pair: pair[0])
    return _("%(pole)s’s share was largest %(when)s") % {
        "pole": opening(names[code]),
        "when": in_period(date.fromisoformat(peak["start"]), step),
    }


def tone_title(point: Point | None, names: Names) -> str:
    """Name the best and the worst tone at the latest point."""
    tones = {
        code: point["poles"][code]["tone"]
        for code in names
        if point and point["poles"][code]["tone"] is not None
    }
    if not tones:
        return _("No contact is on record in this period")
    if len(tones) == 1:
        [(code, tone)] = tones.items()
        return _("The tone with %(pole)s is %(word)s (%(tone)s)") % {
            "pole": names[code],
            "word": tone_word(tone),
            "tone": signed(tone),
        }
    best, worst = max(tones, key=tones.__getitem__), min(tones, key=tones.__getitem__)
    if signed(tones[best]) == signed(tones[worst]):
        return _("The tone is the same with all: %(tone)s") % {"tone": signed(tones[best])}
    return _("Friendliest with %(best)s (%(high)s), coolest with %(worst)s (%(low)s)") % {
        "best": names[best],
        "high": signed(tones[best]),
        "worst": names[worst],
        "low": signed(tones[worst]),
    }


def effective_poles_title(latest: Point | None, year_ago: Point | None, focus: str) -> str:
    """Say how many equal partners the shares amount to, and whether they grew in a year."""
    number = latest["effective_poles"] if latest else None
    if number is None:
        return _("No cooperation is on record, so there are no partners to count")
    words = {"focus": focus, "number": decimal(number)}
    before = year_ago["effective_poles"] if year_ago else None
    if before is None:
        return _("%(focus)s stands as if it had %(number)s equal partners") % words
    words["before"] = decimal(before)
    if words["before"] == words["number"]:
        return _("As if %(number)s equal partners, as a year ago") % words
    if number > before:
        return _("As if %(number)s equal partners, up from %(before)s a year ago") % words
    return _("As if %(number)s equal partners, down from %(before)s a year ago") % words


def _leaders(point: Point, names: Names) -> list[str]:
    """Return the poles with the largest share; several where it is exactly equal."""
    shares = {code: point["poles"][code]["share"] for code in names}
    if any(share is None for share in shares.values()):
        return []
    largest = max(shares.values())
    return [code for code, share in shares.items() if share == largest]


def _last_overtaking(leads: list[tuple[Point, list[str]]]) -> tuple[Point, str, str] | None:
    """Return where the lead last passed from one pole to another; a tie passes nothing."""
    last, holder = None, None
    for point, leaders in leads:
        if holder in leaders:
            continue
        if len(leaders) == 1:
            if holder is not None:
                last = (point, leaders[0], holder)
            holder = leaders[0]
    return last


def _no_overtaking(leaders: list[str], names: Names) -> str:
    if len(leaders) == 1:
        return _("%(pole)s has the largest share throughout") % {"pole": opening(names[leaders[0]])}
    return _("%(poles)s are level") % {"poles": opening(listing([names[code] for code in leaders]))}
