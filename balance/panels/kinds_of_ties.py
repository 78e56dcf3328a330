"""Panels of the two lenses beside the events: standing ties, and measured dependence."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from balance.models import Panel
from balance.panels.addresses import lens_urls, ties_url
from balance.panels.answers import PageAnswers
from balance.panels.dependence import (
    IN_A_PANEL,
    PERIODS,
    conflicts,
    dependence_title,
    indicator_views,
    narrowed,
    pole_dependence_title,
)
from balance.panels.network import network
from balance.panels.panel_view import Made
from balance.panels.steps import timeline
from balance.panels.ties import matrix, tie_views, ties_headline
from balance.panels.wording import day, listing


def ties(panel: Panel, answers: PageAnswers) -> Made:
    """Return the highest rung with each pole on each ladder, on the last day."""
    question, only = answers.question(panel), answers.poles(panel)
    answer = answers.standing(question)
    shown = [row for row in matrix(answer, tie_views(answer)) if not only or row.code in only]
    content = {
        "matrix": shown,
        "answer": answer,
        "on": date.fromisoformat(answer["on"]),
        "ties_url": ties_url(question, on=answer["on"]),
        **lens_urls("api:standing", question, on=answer["on"]),
    }
    if only:
        return _("Standing ties with %(poles)s") % {"poles": _named(panel)}, content
    return ties_headline(answer, today=answers.today), content


def ties_timeline(panel: Panel, answers: PageAnswers) -> Made:
    """Return the rungs with each pole over time; with poles chosen, theirs alone."""
    question, only = answers.question(panel), answers.poles(panel)
    answer = answers.standing(question)
    drawn = timeline(answer, tie_views(answer), today=answers.today)
    if only:
        own = [group for group in drawn.poles if group.code in only]
        drawn = replace(drawn, poles=own, others=[], plain=[])
    content = {
        "timeline": drawn,
        "answer": answer,
        "ties_url": ties_url(question, on=answer["on"]),
        **lens_urls("api:standing", question, on=answer["on"]),
    }
    if only:
        words = {"poles": _named(panel), "start": drawn.start}
        return _("Steps up and down with %(poles)s since %(start)s") % words, content
    return _("Steps up and down since %(start)s") % {"start": drawn.start}, content


def ties_network(panel: Panel, answers: PageAnswers) -> Made:
    """Return who else is tied to whom on the last day."""
    question = answers.question(panel)
    answer = answers.standing(question, others=True)
    on = date.fromisoformat(answer["on"])
    content = {
        "network": network(answer["between_others"], [pole["code"] for pole in answer["poles"]]),
        "focus": answers.focus_of(question),
        "answer": answer,
        "ties_url": ties_url(question, on=answer["on"]),
        **lens_urls("api:standing", question, on=answer["on"], others="1"),
        "csv_url": "",
    }
    return _("Ties between others on %(day)s") % {"day": day(on)}, content


def dependence(panel: Panel, answers: PageAnswers) -> Made:
    """Return each pole's share of what is measured, the newest periods; or some poles' alone."""
    question, only = answers.question(panel), answers.poles(panel)
    answer = narrowed(answers.dependence(question), only)
    content = {
        "answer": answer,
        "indicators": indicator_views(answer, most=IN_A_PANEL, periods=PERIODS),
        "conflicts": conflicts(answer),
        **lens_urls("api:dependence", question),
    }
    title = pole_dependence_title if len(only) == 1 else dependence_title
    return title(answer), content


def _named(panel: Panel) -> str:
    return listing([str(pole) for pole in panel.shown_poles])
