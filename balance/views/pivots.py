"""When the composition of relations changed for good, and what changed then."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.operations.pivots import pivots_so_far
from balance.panels.addresses import pivots_data_url
from balance.panels.computed import missing
from balance.panels.pivots import pivots_view
from balance.queries.balance import find_focus
from balance.queries.pages import pole_names
from balance.queries.questions import BadQuestion, BalanceQuestion, UnknownFocus
from balance.tasks import wake_run
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
    try:
        focus = find_focus(code)
    except UnknownFocus:
        raise Http404 from None
    now = timezone.now()
    form = PivotsForm(request.GET.dict(), now=now)
    try:
        asked, answer, outcome = _answer(form, code, now.date())
    except BadQuestion as error:  # Even the usual question has no answer: nothing is published.
        context = {"focus": focus, "problem": error.sentence}
        return render(request, "balance/unanswered.html", context, status=503)
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
    if form.is_valid():
        try:
            asked = BalanceQuestion(focus=code, **form.method())
            return asked, *pivots_so_far(question=asked, today=today)
        except BadQuestion as error:
            form.refuse(error)
    usual = BalanceQuestion(focus=code)
    return usual, *pivots_so_far(question=usual, today=today)
