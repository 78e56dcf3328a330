"""The page of one actor."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from balance.models import Actor
from balance.panels.actors import (
    actor_headline,
    membership_words,
    part_of_poles,
    tie_line,
    year_bars,
)
from balance.queries.actors import find_actor
from balance.queries.events import EventFilter, tally
from balance.queries.mergers import actor_that_absorbed
from balance.queries.pages import default_focus, pole_names


@require_safe
def actor(request: HttpRequest, code: str) -> HttpResponse:
    """Show who an actor is, whom it stands for, its ties, its newest events and claims."""
    try:
        record = find_actor(code)
    except Actor.DoesNotExist:
        if kept := actor_that_absorbed(code):
            return redirect("actor", kept.code)
        raise Http404 from None
    focus = default_focus()
    poles = pole_names(focus) if focus else {}
    scheme = focus.scheme_id if focus else None
    own = tally(EventFilter(actor=code, scheme=scheme), poles)
    everything = tally(EventFilter(scheme=scheme), poles)
    stands_for = {pole.code for pole in record.poles}
    context = {
        "focus": focus,
        "record": record,
        "actor": record.actor,
        "memberships": [
            (membership.pole, membership_words(membership.weight, membership.valid))
            for membership in record.actor.pole_memberships.all()
        ],
        "headline": actor_headline(str(record.actor), own, everything),
        "parts": part_of_poles(
            own, everything, {code: name for code, name in poles.items() if code in stands_for}
        ),
        "own": own,
        "bars": year_bars(record.by_year, code),
        "ties": [tie_line(tie, record.actor) for tie in record.ties],
    }
    return render(request, "balance/actor.html", context)
