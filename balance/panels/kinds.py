"""What each kind of panel shows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from balance.models import Panel, translated
from balance.operations.claims import ClaimChecks
from balance.panels import robustness
from balance.panels.addresses import events_url, lens_urls, method_url, pivots_data_url, ties_url
from balance.panels.answers import Answer, PageAnswers, latest, names
from balance.panels.cards import cards, others_in_words
from balance.panels.chart_data import ChartData
from balance.panels.charts import CHARTS
from balance.panels.claims import NOT_SCORED, claim_view
from balance.panels.coverage import warnings
from balance.panels.dependence import (
    IN_A_PANEL,
    PERIODS,
    conflicts,
    dependence_title,
    indicator_views,
)
from balance.panels.headline import Standing, headline
from balance.panels.heat import heat_map, heat_title
from balance.panels.movers import mover
from balance.panels.notes import note_html
from balance.panels.pivots import chance, pivots_view
from balance.panels.pole_headline import pole_headline
from balance.panels.sharing import Figure, figure_of
from balance.panels.ties import matrix, tie_views, ties_headline
from balance.panels.wording import month, period
from balance.queries.claims import newest_claims
from balance.queries.questions import BalanceQuestion

MOST_CLAIMS = 5  # That a panel lists.
OTHER_LEADERS = 6  # The most variants that a panel names.


@dataclass(frozen=True)
class PanelView:
    """A panel as its template takes it."""

    kind: str
    anchor: str
    title: str
    width: str
    note: SafeString | str = ""
    content: dict[str, Any] = field(default_factory=dict)
    figure: Figure | None = None

    @property
    def template(self) -> str:
        """The template of the panel's kind."""
        kind = "chart" if self.kind in CHARTS else self.kind
        return f"balance/panels/{kind}.html"


def view_of(panel: Panel, number: int, answers: PageAnswers) -> PanelView:
    """Return the panel, filled with its numbers; the editor's title wins over the made one.

    Raises:
        UnknownFocus, BadQuestion: if its question names what is not there.
    """
    made, content = KINDS[panel.kind](panel, answers)
    anchor = f"panel-{panel.pk or number}"
    return PanelView(
        kind=panel.kind,
        anchor=anchor,
        title=translated(panel.title) or made,
        width=panel.width,
        note=note_html(translated(panel.note)) if panel.note else "",
        content=content,
        figure=figure_of(panel, anchor, answers, content),
    )


