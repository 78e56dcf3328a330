"""Questions across tables that the public pages ask."""

from collections.abc import Sequence

from django.db.models import Q

from balance.models import (
    Annotation,
    Dashboard,
    Focus,
    Panel,
    Pole,
)
from balance.models.history import STANDING

FRONT_PAGE = (
    "headline",
    "poles",
    "shares",
    "tone",
    "effective_poles",
    "heat_map",
    "pivots",
    "robustness",
    "ties",
    "dependence",
    "events",
)
POLE_PAGE = (
    "headline",
    "poles",
    "shares",
    "tone",
    "heat_map",
    "pivots",
    "ties",
    "ties_timeline",
    "dependence",
    "events",
    "event_list",
    "claims",
)
HALVES = ("tone", "effective_poles", "ties", "dependence")


def default_focus() -> Focus | None:
    """Return the focus of the front page: the one marked so, or else the first by name."""
    return Focus.objects.select_related("actor", "scheme").first()


def all_foci() -> list[Focus]:
    """Return every focus, that of the front page first."""
    return list(Focus.objects.select_related("actor", "scheme"))


def published_dashboards() -> list[Dashboard]:
    """Return the dashboards that readers see, in the order that editors gave them."""
    return list(Dashboard.objects.published().select_related("focus__actor", "focus__scheme"))


def front_page(focus: Focus, dashboards: Sequence[Dashboard]) -> tuple[Dashboard, Sequence[Panel]]:
    """Return the focus's own one of the dashboards with its visible panels, or the usual one.

    The usual one is not saved.
    """
    for dashboard in dashboards:
        if dashboard.is_front_page and dashboard.focus_id == focus.pk:
            return dashboard, _visible_panels(dashboard)
    usual = [
        Panel(kind=kind, position=position, width="half" if kind in HALVES else "full")
        for position, kind in enumerate(FRONT_PAGE)
    ]
    return Dashboard(title="", focus=focus), usual


def pole_page(focus: Focus, code: str) -> tuple[Dashboard, Sequence[Panel]]:
    """Return the page of one pole of the focus: every panel that can be about a single one.

    Raises:
        Pole.DoesNotExist: if the focus's scheme has none of the code.
    """
    pole = Pole.objects.get(scheme=focus.scheme_id, code=code)
    panels = [Panel(kind=kind, position=position) for position, kind in enumerate(POLE_PAGE)]
    for panel in panels:
        panel.shown_poles = [pole]
    return Dashboard(title=pole.name, focus=focus), panels


def published_dashboard(slug: str) -> tuple[Dashboard, Sequence[Panel]]:
    """Return a published dashboard with its visible panels.

    Raises:
        Dashboard.DoesNotExist: if readers see none under this name.
    """
    published = Dashboard.objects.published().select_related("focus__actor", "focus__scheme")
    found = published.get(slug=slug)
    return found, _visible_panels(found)


def pole_names(focus: Focus) -> dict[str, str]:
    """Return the names of the focus's poles by code, in their order."""
    poles = Pole.objects.filter(scheme=focus.scheme_id)
    return {pole.code: str(pole) for pole in poles}


def pins(focus: Focus, dashboard: Dashboard | None = None) -> list[Annotation]:
    """Return the moments pinned on the focus's charts, or the dashboard's, in order of time."""
    where = Q(dashboard=None) | Q(dashboard=dashboard.pk if dashboard else None)
    found = Annotation.objects.filter(STANDING, where, focus=focus)
    return list(found.select_related("event").order_by("on", "id"))


def _visible_panels(dashboard: Dashboard) -> list[Panel]:
    panels = Panel.objects.filter(dashboard=dashboard, is_hidden=False).with_options()
    found = list(panels.order_by("position", "id"))
    for panel in found:
        panel.dashboard = dashboard
    return found
