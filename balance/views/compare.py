"""Numbers side by side: two dates, several poles, two ways to count, several foci."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.operations.compare import Compared, compared_answers
from balance.operations.cuts import shift_answer
from balance.panels.columns import Column, foci_comparison, setting_name, settings_comparison
from balance.panels.compare import dates_comparison, poles_comparison
from balance.panels.comparison import Comparison
from balance.panels.computed import missing
from balance.queries.pages import all_foci
from balance.queries.questions import BadQuestion
from balance.tasks import wake_run
from balance.views.compare_form import FOCI, POLES, SETTINGS, CompareForm
from balance.views.focus_pages import answer_or_usual, unanswered

Answered = tuple[list[Compared], Comparison]


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Lay what the reader chose side by side."""
    foci = all_foci()
    if not foci:
        return render(request, "balance/empty.html")
    now = timezone.now()
    made = partial(CompareForm, foci=foci, now=now)
    form = made(request.GET)
    usual = made(_way_alone(form))
    usual.full_clean()
    try:
        compared, comparison = answer_or_usual(
            form, lambda: _answered(form, now.date()), lambda: _answered(usual, now.date())
        )
    except BadQuestion as error:
        return unanswered(request, form.focus, error)
    for run_id in [one.outcome.waiting for one in compared if one.outcome.waiting]:
        wake_run(run_id)
    context = {
        "here": "compare",
        "focus": form.focus,
        "schemes": dict.fromkeys(one.answer["scheme"] for one in compared),
        "form": form,
        "comparison": comparison,
        "as_of": compared[0].question.as_of,
        "missing": missing({one.question: one.outcome for one in compared}, {}),
        "is_alone": form.mode == FOCI and len(compared) == 1,
    }
    return render(request, "balance/compare.html", context)


def _answered(form: CompareForm, today: date) -> Answered:
    """Answer what the valid form asks, and lay it side by side."""
    compared = compared_answers(asked=form.asked(), today=today)
    return compared, _side_by_side(form, compared)


def _side_by_side(form: CompareForm, compared: Sequence[Compared]) -> Comparison:
    first = compared[0]
    if form.mode == FOCI:
        return foci_comparison(
            [Column(one.answer["focus_name"], one.question, one.answer) for one in compared]
        )
    if form.mode == SETTINGS:
        return settings_comparison(
            [
                Column(setting_name(one.answer, other.answer), one.question, one.answer)
                for one, other in zip(compared, compared[::-1], strict=True)
            ]
        )
    if form.mode == POLES:
        return poles_comparison(first.answer, first.question, form.cleaned_data["pole"])
    ends = [date.fromisoformat(first.answer["points"][at]["date"]) for at in (0, -1)]
    moved = shift_answer(question=first.question, from_day=ends[0], to_day=ends[1])
    return dates_comparison(first.answer, first.question, moved)


def _way_alone(form: CompareForm) -> QueryDict:
    """Return the way to compare, and whose balance, without anything else that was chosen."""
    kept = QueryDict(mutable=True)
    kept["by"] = form.mode
    if form.mode != FOCI:
        kept["focus"] = form.focus.actor.code
    return kept
