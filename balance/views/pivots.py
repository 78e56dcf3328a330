"""When the composition of relations changed for good, and what changed then."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.operations.pivots import pivots_so_far
from balance.panels.addresses import pivots_data_url
from balance.panels.computed import missing
from balance.panels.pivots import pivots_view
from balance.queries.pages import pole_names
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.tasks import wake_run
from balance.views.focus_pages import answer_or_usual, focus_or_404, unanswered
from balance.views.method_form import MethodForm

Answered = tuple[BalanceQuestion, dict[str, Any], Any]


class PivotsForm(MethodForm):
    """What counts; half-life plays no part, since windows of whole years are compared."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["half_life"]

    def method(self) -> dict[str, Any]:
        """Return the parts of a question that say how to count."""
        self.cleaned_data["half_life"] = None
        return super().method()


@require_safe
def pivots(request: HttpRequest, code: str) -> HttpResponse:
    """Show the pivots and the weak signs, or that they are being computed."""
    focus = focus_or_404(code)
    now = timezone.now()
    form = PivotsForm(request.GET.dict(), now=now)
    try:
        asked, answer, outcome = _answer(form, code, now.date())
    except BadQuestion as error:
        return unanswered(request, focus, error)
    if outcome.waiting:
        wake_run(outcome.waiting)
    context = {
        "here": "balance",
        "focus": focus,
        "asked": asked,
        "answer": answer,
        "view": pivots_view(answer, pole_names(focus)),
        "missing": missing({}, {asked: outcome}),
        "form": form,
        "data_url": pivots_data_url(asked),
    }
    return render(request, "balance/pivots.html", context)


def _answer(form: PivotsForm, code: str, today: date) -> Answered:
    """Answer what the reader asked, or, where that makes no sense, the usual."""

    def answered(**method: Any) -> Answered:
        question = BalanceQuestion(focus=code, **method)
        return question, *pivots_so_far(question=question, today=today)

    return answer_or_usual(form, lambda: answered(**form.method()), answered)
