"""One figure by itself: as a picture in a file."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from balance.models import Dashboard, Panel
from balance.panels.page import Page, build_page
from balance.panels.picture_files import NoPicture, digest, file_name, panel_svg, png
from balance.panels.sheets import SIZES, THEMES
from balance.queries.figures import NoFigure, dashboard_figure, focus_figure
from balance.queries.questions import BadQuestion
from balance.tasks import wake_run
from balance.views.controls import BalanceForm
from balance.views.focus_pages import focus_or_404

TYPES = {"svg": "image/svg+xml; charset=utf-8", "png": "image/png"}
FRESH = 300  # Seconds for which a picture may be shown without asking again.


@dataclass(frozen=True)
class Figure:
    """A panel that stands alone, and the dashboard that it is of."""

    dashboard: Dashboard
    panel: Panel

    @property
    def focus_code(self) -> str:
        """The code of the focus that it is about."""
        return self.dashboard.focus.actor.code

    @property
    def page_path(self) -> str:
        """The path of the page that the figure is of."""
        if self.dashboard.pk:
            return self.dashboard.get_absolute_url()
        for pole in self.panel.shown_poles:
            return reverse("pole", args=[self.focus_code, pole.code])
        return reverse("focus", args=[self.focus_code])


def of_focus(request: HttpRequest, code: str, kind: str) -> Figure:
    """Return a focus's own figure of a kind, about the pole of the address, if it names one.

    Raises:
        Http404: if there is none.
    """
    try:
        return Figure(*focus_figure(focus_or_404(code), kind, pole=request.GET.get("pole", "")))
    except NoFigure:
        raise Http404 from None


def of_dashboard(slug: str, panel: int) -> Figure:
    """Return a figure of a published dashboard.

    Raises:
        Http404: if there is none.
    """
    try:
        return Figure(*dashboard_figure(slug, panel))
    except NoFigure:
        raise Http404 from None


def fill(figure: Figure, request: HttpRequest, today: date) -> Page:
    """Fill the figure with the numbers that the address asks for.

    Raises:
        BadQuestion: if the address makes no sense: no other numbers take their place.
    """
    form = BalanceForm(request.GET.dict(), now=timezone.now())
    if not form.is_valid():
        field, errors = next(iter(form.errors.items()))
        raise BadQuestion(field, str(errors[0]))
    page = build_page(
        dashboard=figure.dashboard,
        panels=[figure.panel],
        asked=form.question(figure.focus_code),
        today=today,
        shown=form.shown,
    )
    for run_id in page.missing.waiting:
        wake_run(run_id)
    return page


@require_safe
def focus_picture(request: HttpRequest, code: str, kind: str, suffix: str) -> HttpResponse:
    """Answer with a focus's own figure as a file."""
    return _picture(request, of_focus(request, code, kind), suffix)


@require_safe
def dashboard_picture(request: HttpRequest, slug: str, panel: int, suffix: str) -> HttpResponse:
    """Answer with a figure of a dashboard as a file."""
    return _picture(request, of_dashboard(slug, panel), suffix)


def _picture(request: HttpRequest, figure: Figure, suffix: str) -> HttpResponse:
    try:
        size = one_of(request, "size", SIZES, "wide")
        theme = one_of(request, "theme", THEMES, "light")
        page = fill(figure, request, timezone.localdate())
    except BadQuestion as error:
        return HttpResponse(
            f"{error.sentence}\n", status=400, content_type="text/plain; charset=utf-8"
        )
    panel, answer = page.panels[0], page.answer
    address = f"Balance · {request.get_host()}{figure.page_path}"
    try:
        svg = panel_svg(panel, answer, address=address, size=size, theme=theme)
    except NoPicture:
        raise Http404 from None
    name = file_name(panel, answer, size=size, suffix=suffix)
    return _answer(request, svg, suffix, name)


def one_of(request: HttpRequest, name: str, known: Collection[str], usual: str) -> str:
    """Return a parameter that names one of a few things.

    Raises:
        BadQuestion: if it names none of them.
    """
    given = request.GET.get(name) or usual
    if given not in known:
        sentence = _("%(value)s is not known; take one of %(choices)s.")
        raise BadQuestion(name, sentence % {"value": repr(given[:40]), "choices": ", ".join(known)})
    return given


def _answer(request: HttpRequest, svg: str, suffix: str, name: str) -> HttpResponse:
    """Answer with the picture, or that the reader has this very one."""
    etag = f'"{digest(svg)}-{suffix}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        content = png(svg) if suffix == "png" else svg
        response = HttpResponse(content, content_type=TYPES[suffix])
        response["Content-Disposition"] = f'inline; filename="{name}"'
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=FRESH)
    return response
