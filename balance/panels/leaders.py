"""The clause that says who leads, no more firmly than the intervals allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.certainty import CLOSE, LEADS, PROBABLY, chances
from balance.panels.wording import about, listing, percent

Names = Mapping[str, str]
Point = Mapping[str, Any]

MOST_NAMED = 3


@dataclass(frozen=True)
class Level:
    """Poles whose shares are written alike: equal as written is equal in words."""

    codes: list[str]
    poles: str
    share: float

    @property
    def written(self) -> str:
        """The share, and whether each has it."""
        share = percent(self.share)
        if len(self.codes) == 1:
            return share
        return _("%(share)s each") % {"share": share}

    @property
    def in_brackets(self) -> str:
        """The poles with their share in brackets: China (26 %)."""
        return f"{self.poles} ({self.written})"


def leaders(point: Point, names: Names) -> str:
    """Return the clause; without lead probabilities it ranks, and claims nothing.

    `names` are the poles' names by code. At least one pole has a share.
    """
    levels = _levels(point, names)
    first, *others = levels
    if not others and len(first.codes) == 1:
        # Translators: pole, poles: names in the nominative, here and in the sentences that follow.
        return _("all cooperation on record is with %(pole)s") % {"pole": first.poles}
    if found := chances(point, names):
        return _by_chance(point, names, levels, found)
    if len(first.codes) > 1:
        return _("%(poles)s lead together (%(share)s)") % {
            "poles": first.poles,
            "share": first.written,
        }
    return _("%(first)s has the largest share (%(share)s), then %(next)s") % {
        "first": first.poles,
        "share": first.written,
        "next": others[0].in_brackets,
    }


def _by_chance(
    point: Point, names: Names, levels: Sequence[Level], found: Mapping[str, float]
) -> str:
    best = max(found, key=found.__getitem__)
    if found[best] < PROBABLY:
        return _no_clear_leader(levels, found)
    sentence = (
        _("%(first)s leads (%(share)s), then %(next)s")
        if found[best] >= LEADS
        else _("%(first)s probably leads (%(share)s), then %(next)s")
    )
    others = {code: name for code, name in names.items() if code != best}
    return sentence % {
        "first": names[best],
        "share": percent(point["poles"][best]["share"]),
        "next": _levels(point, others)[0].in_brackets,
    }


def _no_clear_leader(levels: Sequence[Level], found: Mapping[str, float]) -> str:
    """Name the two that are closest, and the third if it may lead as well."""
    first, *others = _closest(levels, found)
    words = {"poles": first.poles, "share": percent(first.share), "part": about(first.share)}
    if len(first.codes) == 1:
        sentence = _("no clear leader: %(poles)s has %(share)s")
    elif words["part"]:
        sentence = _("no clear leader: %(poles)s have %(part)s each (%(share)s)")
    else:
        sentence = _("no clear leader: %(poles)s have %(share)s each")
    return ", ".join([sentence % words, *(f"{level.poles} {level.written}" for level in others)])


def _closest(levels: Sequence[Level], found: Mapping[str, float]) -> list[Level]:
    closest: list[Level] = []
    for level in levels:
        named = sum(len(other.codes) for other in closest)
        is_close = any(found.get(code, 0) >= CLOSE for code in level.codes)
        if named >= 2 and (named >= MOST_NAMED or not is_close):
            break
        closest.append(level)
    return closest


def _levels(point: Point, names: Names) -> list[Level]:
    """Return the poles with a share, largest first, those written alike together."""
    shares = {code: point["poles"][code]["share"] for code in names}
    ranked = sorted((code for code in names if shares[code]), key=lambda code: -shares[code])
    groups = (list(codes) for _share, codes in groupby(ranked, lambda code: percent(shares[code])))
    return [
        Level(codes, listing([names[code] for code in codes]), shares[codes[0]]) for codes in groups
    ]
