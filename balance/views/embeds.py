"""A figure in a frame on another site: no cookies, no session, no way to anything but itself."""

from collections.abc import Callable
from functools import wraps

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from balance.panels.page import Page
from balance.panels.sheets import THEMES
from balance.queries.questions import BadQuestion
from balance.views.figures import FRESH, Figure, fill, of_dashboard, of_focus, one_of

EVERYBODY = {"frame-ancestors": ["*"]}
SYSTEM = "system"  # Light or dark as the reader's machine is.


def framed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Let every site show the view in a frame."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return view(request, *args, **kwargs)

    return require_safe(xframe_options_exempt(csp_replace(EVERYBODY)(shown)))


@framed
def focus_embed(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Show a focus's own figure."""
    return _embed(request, of_focus(request, code, kind))


@framed
def dashboard_embed(request: HttpRequest, slug: str, panel: int) -> HttpResponse:
    """Show a figure of a dashboard."""
    return _embed(request, of_dashboard(slug, panel))


def _embed(request: HttpRequest, figure: Figure) -> HttpResponse:
    page, problem, theme = None, "", SYSTEM
    try:
        theme = one_of(request, "theme", [*THEMES, SYSTEM], SYSTEM)
        page = fill(figure, request, timezone.localdate())
    except BadQuestion as error:
        problem = error.sentence
    context = {
        "page": page,
        "panel": page.panels[0] if page else None,
        "focus": figure.dashboard.focus,
        "theme": "" if theme == SYSTEM else theme,
        "problem": problem,
        "address": _address(request, figure, page),
    }
    response = render(request, "balance/embed.html", context, status=400 if problem else 200)
    patch_cache_control(response, public=True, max_age=FRESH)
    return response


def _address(request: HttpRequest, figure: Figure, page: Page | None) -> str:
    """Return the page of the figure, with what the frame's address chose."""
    shown = page.panels[0].figure if page else None
    return request.build_absolute_uri(shown.page_url() if shown else figure.page_path)
