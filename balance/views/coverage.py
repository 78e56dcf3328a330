"""What the numbers rest on."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from balance.operations.coverage import coverage_answer
from balance.panels.coverage import coverage_view
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.focus_pages import focus_or_404
from balance.views.partial_dates import day_field


class CoverageForm(forms.Form):
    """A day, a month's or a year's last day; by default today. `on` is the first day after it."""

    def __init__(self, given: Mapping[str, str], *, today: date) -> None:
        data = {name: value for name, value in given.items() if value}
        super().__init__({"on": today.isoformat()} | data, label_suffix="")
        # Translators: the label of a day: the picture as it stood on it.
        self.fields["on"] = day_field(_("On"))

    def clean_on(self) -> date | None:
        """Return the first day after the chosen one."""
        span = self.cleaned_data["on"]
        return span[1] if span else None


@require_safe
def coverage(request: HttpRequest, code: str) -> HttpResponse:
    """Show the events, articles and outlets behind the numbers of a day."""
    focus = focus_or_404(code)
    form = CoverageForm(request.GET.dict(), today=timezone.localdate())
    context: dict[str, Any] = {"here": "coverage", "focus": focus, "form": form}
    if form.is_valid():
        question = BalanceQuestion(focus=code, end=form.cleaned_data["on"])
        try:
            context |= _answered(question)
        except BadQuestion as error:
            form.add_error(None, error.sentence)
    return render(request, "balance/coverage.html", context)


def _answered(question: BalanceQuestion) -> dict[str, Any]:
    answer = coverage_answer(question=question, today=timezone.localdate())
    address = reverse("api:coverage", args=[question.focus])
    asked = {"end": question.end.isoformat()} if question.end else {}
    return {
        "answer": answer,
        "page": coverage_view(answer),
        "json": f"{address}?{urlencode(asked)}" if asked else address,
        "csv": f"{address}?{urlencode(asked | {'format': 'csv'})}",
    }
