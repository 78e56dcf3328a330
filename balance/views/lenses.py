"""Events beside what is measured, and every figure behind it."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.api.parameters import ChoiceField
from balance.operations.standing import dependence_answer, lenses_answer
from balance.panels import lenses as words
from balance.panels.addresses import lens_urls, method_url
from balance.panels.dependence import conflicts, indicator_views
from balance.queries.questions import KERNELS, BadQuestion, BalanceQuestion
from balance.views.controls import KERNELS as KERNEL_WORDS
from balance.views.focus_pages import answer_or_usual, focus_or_404, unanswered
from balance.views.method_form import MethodForm

Answered = tuple[BalanceQuestion, dict[str, Any]]


class LensesForm(MethodForm):
    """How to count the events: what stands or each period, half-life, dimension."""

    # Translators: what is counted: what stands, or each period.
    kernel = ChoiceField(label=_("Count"), required=False, choices=KERNELS, widget=forms.Select)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kernel"].widget.choices = list(KERNEL_WORDS.items())
        self.order_fields(["kernel", "half_life", "dimension"])

    def question(self, focus: str) -> BalanceQuestion:
        """Return the question of the valid form."""
        kernel = self.cleaned_data["kernel"] or "stock"
        return BalanceQuestion(focus=focus, kernel=kernel, **self.method())


@require_safe
def lenses(request: HttpRequest, code: str) -> HttpResponse:
    """Show the indicators beside the event shares, with their rank correlation."""
    focus = focus_or_404(code)
    now = timezone.now()
    form = LensesForm(request.GET.dict(), now=now)
    try:
        asked, answer = _answer(form, code, now)
        measured = dependence_answer(question=BalanceQuestion(focus=code, as_of=asked.as_of))
    except BadQuestion as error:
        return unanswered(request, focus, error)
    kernel = {} if asked.kernel == "stock" else {"kernel": asked.kernel}
    context = {
        "here": "balance",
        "focus": focus,
        "form": form,
        "asked": asked,
        "answer": answer,
        "title": words.lenses_title(answer),
        "summary": words.lenses_summary(answer),
        "comparisons": words.comparisons(answer),
        "axis": words.axis(),
        "missing": words.missing_research(answer),
        "indicators": indicator_views(measured),
        "conflicts": conflicts(measured),
        "measured": measured,
        "measured_urls": lens_urls("api:dependence", asked),
        "data_url": method_url("api:lenses", asked, **kernel),
        "csv_url": method_url("api:lenses", asked, **kernel, format="csv"),
    }
    return render(request, "balance/lenses.html", context)


def _answer(form: LensesForm, code: str, now: datetime) -> Answered:
    """Answer what the reader asks, or, where that makes no sense, the usual question.

    Raises:
        BadQuestion: if even that has no answer.
    """

    def answered(question: BalanceQuestion) -> Answered:
        return question, lenses_answer(question=question, today=now.date())

    return answer_or_usual(
        form, lambda: answered(form.question(code)), lambda: answered(BalanceQuestion(focus=code))
    )
