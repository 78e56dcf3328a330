"""The list of events, and the page of one."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.models import Event, Focus
from balance.operations.answers import event_effect
from balance.panels.effects import EffectView, effect_view
from balance.queries import pages
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.event_filters import EventFilterForm

PAGE_SIZE = 25


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show the events that count, newest first, narrowed by the reader."""
    focus = pages.default_focus()
    form = EventFilterForm(request.GET.dict(), focus=focus)
    found = pages.confirmed_events(form.asked())
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "focus": focus,
        "form": form,
        "page": page,
        "address": _without_page(request.GET),
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
    context = {"focus": focus, "event": event}
    if event.status == Event.Status.WITHDRAWN:
        return render(request, "balance/event_withdrawn.html", context, status=410)
    context["effect"] = _effect(event, focus) if focus else None
    return render(request, "balance/event_detail.html", context)


def _effect(event: Event, focus: Focus) -> EffectView | None:
    """Return what the event did; None while no methodology is published."""
    question = BalanceQuestion(focus=focus.actor.code)
    try:
        found = event_effect(event=event, question=question, today=timezone.localdate())
    except BadQuestion:
        return None
    return effect_view(found)


def _without_page(given: QueryDict) -> str:
    """Return the reader's question as an address to which a page number is added."""
    kept = given.copy()
    kept.pop("page", None)
    for name in [name for name, value in kept.items() if not value]:
        del kept[name]
    return kept.urlencode()
