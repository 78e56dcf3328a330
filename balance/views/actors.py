"""The page of one actor."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from balance.models import Actor
from balance.panels.actors import membership_words, tie_line
from balance.queries.actors import find_actor
from balance.queries.pages import default_focus


@require_safe
def actor(request: HttpRequest, code: str) -> HttpResponse:
    """Show who an actor is, whom it stands for, its ties, its newest events and claims."""
    try:
        record = find_actor(code)
    except Actor.DoesNotExist:
        raise Http404 from None
    context = {
        "focus": default_focus(),
        "record": record,
        "actor": record.actor,
        "memberships": [
            (membership.pole, membership_words(membership.weight, membership.valid))
            for membership in record.actor.pole_memberships.all()
        ],
        "ties": [tie_line(tie, record.actor) for tie in record.ties],
    }
    return render(request, "balance/actor.html", context)
