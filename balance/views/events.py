"""The list of events, and the page of one."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.models import Event, Focus, Scale
from balance.operations.answers import event_effect
from balance.panels.calendar import calendar_of, year_headline
from balance.panels.effects import effect_view
from balance.panels.events import (
    events_deck,
    events_headline,
    parts_by_dimension,
    parts_by_pole,
)
from balance.panels.facts import intensity_in_words, parties
from balance.queries import pages
from balance.queries.events import Tally, dated_events, event_record, listed_events, tally
from balance.queries.mergers import event_that_absorbed
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.event_filters import CALENDAR, NEWEST, EventFilterForm
from balance.views.paging import without_page

PAGE_SIZE = 25


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show the events that count, newest first, narrowed by the reader."""
    focus = pages.default_focus()
    form = EventFilterForm(request.GET.dict(), focus=focus)
    asked = form.asked()
    found = tally(asked, form.poles)
    kept = form.kept()
    context: dict[str, Any] = {
        "here": "events",
        "focus": focus,
        "form": form,
        "found": found,
        "headline": events_headline(found, form.poles),
        "deck": events_deck(found),
        "by_pole": parts_by_pole(found, form.poles, kept),
        "by_dimension": parts_by_dimension(found, kept),
        "is_narrowed": bool(kept),
        "list_address": f"?{urlencode(kept)}",
        "calendar_address": f"?{urlencode(kept | {'view': CALENDAR})}",
        "csv": form.file_address(csv=True),
        "json": form.file_address(csv=False),
        "tally_url": form.tally_address(),
    }
    if form.is_calendar:
        return render(
            request, "balance/event_calendar.html", context | _calendar(form, found, kept)
        )
    newest = form.cleaned_data.get("order") == NEWEST
    rows = listed_events(asked, newest=newest)
    pages_of = Paginator(rows, PAGE_SIZE)
    pages_of.count = found.events  # Counted already.
    page = pages_of.get_page(request.GET.get("page"))
    context |= {"page": page, "address": without_page(request.GET)}
    return render(request, "balance/event_list.html", context)


def _calendar(form: EventFilterForm, found: Tally, kept: dict[str, str]) -> dict[str, Any]:
    """Return a year of the events: the one asked for, or else the last that has any."""
    last = found.end - timedelta(days=1) if found.end else timezone.localdate()
    year = form.cleaned_data.get("year") or last.year
    shown = calendar_of(dated_events(form.asked(), year, form.poles), year, form.poles, kept)
    first_year = found.first.year if found.first else year
    in_calendar = kept | {"view": CALENDAR}
    return {
        "calendar": shown,
        "year_headline": year_headline(shown),
        "earlier": f"?{urlencode(in_calendar | {'year': year - 1})}" if year > first_year else "",
        "later": f"?{urlencode(in_calendar | {'year': year + 1})}" if year < last.year else "",
    }


@require_safe
def event_detail(request: HttpRequest, key: int) -> HttpResponse:
    """Show one event, its evidence, and what it did to the balance."""
    try:
        event = event_record(key)
    except Event.DoesNotExist:
        raise Http404 from None
    focus = pages.default_focus()
    context: dict[str, Any] = {"here": "events", "focus": focus, "event": event}
    if event.status == Event.Status.WITHDRAWN:
        if kept := event_that_absorbed(key):
            return redirect(kept)
        return render(request, "balance/event_withdrawn.html", context, status=410)
    effect = _effect(event, focus) if focus else None
    scale = effect["methodology"]["scale"] if effect else Scale.GOLDSTEIN
    context |= {
        "answer": effect,
        "effect": effect and effect_view(effect),
        "parties": parties(event.participants.all()),
        "intensity": intensity_in_words(event, scale),
    }
    return render(request, "balance/event_detail.html", context)


def _effect(event: Event, focus: Focus) -> dict[str, Any] | None:
    """Return what the event did; None while no methodology is published."""
    question = BalanceQuestion(focus=focus.actor.code)
    try:
        return event_effect(event=event, question=question, today=timezone.localdate())
    except BadQuestion:
        return None
