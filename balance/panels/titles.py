"""The sentence over each chart, made from the numbers that it shows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.certainty import PROBABLY, chances, ends, overlap, overtaking_sentence
from balance.panels.wording import (
    decimal,
    in_period,
    listing,
    opening,
    percent,
    share_range,
    signed,
    tone_word,
)

Point = dict[str, Any]
Names = dict[str, str]


def shares_title(points: Sequence[Point], names: Names, step: str) -> str:
    """Tell the last change of the leader in the span, or else who led throughout."""
    leads = [(point, leaders) for point in points if (leaders := _leaders(point, names))]
    if not leads:
        return _("No cooperation is on record in this period")
    overtaking = _last_overtaking(leads)
    if overtaking is None:
        return _no_overtaking(leads, names)
    point, winner, loser = overtaking
    chance = chances(leads[-1][0], names).get(winner)
    return overtaking_sentence(chance) % {
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
    share, peak = max(shares, key=lambda pair: pair[0])
    words = {
        "pole": opening(names[code]),
        "when": in_period(date.fromisoformat(peak["start"]), step),
        "share": percent(share),
        "range": share_range(ends(peak["poles"][code], "share")),
    }
    if words["range"]:
        return _("%(pole)s’s share was largest %(when)s: %(share)s (%(range)s)") % words
    return _("%(pole)s’s share was largest %(when)s") % words


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
        # Translators: here and below names of poles are in the nominative.
        return _("The tone with %(pole)s is %(word)s (%(tone)s)") % {
            "pole": names[code],
            "word": tone_word(tone),
            "tone": signed(tone),
        }
    best, worst = max(tones, key=tones.__getitem__), min(tones, key=tones.__getitem__)
    if signed(tones[best]) == signed(tones[worst]):
        return _("The tone is the same with all: %(tone)s") % {"tone": signed(tones[best])}
    words = {
        "best": names[best],
        "high": signed(tones[best]),
        "worst": names[worst],
        "low": signed(tones[worst]),
    }
    return _tone_sentence(_stands_out(point, best, tones), _stands_out(point, worst, tones)) % words


def _stands_out(point: Point | None, code: str, tones: Mapping[str, float]) -> bool:
    """Say whether a tone differs from all others by more than its interval leaves open."""
    found = {name: ends(point["poles"][name], "tone") for name in tones} if point else {}
    return not any(overlap(found.get(code), found[other]) for other in found if other != code)


def _tone_sentence(best_is_clear: bool, worst_is_clear: bool) -> str:
    if best_is_clear and worst_is_clear:
        return _("Friendliest with %(best)s (%(high)s), coolest with %(worst)s (%(low)s)")
    if best_is_clear:
        return _(
            "Friendliest with %(best)s (%(high)s); "
            "coolest, within the margin, with %(worst)s (%(low)s)"
        )
    if worst_is_clear:
        return _(
            "Coolest with %(worst)s (%(low)s); "
            "friendliest, within the margin, with %(best)s (%(high)s)"
        )
    return _(
        "Within the margin, friendliest with %(best)s (%(high)s) "
        "and coolest with %(worst)s (%(low)s)"
    )


def some_shares_title(point: Point | None, names: Names) -> str:
    """Tell the latest shares of the poles shown: others, left out, may have larger ones."""
    told = [
        _("%(pole)s has %(share)s") % {"pole": name, "share": percent(share)}
        for code, name in names.items()
        if point and (share := point["poles"][code]["share"]) is not None
    ]
    if not told:
        return _("None of these poles has a share at the end of this period")
    return opening(listing(told))


def some_tones_title(point: Point | None, names: Names) -> str:
    """Tell the latest tones of the poles shown: others, left out, may be friendlier or cooler."""
    told = [
        _("%(word)s with %(pole)s (%(tone)s)")
        % {"word": tone_word(tone), "pole": name, "tone": signed(tone)}
        for code, name in names.items()
        if point and (tone := point["poles"][code]["tone"]) is not None
    ]
    if not told:
        return _("No contact with these poles is on record in this period")
    return opening(listing(told))


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
    now = ends(latest, "effective_poles")
    if overlap(now, ends(year_ago, "effective_poles") or [before, before]):
        sentence = _("As if %(number)s equal partners; a year ago %(before)s, within the margin")
        return sentence % words
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


def _no_overtaking(leads: list[tuple[Point, list[str]]], names: Names) -> str:
    _point, leaders = leads[-1]
    if len(leaders) > 1:
        poles = opening(listing([names[code] for code in leaders]))
        return _("%(poles)s are level") % {"poles": poles}
    found = [chances(point, names).get(leaders[0], 1) for point, _leaders in leads]
    sentence = (
        _("%(pole)s has the largest share throughout")
        if min(found) >= PROBABLY
        else _("%(pole)s has the largest share throughout, at times within the margin")
    )
    return sentence % {"pole": opening(names[leaders[0]])}
