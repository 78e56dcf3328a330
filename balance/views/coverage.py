"""What the numbers rest on."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.operations.coverage import coverage_answer
from balance.panels.coverage import coverage_view
from balance.queries.balance import find_focus
from balance.queries.questions import BadQuestion, BalanceQuestion, UnknownFocus
from balance.views.day_form import DayForm


@require_safe
def coverage(request: HttpRequest, code: str) -> HttpResponse:
    """Show the events, articles and outlets behind the numbers of a day."""
    try:
        focus = find_focus(code)
    except UnknownFocus:
        raise Http404 from None
    form = DayForm(request.GET.dict(), today=timezone.localdate())
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
