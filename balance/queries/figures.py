"""One panel by itself: a focus's own of a kind, or one of a published dashboard."""

from balance.models import Dashboard, Focus, Panel, Pole
from balance.queries.pages import published_dashboard


class NoFigure(LookupError):
    """Readers see no such panel."""


def focus_figure(focus: Focus, kind: str, *, pole: str = "") -> tuple[Dashboard, Panel]:
    """Return the panel of a kind, about all poles or about one, on no editor's page.

    Raises:
        NoFigure: if there is no such kind or pole.
    """
    if kind not in Panel.Kind.values or kind == Panel.Kind.TEXT:
        raise NoFigure(kind)
    only = _pole(focus, pole) if pole else None
    panel = Panel(kind=kind, position=0)
    panel.shown_poles = [only] if only else []
    return Dashboard(title="", focus=focus), panel


def dashboard_figure(slug: str, key: int) -> tuple[Dashboard, Panel]:
    """Return one visible panel of a published dashboard.

    Raises:
        NoFigure: if readers see none of this key.
    """
    try:
        dashboard, panels = published_dashboard(slug)
    except Dashboard.DoesNotExist:
        raise NoFigure(slug) from None
    found = next((panel for panel in panels if panel.pk == key), None)
    if found is None:
        raise NoFigure(str(key))
    return dashboard, found


def _pole(focus: Focus, code: str) -> Pole:
    """Look among the few there are: a code from an address may hold what no query takes."""
    for pole in Pole.objects.filter(scheme=focus.scheme_id):
        if pole.code == code:
            return pole
    raise NoFigure(code)
