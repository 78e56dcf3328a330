"""Panels that are lists: events, claims, articles, and the moments pinned on the charts."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from balance.models import Dimension, Panel
from balance.operations.claims import ClaimChecks
from balance.panels.addresses import events_url, method_url
from balance.panels.answers import PageAnswers, names
from balance.panels.claims import NOT_SCORED, claim_view
from balance.panels.drawing import Tick, time_ticks
from balance.panels.movers import mover
from balance.panels.panel_view import Made
from balance.panels.wording import listing
from balance.queries.claims import newest_claims
from balance.queries.panel_lists import EventsWanted, newest_events, quoted_articles

MOST_CLAIMS, MOST_EVENTS, MOST_ARTICLES = 5, 8, 8  # That a panel lists.
APART, ROWS = 3.0, 3  # Per cent between two moments of a row, and how many rows there are.


def events(panel: Panel, answers: PageAnswers) -> Made:
    """Return what brought most in the year up to the last day."""
    question, only = answers.question(panel), "".join(answers.poles(panel))
    top = answers.top_events(question, only)
    poles = names(answers.balance(question))
    content = {
        "events": [mover(event, poles) for event in top["events"]],
        "pole": panel.shown_poles[0] if only else None,
        "from": date.fromisoformat(top["from"]),
        "to": date.fromisoformat(top["to"]),
        "all_url": events_url(question, pole=only),
        "why_url": method_url("why", question, **({"pole": only} if only else {})),
    }
    return _("The events behind the last change"), content


def event_list(panel: Panel, answers: PageAnswers) -> Made:
    """Return the newest events of the poles, dimensions and days asked for."""
    wanted = _wanted(panel, answers)
    only = [pole.code for pole in panel.shown_poles]
    question = answers.question(panel)
    content = {
        "events": newest_events(wanted, most=MOST_EVENTS),
        "all_url": events_url(
            question,
            pole=only[0] if len(only) == 1 else "",
            start=question.start,
            end=question.end,
        ),
    }
    return _about(panel, _("The newest events"), _("The newest events: %(what)s")), content


def claims(panel: Panel, answers: PageAnswers) -> Made:
    """Return the newest statements about the focus, or about its pole."""
    pole = "".join(answers.poles(panel))
    focus = answers.focus_of(answers.question(panel))
    found = newest_claims(focus=focus, pole=pole, most=MOST_CLAIMS)
    checks = ClaimChecks(today=answers.today)
    content = {
        "claims": [claim_view(claim, checks.of(claim)) for claim in found],
        "not_scored": NOT_SCORED,
        "all_url": f"{reverse('claims')}?pole={pole}" if pole else reverse("claims"),
    }
    if pole:
        return _("What was said about %(pole)s") % {"pole": str(panel.shown_poles[0])}, content
    return _("What was said"), content


def articles(panel: Panel, answers: PageAnswers) -> Made:
    """Return the newest articles quoted for events of the poles, dimensions and days."""
    found = quoted_articles(_wanted(panel, answers), most=MOST_ARTICLES)
    content = {"articles": found, "all_url": reverse("articles")}
    return _about(panel, _("What was written"), _("What was written: %(what)s")), content


@dataclass(frozen=True)
class Moment:
    """A pinned moment: its number, its place in per cent, its row, and what the list says."""

    number: int
    at: float
    row: int
    pin: dict[str, str]


def moments(panel: Panel, answers: PageAnswers) -> Made:
    """Return the moments pinned on the charts of the focus, on a line of time."""
    question = answers.question(panel)
    pins = answers.pins(question)
    answer = answers.balance(question)
    start, end = date.fromisoformat(answer["start"]), date.fromisoformat(answer["end"])
    if pins and question.start is None:
        start = date(int(pins[0]["date"][:4]), 1, 1)
    content: dict[str, Any] = {
        "moments": _placed(pins, start, end),
        "ticks": [Tick(tick.at, tick.label) for tick in time_ticks(start, end)],
    }
    return _("The moments that editors marked"), content


def _placed(pins: list[dict[str, str]], start: date, end: date) -> list[Moment]:
    """Place the moments so that no two in a row touch, as far as there are rows."""
    last = [-APART] * ROWS
    placed = []
    for number, pin in enumerate(pins, 1):
        at = 100 * (date.fromisoformat(pin["date"]) - start).days / max(1, (end - start).days)
        row = next((row for row in range(ROWS) if at - last[row] >= APART), ROWS - 1)
        last[row] = at
        placed.append(Moment(number, round(at, 2), row, pin))
    return placed


def _wanted(panel: Panel, answers: PageAnswers) -> EventsWanted:
    question = answers.question(panel)
    focus = answers.focus_of(question)
    return EventsWanted(
        focus=question.focus,
        scheme=focus.scheme_id,
        poles=answers.poles(panel),
        dimensions=question.dimensions or (),
        start=question.start,
        end=question.last_day(answers.today) + timedelta(days=1),
    )


def _about(panel: Panel, plain: str, narrowed: str) -> str:
    """Return the title of a list, which says to what it is narrowed."""
    parts = [str(pole) for pole in panel.shown_poles]
    parts += [str(Dimension(name).label) for name in panel.dimensions]
    return narrowed % {"what": listing(parts)} if parts else plain