def _headline(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    question = answers.question(panel)
    answer = answers.balance(question)
    point = latest(answer)
    standing = Standing(
        focus=answer["focus_name"],
        names=names(answer),
        latest=point,
        year_ago=answers.year_before(question),
        period=_latest_period(answer) if answer["kernel"] == "flow" else "",
    )
    only = _only(panel)
    made = pole_headline(standing, only) if only in standing.names else headline(standing)
    return made, {
        "on": date.fromisoformat(point["date"]) if point else None,
        "half_life": answer["half_life"],
        "period": standing.period,
    }


def _only(panel: Panel) -> str:
    """Return the code of the only pole that the panel is about; empty for all."""
    return panel.pole.code if panel.pole else ""


def _latest_period(answer: Answer) -> str:
    point = latest(answer)
    return period(date.fromisoformat(point["start"]), answer["step"]) if point else ""


def _poles(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    question = answers.question(panel)
    answer, year_ago = answers.balance(question), answers.year_before(question)
    only = _only(panel)
    shown = cards(answer, year_ago, question, only=only)
    content = {
        "cards": shown,
        "is_flow": question.kernel == "flow",
        "has_intervals": answer["intervals"] == "computed",
        "lopsided": list(warnings(answers.lopsided(question), only)),
        "evidence_url": reverse("coverage", args=[question.focus]),
        "others": "" if only else others_in_words(latest(answer)),
    }
    return _("The poles, one by one"), content


def _chart(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    question = answers.question(panel)
    data = ChartData(
        question=question,
        answer=answers.balance(question),
        year_ago=answers.year_before(question),
        pole=_only(panel),
        periods=answers.periods(question),
        view=answers.view,
        is_whole=answers.is_whole,
        pins=answers.pins(question) if panel.kind == Panel.Kind.SHARES else [],
        pivots=_marked(answers, question) if panel.kind == Panel.Kind.SHARES else [],
    )
    chart = CHARTS[panel.kind](data)
    return chart.title, {
        "chart": chart,
        "answer": data.answer,
        "pins": data.pins,
        "pivots": data.pivots,
        "has_pivots": panel.kind == Panel.Kind.SHARES,
    }


def _marked(answers: PageAnswers, question: BalanceQuestion) -> list[dict[str, str]]:
    """Return the pivots within the span of the chart; weak signs are not marked on it."""
    answer = answers.balance(question)
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


def _pivots(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    question = answers.question(panel)
    answer = answers.pivots(question)
    view = pivots_view(answer, names(answer))
    counted = answers.pivots_question(question)
    return view.headline, {
        "view": view,
        "answer": answer,
        "url": method_url("pivots", counted),
        "data_url": pivots_data_url(counted),
    }


def _events(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    only = _only(panel)
    top = answers.top_events(answers.question(panel), only)
    poles = names(answers.balance(answers.question(panel)))
    content = {
        "events": [mover(event, poles) for event in top["events"]],
        "pole": panel.pole,
        "from": date.fromisoformat(top["from"]),
        "to": date.fromisoformat(top["to"]),
        "all_url": events_url(answers.question(panel), pole=only),
        "why_url": method_url("why", answers.question(panel), **({"pole": only} if only else {})),
    }
    return _("The events behind the last change"), content


def _claims(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    pole = _only(panel)
    found = newest_claims(focus=answers.focus, pole=pole, most=MOST_CLAIMS)
    checks = ClaimChecks(today=answers.today)
    content = {
        "claims": [claim_view(claim, checks.of(claim)) for claim in found],
        "not_scored": NOT_SCORED,
        "all_url": f"{reverse('claims')}?pole={pole}" if pole else reverse("claims"),
    }
    if panel.pole:
        return _("What was said about %(pole)s") % {"pole": str(panel.pole)}, content
    return _("What was said"), content


def _robustness(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    question = answers.question(panel)
    answer = answers.robustness(question)
    others = robustness.other_leaders(answer, question)
    return robustness.headline(answer), {
        "rows": others[:OTHER_LEADERS],
        "left_out": len(others[OTHER_LEADERS:]),
        "on": date.fromisoformat(answer["on"]),
        "url": robustness.page_url(question),
        "answer": answer,
        **robustness.files(question),
    }


def _heat_map(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    question = answers.question(panel)
    answer = answers.matrix(question)
    only = _only(panel)
    content = {
        "map": heat_map(answer, question, only=only),
        "answer": answer,
        "on": date.fromisoformat(answer["on"]),
        "data_url": method_url("api:matrix", question, on=answer["on"]),
        "csv_url": method_url("api:matrix", question, on=answer["on"], format="csv"),
    }
    return heat_title(answer, only=only), content


def _ties(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    answer = answers.standing()
    only = _only(panel)
    shown = [row for row in matrix(answer, tie_views(answer)) if row.code == only or not only]
    content = {
        "matrix": shown,
        "answer": answer,
        "on": date.fromisoformat(answer["on"]),
        "ties_url": ties_url(answers.asked, on=answer["on"]),
        **lens_urls("api:standing", answers.asked, on=answer["on"]),
    }
    if panel.pole:
        return _("Standing ties with %(pole)s") % {"pole": str(panel.pole)}, content
    return ties_headline(answer, today=answers.today), content


def _dependence(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    answer = answers.dependence()
    content = {
        "answer": answer,
        "indicators": indicator_views(answer, most=IN_A_PANEL, periods=PERIODS),
        "conflicts": conflicts(answer),
        **lens_urls("api:dependence", answers.asked),
    }
    return dependence_title(answer), content


def _text(panel: Panel, answers: PageAnswers) -> tuple[str, dict[str, Any]]:
    return "", {}


KINDS: dict[str, Callable[[Panel, PageAnswers], tuple[str, dict[str, Any]]]] = {
    Panel.Kind.HEADLINE: _headline,
    Panel.Kind.POLES: _poles,
    Panel.Kind.SHARES: _chart,
    Panel.Kind.TONE: _chart,
    Panel.Kind.EFFECTIVE_POLES: _chart,
    Panel.Kind.HEAT_MAP: _heat_map,
    Panel.Kind.PIVOTS: _pivots,
    Panel.Kind.ROBUSTNESS: _robustness,
    Panel.Kind.TIES: _ties,
    Panel.Kind.DEPENDENCE: _dependence,
    Panel.Kind.EVENTS: _events,
    Panel.Kind.CLAIMS: _claims,
    Panel.Kind.TEXT: _text,
}
