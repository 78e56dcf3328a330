"""What has a page of its own, for the map of the site."""

from django.db.models import QuerySet

from articles.models import Article
from balance.models import Claim, Dashboard, Event, Focus, Pole


def foci() -> dict[str, list[str]]:
    """Return the codes of each focus's poles by the focus's own."""
    schemes: dict[int, list[str]] = {}
    for scheme, code in Pole.objects.order_by("position").values_list("scheme_id", "code"):
        schemes.setdefault(scheme, []).append(code)
    found = Focus.objects.order_by("actor__code").values_list("actor__code", "scheme_id")
    return {code: schemes.get(scheme, []) for code, scheme in found}


def dashboards() -> QuerySet[Dashboard]:
    """Return the dashboards that readers see."""
    return Dashboard.objects.published().only("slug").order_by("pk")


def events() -> QuerySet[Event]:
    """Return the events that count."""
    return Event.objects.confirmed().only("updated_at").order_by("pk")


def claims() -> QuerySet[Claim]:
    """Return the claims that stand."""
    return Claim.objects.standing().only("pk").order_by("pk")


def articles() -> QuerySet[Article]:
    """Return the articles behind confirmed events."""
    return Article.objects.only("updated_at").order_by("pk")
