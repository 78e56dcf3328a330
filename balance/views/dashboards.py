"""Pages of the balance: a focus's own, and those that editors publish."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.models import Dashboard, Focus, Panel, Pole
from balance.panels.addresses import balance_url, pole_neighbours
from balance.panels.page import Page, build_page
from balance.queries import pages
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.tasks import wake_run
from balance.views.controls import BalanceForm, presets
from balance.views.focus_pages import answer_or_usual, focus_or_404, unanswered


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Show the default focus; without any, what to do about that."""
    focus = pages.default_focus()
    if focus is None:
        return render(request, "balance/empty.html")
    return _front(request, focus)


@require_safe
def focus(request: HttpRequest, code: str) -> HttpResponse:
    """Show one focus."""
    return _front(request, focus_or_404(code))


@require_safe
def pole(request: HttpRequest, code: str, pole: str) -> HttpResponse:
    """Show one relationship of a focus."""
    try:
        page = pages.pole_page(focus_or_404(code), pole)
    except Pole.DoesNotExist:
        raise Http404 from None
    return _show(request, *page, pole=pole)


@require_safe
def dashboard_list(request: HttpRequest) -> HttpResponse:
    """List the dashboards that editors published."""
    context = {"focus": pages.default_focus(), "dashboards": pages.published_dashboards()}
    return render(request, "balance/dashboard_list.html", context)


@require_safe
def dashboard(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a dashboard that an editor published."""
    try:
        found = pages.published_dashboard(slug)
    except Dashboard.DoesNotExist:
        raise Http404 from None
    return _show(request, *found)


def _front(request: HttpRequest, focus: Focus) -> HttpResponse:
    """Show the focus's own dashboard, and under it the others."""
    published = pages.published_dashboards()
    own, panels = pages.front_page(focus, published)
    return _show(request, own, panels, more=[other for other in published if other != own])


def _show(
    request: HttpRequest,
    dashboard: Dashboard,
    panels: Sequence[Panel],
    more: Sequence[Dashboard] = (),
    pole: str = "",
) -> HttpResponse:
    today = timezone.localdate()
    form = BalanceForm(request.GET.dict(), now=timezone.now())
    try:
        page = _answer(form, dashboard, panels, today)
    except BadQuestion as error:
        return unanswered(request, dashboard.focus, error)
    for run_id in page.missing.waiting:
        wake_run(run_id)
    context = {
        "here": "balance" if dashboard.is_front_page or not dashboard.pk else "",
        "page": page,
        "csv": balance_url(page.asked, format="csv"),
        "focus": page.focus,
        "answer": page.answer,
        "form": form,
        "presets": presets(request, today),
        "more": more,
        "neighbours": pole_neighbours(page.answer, page.asked, pole) if pole else None,
    }
    return render(request, "balance/dashboard.html", context)


def _answer(form: BalanceForm, dashboard: Dashboard, panels: Sequence[Panel], today: date) -> Page:
    """Fill the page with what the reader asked, or, where that makes no sense, the usual."""
    code = dashboard.focus.actor.code
    filled = partial(
        build_page,
        dashboard=dashboard,
        panels=panels,
        today=today,
        shown=form.shown,
        is_whole=form.is_whole,
    )
    return answer_or_usual(
        form,
        lambda: filled(asked=form.question(code)),
        lambda: filled(asked=BalanceQuestion(focus=code)),
    )
