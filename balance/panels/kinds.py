"""What each kind of panel shows."""

from collections.abc import Callable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from balance.models import Panel, translated
from balance.panels import robustness
from balance.panels.addresses import method_url, pivots_data_url
from balance.panels.answers import Answer, PageAnswers, latest, names
from balance.panels.cards import cards, others_in_words
from balance.panels.coverage import warnings
from balance.panels.headline import Standing, headline
from balance.panels.heat import heat_map, heat_title
from balance.panels.kinds_of_charts import chart, comparison, one_pole
from balance.panels.kinds_of_lists import articles, claims, event_list, events, moments
from balance.panels.kinds_of_ties import dependence, ties, ties_network, ties_timeline
from balance.panels.notes import note_html
from balance.panels.options import fixed_in_words
from balance.panels.panel_view import Made, PanelView, spoilt
from balance.panels.pivots import pivots_view
from balance.panels.pole_headline import pole_headline
from balance.panels.relationship import relationship
from balance.panels.sharing import figure_of
from balance.panels.wording import period
from balance.queries.questions import BadQuestion, BalanceQuestion, UnknownFocus

OTHER_LEADERS = 6  # The most variants that a panel names.


def view_of(panel: Panel, number: int, answers: PageAnswers) -> PanelView:
    """Return the panel, filled with its numbers; the editor's title wins over the made one.

    A panel whose options no longer fit what is there has a sentence instead.
    """
    anchor = f"panel-{panel.pk or number}"
    try:
        made, content = KINDS[panel.kind](panel, answers)
    except (BadQuestion, UnknownFocus) as error:
        return spoilt(panel, anchor, getattr(error, "sentence", ""))
    return PanelView(
        kind=panel.kind,
        anchor=anchor,
        title=translated(panel.title) or made,
        width=panel.width,
        note=note_html(translated(panel.note)) if panel.note else "",
        fixed=fixed_in_words(panel),
        content=content,
        figure=figure_of(panel, anchor, answers, content),
    )


def _headline(panel: Panel, answers: PageAnswers) -> Made:
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
    only = answers.poles(panel)
    made = pole_headline(standing, only[0]) if only else headline(standing)
    return made, {
        "relationship": _relationship(only[0], question, answers) if only else "",
        "on": date.fromisoformat(point["date"]) if point else None,
        "half_life": answer["half_life"],
        "period": standing.period,
    }


def _relationship(code: str, question: BalanceQuestion, answers: PageAnswers) -> str:
    return relationship(answers.matrix(question), answers.standing(question), code)


def _latest_period(answer: Answer) -> str:
    point = latest(answer)
    return period(date.fromisoformat(point["start"]), answer["step"]) if point else ""


def _poles(panel: Panel, answers: PageAnswers) -> Made:
    question, only = answers.question(panel), answers.poles(panel)
    answer, year_ago = answers.balance(question), answers.year_before(question)
    content = {
        "cards": cards(answer, year_ago, question, only=only),
        "is_flow": question.kernel == "flow",
        "has_intervals": answer["intervals"] == "computed",
        "lopsided": list(warnings(answers.lopsided(question), only)),
        "evidence_url": reverse("coverage", args=[question.focus]),
        "others": "" if only else others_in_words(latest(answer)),
    }
    return _("The poles, one by one"), content


def _pivots(panel: Panel, answers: PageAnswers) -> Made:
    question = answers.question(panel)
    answer = answers.pivots(question)
    view = pivots_view(answer, names(answer), answers.poles(panel))
    counted = answers.pivots_question(question)
    return view.headline, {
        "view": view,
        "answer": answer,
        "url": method_url("pivots", counted),
        "data_url": pivots_data_url(counted),
    }


def _robustness(panel: Panel, answers: PageAnswers) -> Made:
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


def _heat_map(panel: Panel, answers: PageAnswers) -> Made:
    question, only = answers.question(panel), answers.poles(panel)
    answer = answers.matrix(question)
    content = {
        "map": heat_map(answer, question, only=only),
        "answer": answer,
        "on": date.fromisoformat(answer["on"]),
        "data_url": method_url("api:matrix", question, on=answer["on"]),
        "csv_url": method_url("api:matrix", question, on=answer["on"], format="csv"),
    }
    return heat_title(answer, only=only), content


def _text(panel: Panel, answers: PageAnswers) -> Made:
    return "", {}


KINDS: dict[str, Callable[[Panel, PageAnswers], Made]] = {
    Panel.Kind.HEADLINE: _headline,
    Panel.Kind.POLES: _poles,
    Panel.Kind.SHARES: chart,
    Panel.Kind.TONE: chart,
    Panel.Kind.EFFECTIVE_POLES: chart,
    Panel.Kind.ONE_POLE: one_pole,
    Panel.Kind.COMPARISON: comparison,
    Panel.Kind.HEAT_MAP: _heat_map,
    Panel.Kind.PIVOTS: _pivots,
    Panel.Kind.ROBUSTNESS: _robustness,
    Panel.Kind.TIES: ties,
    Panel.Kind.TIES_TIMELINE: ties_timeline,
    Panel.Kind.TIES_NETWORK: ties_network,
    Panel.Kind.DEPENDENCE: dependence,
    Panel.Kind.EVENTS: events,
    Panel.Kind.EVENT_LIST: event_list,
    Panel.Kind.CLAIMS: claims,
    Panel.Kind.ARTICLES: articles,
    Panel.Kind.MOMENTS: moments,
    Panel.Kind.TEXT: _text,
}
