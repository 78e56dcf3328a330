"""The kinds of panels, what each shows, and which of an editor's options it takes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PanelKind(models.TextChoices):
    HEADLINE = "headline", _("headline")
    POLES = "poles", _("a card for each pole")
    SHARES = "shares", _("shares over time")
    TONE = "tone", _("tone over time")
    EFFECTIVE_POLES = "effective_poles", _("effective poles over time")
    ONE_POLE = "one_pole", _("one pole in depth")
    COMPARISON = "comparison", _("poles side by side")
    HEAT_MAP = "heat_map", _("dimensions by pole")
    PIVOTS = "pivots", _("pivots: when relations changed for good")
    ROBUSTNESS = "robustness", _("what the ranking hangs on")
    TIES = "ties", _("standing ties on a day")
    TIES_TIMELINE = "ties_timeline", _("standing ties over time")
    TIES_NETWORK = "ties_network", _("network of ties between others")
    DEPENDENCE = "dependence", _("measured dependence")
    EVENTS = "events", _("events behind the last change")
    EVENT_LIST = "event_list", _("list of events")
    CLAIMS = "claims", _("what was said")
    ARTICLES = "articles", _("list of articles")
    MOMENTS = "moments", _("timeline of the pinned moments")
    TEXT = "text", _("a note")


EXPLAINED = {
    PanelKind.HEADLINE: _("A sentence made from the numbers: who leads, and who moved most."),
    PanelKind.POLES: _("Share, tone and change in a year of each pole, as cards."),
    PanelKind.SHARES: _("Each pole’s share of the cooperation, as lines or layers."),
    PanelKind.TONE: _("How friendly or hostile dealings with each pole are, as lines."),
    PanelKind.EFFECTIVE_POLES: _("Among how many equal partners it might as well be divided."),
    PanelKind.ONE_POLE: _("One pole: its sentence, its card and its share over time."),
    PanelKind.COMPARISON: _("The same chart for two to four poles, side by side."),
    PanelKind.HEAT_MAP: _("A table of dimensions by pole, darker where there is more."),
    PanelKind.PIVOTS: _("The months around which relations changed for good."),
    PanelKind.ROBUSTNESS: _("In how many variants of the method the ranking stays."),
    PanelKind.TIES: _("The highest rung with each pole on each ladder, on one day."),
    PanelKind.TIES_TIMELINE: _("The rungs with each pole since 1991, as steps."),
    PanelKind.TIES_NETWORK: _("Who else is tied to whom on one day, as a drawing."),
    PanelKind.DEPENDENCE: _("Each pole’s share of imports, gas, arms and what else is measured."),
    PanelKind.EVENTS: _("What brought most in the last year, with its effect on each pole."),
    PanelKind.EVENT_LIST: _("The newest events, of some poles, dimensions or years."),
    PanelKind.CLAIMS: _("The newest statements, with what became of them."),
    PanelKind.ARTICLES: _("The newest articles that are quoted for events."),
    PanelKind.MOMENTS: _("The moments that editors pinned, on a line of time."),
    PanelKind.TEXT: _("A text of your own, in Markdown."),
}

_TIMES = {"years", "period"}
_DRAWN = {"focus", "dataset", "methodology", "half_life", "dimensions", "step", "kernel", *_TIMES}

OPTIONS: dict[PanelKind, set[str]] = {
    PanelKind.HEADLINE: {*_DRAWN, "poles"},
    PanelKind.POLES: {*_DRAWN, "poles"},
    PanelKind.SHARES: {*_DRAWN, "poles"},
    PanelKind.TONE: {*_DRAWN, "poles"},
    PanelKind.EFFECTIVE_POLES: _DRAWN,
    PanelKind.ONE_POLE: {*_DRAWN, "poles"},
    PanelKind.COMPARISON: {*_DRAWN, "poles"},
    PanelKind.HEAT_MAP: {"focus", "dataset", "methodology", "half_life", "poles", "period"},
    PanelKind.PIVOTS: {"focus", "methodology", "dimensions"},
    PanelKind.ROBUSTNESS: {"focus", "methodology", "half_life", "dimensions", "period"},
    PanelKind.TIES: {"focus", "poles", "period"},
    PanelKind.TIES_TIMELINE: {"focus", "poles"},
    PanelKind.TIES_NETWORK: {"focus", "period"},
    PanelKind.DEPENDENCE: {"focus"},
    PanelKind.EVENTS: {"focus", "methodology", "half_life", "dimensions", "poles", "period"},
    PanelKind.EVENT_LIST: {"focus", "poles", "dimensions", *_TIMES},
    PanelKind.CLAIMS: {"focus", "poles"},
    PanelKind.ARTICLES: {"focus", "poles", "dimensions", *_TIMES},
    PanelKind.MOMENTS: {"focus", *_TIMES},
    PanelKind.TEXT: set(),
}

# How many poles a kind is about: at least, and at most. No pole chosen is all of them.
POLES: dict[PanelKind, tuple[int, int]] = {
    PanelKind.HEADLINE: (0, 1),
    PanelKind.ONE_POLE: (1, 1),
    PanelKind.COMPARISON: (2, 4),
    PanelKind.EVENTS: (0, 1),
    PanelKind.CLAIMS: (0, 1),
}


def kinds_with(option: str) -> list[str]:
    """Return the kinds that take the option, as they are stored."""
    return [kind.value for kind, options in OPTIONS.items() if option in options]
