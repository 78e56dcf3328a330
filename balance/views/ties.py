"""Standing ties: where a focus stands with each pole, how it got there, and who else is tied."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from balance.models import Focus, Ladder
from balance.operations.standing import standing_answer
from balance.panels.network import network
from balance.panels.steps import SINCE, timeline
from balance.panels.ties import matrix, tie_views, ties_headline
from balance.queries.balance import find_focus
from balance.queries.pages import default_focus
from balance.queries.questions import BadQuestion, BalanceQuestion, UnknownFocus
from balance.views.event_filters import CODE
from balance.views.partial_dates import PartialDateField


class TiesForm(forms.Form):
    """The day whose ties are shown; without one, today."""

    on = PartialDateField(
        label=_("On"),
        required=False,
        max_length=10,
        widget=forms.DateInput(attrs={"type": "date", "min": "1900-01-01", "max": "2099-12-31"}),
    )
    focus = forms.RegexField(CODE, required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, given: Mapping[str, str], *, today: date) -> None:
        super().__init__({"on": today.isoformat()} | dict(given), label_suffix="")
        self._today = today

    def clean(self) -> dict[str, Any]:
        """Show a month or year as its first day: a browser's calendar knows nothing else."""
        cleaned = super().clean() or {}
        self.data = {**self.data, "on": self.day.isoformat()}
        return cleaned

    @property
    def day(self) -> date:
        """The day asked for, or today where that means nothing."""
        span = self.cleaned_data.get("on")
        return span[0] if span else self._today


@require_safe
def ties(request: HttpRequest) -> HttpResponse:
    """Show the standing ties of a focus on a day, and over time."""
    today = timezone.localdate()
    form = TiesForm(request.GET.dict(), today=today)
    form.full_clean()
    focus = _focus(form)
    if focus is None:
        return render(request, "balance/empty.html", {"here": "ties"})
    try:
        question = BalanceQuestion(focus=focus.actor.code)
        answer = standing_answer(question=question, on=form.day, others=True)
    except BadQuestion as error:  # Nothing is published.
        context = {"focus": focus, "problem": error.sentence}
        return render(request, "balance/unanswered.html", context, status=503)
    return render(request, "balance/ties.html", _context(answer, form, focus, today))


def _focus(form: TiesForm) -> Focus | None:
    """Return the focus of the address, or else the default one.

    Raises:
        Http404: if the address names what is none.
    """
    if "focus" in form.errors:
        raise Http404
    if not (code := form.cleaned_data.get("focus")):
        return default_focus()
    try:
        return find_focus(code)
    except UnknownFocus:
        raise Http404 from None


def _context(answer: dict[str, Any], form: TiesForm, focus: Focus, today: date) -> dict[str, Any]:
    views = tie_views(answer)
    newest = [(tie["ladder"] == Ladder.OTHER, views[tie["id"]]) for tie in answer["ties"][::-1]]
    query = {"on": form.day.isoformat(), "others": "1"}
    data_url = f"{reverse('api:standing', args=[focus.actor.code])}?{urlencode(query)}"
    return {
        "here": "ties",
        "focus": focus,
        "form": form,
        "answer": answer,
        "on": form.day,
        "today": today,
        "months": {"first": SINCE, "value": _months(form.day), "last": _months(today)},
        "headline": ties_headline(answer, today=today),
        "matrix": matrix(answer, views),
        "timeline": timeline(answer, views, today=today),
        "ranked": [view for is_other, view in newest if not is_other],
        "others": [view for is_other, view in newest if is_other],
        "network": network(answer["between_others"], [pole["code"] for pole in answer["poles"]]),
        "data_url": data_url,
        "csv_url": f"{data_url}&format=csv",
    }


def _months(on: date) -> int:
    """Return the months since the slider's first, which is none before it."""
    return max(0, 12 * (on.year - SINCE) + on.month - 1)
