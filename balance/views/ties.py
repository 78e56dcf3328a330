"""Standing ties: where a focus stands with each pole, how it got there, and who else is tied."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from balance.models import Focus, Ladder
from balance.operations.standing import standing_answer
from balance.panels.addresses import lens_urls
from balance.panels.network import network
from balance.panels.steps import SINCE, timeline
from balance.panels.ties import matrix, tie_views, ties_headline
from balance.queries.pages import default_focus
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.event_filters import CODE
from balance.views.focus_pages import focus_or_404, unanswered
from balance.views.known_on import KnownOnForm
from balance.views.partial_dates import PartialDateField


class TiesForm(KnownOnForm):
    """The day whose ties are shown, by default the last one that is known; and as known when."""

    on = PartialDateField(
        # Translators: the label of a day: the ties in force on it.
        label=_("On"),
        required=False,
        max_length=10,
        widget=forms.DateInput(attrs={"type": "date", "min": "1900-01-01", "max": "2099-12-31"}),
    )
    focus = forms.RegexField(CODE, required=False, max_length=40, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Show a month or year as its first day: a browser's calendar knows nothing else."""
        cleaned = super().clean() or {}
        self.data = {**self.data, "on": self.day.isoformat()}
        return cleaned

    @property
    def day(self) -> date:
        """The day asked for, or where that means nothing the last one that is known."""
        span = self.cleaned_data.get("on")
        return span[0] if span else (self.known_on or self._now).date()

    @property
    def known_on(self) -> datetime | None:
        """The instant as known on which the ties are shown; None is now."""
        found: datetime | None = self.cleaned_data.get("as_of")
        return found


@require_safe
def ties(request: HttpRequest) -> HttpResponse:
    """Show the standing ties of a focus on a day, and over time."""
    form = TiesForm(request.GET.dict(), now=timezone.now())
    form.full_clean()
    focus = _focus(form)
    if focus is None:
        return render(request, "balance/empty.html", {"here": "ties"})
    try:
        answer = _answer(form, focus)
    except BadQuestion as error:
        return unanswered(request, focus, error)
    context = _context(answer, form, focus, timezone.localdate())
    return render(request, "balance/ties.html", context)


def _answer(form: TiesForm, focus: Focus) -> dict[str, Any]:
    """Answer as known when the reader asks, or, where nothing was, as known now.

    Raises:
        BadQuestion: if even that has no answer.
    """
    question = BalanceQuestion(focus=focus.actor.code, as_of=form.known_on)
    try:
        return standing_answer(question=question, on=form.day, others=True)
    except BadQuestion as error:
        if not question.as_of:
            raise
        form.add_error("as_of", error.sentence)
        return standing_answer(question=replace(question, as_of=None), on=form.day, others=True)


def _focus(form: TiesForm) -> Focus | None:
    """Return the focus of the address, or else the default one.

    Raises:
        Http404: if the address names what is none.
    """
    if "focus" in form.errors:
        raise Http404
    if not (code := form.cleaned_data.get("focus")):
        return default_focus()
    return focus_or_404(code)


def _context(answer: dict[str, Any], form: TiesForm, focus: Focus, today: date) -> dict[str, Any]:
    views = tie_views(answer)
    newest = [(tie["ladder"] == Ladder.OTHER, views[tie["id"]]) for tie in answer["ties"][::-1]]
    asked = BalanceQuestion(focus=focus.actor.code, as_of=form.known_on)
    return {
        "here": "ties",
        "focus": focus,
        "form": form,
        "standing": answer,
        "on": form.day,
        "today": today,
        "months": {"first": SINCE, "value": _months(form.day), "last": _months(today)},
        "headline": ties_headline(answer, today=today),
        "matrix": matrix(answer, views),
        "timeline": timeline(answer, views, today=today),
        "ranked": [view for is_other, view in newest if not is_other],
        "others": [view for is_other, view in newest if is_other],
        "network": network(answer["between_others"], [pole["code"] for pole in answer["poles"]]),
        "as_of": form.known_on,
        **lens_urls("api:standing", asked, on=form.day.isoformat(), others="1"),
    }


def _months(on: date) -> int:
    """Return the months since the slider's first, which is none before it."""
    return max(0, 12 * (on.year - SINCE) + on.month - 1)
