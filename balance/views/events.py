"""The list of events, and the page of one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.models import Event, Focus, Scale
from balance.operations.answers import event_effect
from balance.panels.effects import effect_view
from balance.panels.facts import intensity_in_words, parties
from balance.queries import pages
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.event_filters import EventFilterForm
from balance.views.paging import without_page

PAGE_SIZE = 25


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show the events that count, newest first, narrowed by the reader."""
    focus = pages.default_focus()
    form = EventFilterForm(request.GET.dict(), focus=focus)
    found = pages.confirmed_events(form.asked())
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "here": "events",
        "focus": focus,
        "form": form,
        "page": page,
        "address": without_page(request.GET),
        "csv": form.csv_address(),
    }
    return render(request, "balance/event_list.html", context)


@require_safe
def event_detail(request: HttpRequest, key: int) -> HttpResponse:
    """Show one event, its evidence, and what it did to the balance."""
    try:
        event = pages.event_record(key)
    except Event.DoesNotExist:
        raise Http404 from None
    focus = pages.default_focus()
    context: dict[str, Any] = {"here": "events", "focus": focus, "event": event}
    if event.status == Event.Status.WITHDRAWN:
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
