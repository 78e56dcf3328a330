"""The sentence about one pole, made from the numbers."""

from typing import Any

from django.utils.translation import gettext as _

from balance.panels.cards import change_in_words
from balance.panels.headline import Standing, change_in_points
from balance.panels.wording import opening, percent, signed, tone_word


def pole_headline(standing: Standing, code: str) -> str:
    """Return the sentence: the pole's share, how it changed in a year, and the tone."""
    name, point = standing.names[code], standing.latest
    numbers: dict[str, Any]
    numbers = point["poles"][code] if point else {"share": None, "tone": None, "reason": "no_data"}
    if point is None or numbers["share"] is None:
        return _without_share(standing, name, numbers)
    change = change_in_words(change_in_points(point, standing.year_ago, code))[1]
    sentence = f"{_share(standing, name, numbers)}, {change}"
    if numbers["tone"] is not None:
        sentence += "; " + _tone(numbers["tone"])
    sentence += "."
    if standing.period:
        sentence = _("%(period)s: %(sentence)s") % {"period": standing.period, "sentence": sentence}
    return opening(sentence)


def _share(standing: Standing, name: str, numbers: dict[str, Any]) -> str:
    words = {"pole": name, "focus": standing.focus, "share": percent(numbers["share"])}
    if numbers["share"] == 0:
        return _("%(pole)s has no part of %(focus)s’s cooperation") % words
    return _("%(pole)s has %(share)s of %(focus)s’s cooperation with the poles") % words


def _tone(tone: float) -> str:
    return _("the tone is %(word)s (%(tone)s)") % {"word": tone_word(tone), "tone": signed(tone)}


def _without_share(standing: Standing, name: str, numbers: dict[str, Any]) -> str:
    """Say what there is, where there is no share: only conflict, or nothing."""
    words = {"focus": standing.focus, "pole": name}
    if numbers["tone"] is not None:
        sentence = _("only conflict is on record between %(focus)s and %(pole)s.") % words
    else:
        sentence = _("nothing is on record yet between %(focus)s and %(pole)s.") % words
    return opening(sentence)
