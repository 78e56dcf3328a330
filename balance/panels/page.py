"""A dashboard, filled with its numbers, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from balance.models import Annotation, Dashboard, Event, Focus, Panel, translated
from balance.panels.answers import Answer, PageAnswers
from balance.panels.computed import Missing, add_computed
from balance.panels.kinds import PanelView, view_of
from balance.panels.wording import day
from balance.queries.pages import pins
from balance.queries.questions import BalanceQuestion


@dataclass(frozen=True)
class Page:
    """What balance/dashboard.html shows, and what of it is not computed."""

    focus: Focus
    dashboard: Dashboard
    panels: list[PanelView]
    asked: BalanceQuestion
    answer: Answer
    missing: Missing


def build_page(
    *,
    dashboard: Dashboard,
    panels: Sequence[Panel],
    asked: BalanceQuestion,
    today: date,
    view: str = "",
    is_whole: bool = False,
) -> Page:
    """Fill the panels; those that ask the same share one answer.

    `view` is how the shares are drawn; `is_whole`: with every row of the tables.

    Raises:
        UnknownFocus, BadQuestion: if a question names what is not there.
    """
    pinned = [_pin(moment) for moment in pins(dashboard.focus)]
    answers = PageAnswers(
        asked=asked,
        today=today,
        pins=pinned,
        view=view,
        is_whole=is_whole,
        focus=dashboard.focus,
    )
    missing = add_computed(answers, panels)
    return Page(
        focus=dashboard.focus,
        dashboard=dashboard,
        panels=[view_of(panel, number, answers) for number, panel in enumerate(panels, 1)],
        asked=asked,
        answer=answers.balance(asked),
        missing=missing,
    )


def _pin(moment: Annotation) -> dict[str, str]:
    event = moment.event
    is_public = event is not None and event.status == Event.Status.CONFIRMED
    return {
        "date": moment.on.isoformat(),
        "when": day(moment.on),
        "title": translated(moment.title),
        "url": event.get_absolute_url() if event and is_public else "",
    }
