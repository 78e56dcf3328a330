"""How far the leader and the ranking hang on single choices."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.api.parameters import WordsField
from balance.operations.robustness import robustness_answer
from balance.panels.robustness import robustness_view
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.focus_pages import answer_or_usual, focus_or_404, unanswered
from balance.views.method_form import MethodForm, exact_day_field

Answered = tuple[BalanceQuestion, dict[str, Any]]


class RobustnessForm(MethodForm):
    """A day, and how to count; and the variant that is open."""

    variant = WordsField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = exact_day_field(_("At the end of"))
        self.order_fields(["to", "half_life", "dimension"])

    def question(self, focus: str) -> BalanceQuestion:
        """Return the question of the valid form."""
        last = self.cleaned_data["to"]
        end = last + timedelta(days=1) if last else None
        return BalanceQuestion(focus=focus, end=end, **self.method())


@require_safe
def robustness(request: HttpRequest, code: str) -> HttpResponse:
    """Show in which variants the leader and the ranking hold, and one of them in full."""
    focus = focus_or_404(code)
    now = timezone.now()
    form = RobustnessForm(request.GET.dict(), now=now)
    try:
        asked, answer = _answer(form, code, now)
    except BadQuestion as error:
        return unanswered(request, focus, error)
    view = robustness_view(answer, asked, form.cleaned_data.get("variant") or "")
    context = {
        "here": "balance",
        "focus": focus,
        "asked": asked,
        "answer": answer,
        "robustness": view,
        "form": form,
        "csv": view.csv_url,
    }
    return render(request, "balance/robustness.html", context)


def _answer(form: RobustnessForm, code: str, now: datetime) -> Answered:
    """Answer what the reader asked, or, where that makes no sense, the usual."""

    def answered(question: BalanceQuestion) -> Answered:
        return question, robustness_answer(question=question, today=now.date())

    return answer_or_usual(
        form, lambda: answered(form.question(code)), lambda: answered(BalanceQuestion(focus=code))
    )
