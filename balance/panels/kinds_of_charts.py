"""Panels that are charts: one of all poles or some, one pole in depth, poles side by side."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.models import Panel, Pole
from balance.panels.addresses import method_url, pole_url
from balance.panels.answers import Answer, PageAnswers, latest, names
from balance.panels.cards import cards
from balance.panels.chart_data import ChartData
from balance.panels.charts import CHARTS
from balance.panels.headline import Standing
from balance.panels.panel_view import Made
from balance.panels.pivots import chance
from balance.panels.pole_headline import pole_headline
from balance.panels.sharing import Figure, figure_of
from balance.panels.titles import some_shares_title
from balance.panels.wording import month, opening
from balance.queries.questions import BalanceQuestion


@dataclass(frozen=True)
class Part:
    """A chart within a panel: what components/chart.html takes besides the chart."""

    anchor: str
    title: str
    content: dict[str, Any]
    figure: Figure


def chart(panel: Panel, answers: PageAnswers) -> Made:
    """Return shares, tone or effective poles over time."""
    return _chart(panel.kind, answers.question(panel), answers.poles(panel), answers)


def one_pole(panel: Panel, answers: PageAnswers) -> Made:
    """Return the sentence, the card and the shares of one pole."""
    question, only = answers.question(panel), answers.poles(panel)
    answer, year_ago = answers.balance(question), answers.year_before(question)
    standing = Standing(
        focus=answer["focus_name"], names=names(answer), latest=latest(answer), year_ago=year_ago
    )
    return pole_headline(standing, only[0]), {
        "card": next(iter(cards(answer, year_ago, question, only=only)), None),
        "part": _part(panel, panel.shown_poles[0], answers, with_moments=True),
        "page_url": pole_url(question, only[0]),
    }


def comparison(panel: Panel, answers: PageAnswers) -> Made:
    """Return the same chart of shares once for each of two to four poles."""
    question, only = answers.question(panel), answers.poles(panel)
    answer = answers.balance(question)
    parts = [_part(panel, pole, answers) for pole in panel.shown_poles]
    shown = {code: name for code, name in names(answer).items() if code in only}
    return some_shares_title(latest(answer), shown), {"parts": parts}


def _part(panel: Panel, pole: Pole, answers: PageAnswers, *, with_moments: bool = False) -> Part:
    """Return the shares of one pole as a chart of its own; beside others, pins are too much."""
    question = answers.question(panel)
    made, content = _chart(
        Panel.Kind.SHARES, question, (pole.code,), answers, with_moments=with_moments
    )
    title = made if with_moments else opening(str(pole))
    anchor = f"panel-{panel.pk or panel.position}-{pole.code}"
    alone = Panel(kind=Panel.Kind.SHARES)
    alone.shown_poles = [pole]
    return Part(anchor, title, content, figure_of(alone, anchor, answers, content, question))


def _chart(
    kind: str,
    question: BalanceQuestion,
    only: tuple[str, ...],
    answers: PageAnswers,
    *,
    with_moments: bool = True,
) -> Made:
    has_pivots = kind == Panel.Kind.SHARES and with_moments
    data = ChartData(
        question=question,
        answer=answers.balance(question),
        year_ago=answers.year_before(question),
        only=only,
        periods=answers.periods(question),
        shown=answers.shown,
        is_whole=answers.is_whole,
        pins=answers.pins(question) if with_moments else [],
        pivots=_marked(answers, question) if has_pivots else [],
    )
    made = CHARTS[kind](data)
    return made.title, {
        "chart": made,
        "answer": data.answer,
        "pins": data.pins,
        "pivots": data.pivots,
        "has_pivots": has_pivots,
    }


def _marked(answers: PageAnswers, question: BalanceQuestion) -> list[dict[str, str]]:
    """Return the pivots within the span of the chart; weak signs are not marked on it."""
    answer: Answer = answers.balance(question)
    page = method_url("pivots", answers.pivots_question(question))
    return [
        {
            "date": moment["date"],
            "label": _("pivot, %(chance)s") % {"chance": chance(moment["p"])},
            "when": month(date.fromisoformat(moment["date"])),
            "chance": chance(moment["p"]),
            "url": f"{page}#pivot-{moment['date']}",
        }
        for moment in answers.moments(question)
        if moment["strength"] == "pivot" and answer["start"] <= moment["date"] < answer["end"]
    ]
