"""A dashboard, filled with its numbers, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from balance.models import Dashboard, Focus, Panel
from balance.panels.answers import Answer, PageAnswers
from balance.panels.computed import Missing, add_computed
from balance.panels.kinds import view_of
from balance.panels.panel_view import PanelView
from balance.panels.shown import AS_USUAL, Shown
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
    other_schemes: frozenset[str] = frozenset()

    @property
    def styles(self) -> list[str]:
        """The style sheets that its panels need beside those of every page."""
        return sorted({panel.style for panel in self.panels} - {""})

    @property
    def schemes(self) -> list[str]:
        """The schemes whose colours it needs, its own last."""
        own = self.focus.scheme.code
        return [*sorted(self.other_schemes - {own}), own]


def build_page(
    *,
    dashboard: Dashboard,
    panels: Sequence[Panel],
    asked: BalanceQuestion,
    today: date,
    shown: Shown = AS_USUAL,
    is_whole: bool = False,
) -> Page:
    """Fill the panels; those that ask the same share one answer.

    `shown` is what the charts draw; `is_whole`: with every row of the tables. A panel
    whose options no longer fit says so in its own place.

    Raises:
        UnknownFocus, BadQuestion: if a question names what is not there.
    """
    answers = PageAnswers(
        asked=asked,
        today=today,
        shown=shown,
        is_whole=is_whole,
        focus=dashboard.focus,
        dashboard=dashboard,
    )
    answers.balance(asked)  # What is wrong with it is the reader's to mend, not a panel's.
    missing = add_computed(answers, panels)
    return Page(
        focus=dashboard.focus,
        dashboard=dashboard,
        panels=[view_of(panel, number, answers) for number, panel in enumerate(panels, 1)],
        asked=asked,
        answer=answers.balance(asked),
        missing=missing,
        other_schemes=frozenset(panel.focus.scheme.code for panel in panels if panel.focus),
    )
