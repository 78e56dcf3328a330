"""What the numbers mean, the parameters they are made with, and one of them worked through."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from balance.models import Dimension, Focus
from balance.operations.worked import work_through
from balance.panels.codings import quality_view
from balance.panels.method import chapters
from balance.panels.worked import WorkedView, worked_view
from balance.queries.codings import coding_quality
from balance.queries.methodologies import public_versions
from balance.queries.pages import default_focus


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    """Show terms, formulas with the published parameters, versions, and a number worked through."""
    focus = default_focus()
    versions = public_versions()
    published = next((row.methodology for row in versions if row.methodology.is_published), None)
    weights = published.dimension_weights if published else {}
    context = {
        "here": "methodology",
        "focus": focus,
        "methodology": published,
        "versions": versions,
        "chapters": chapters(published) if published else [],
        "weights": [(Dimension(name).label, weight) for name, weight in weights.items()],
        "quality": quality_view(coding_quality()),
        "worked": _worked(focus, timezone.localdate()) if focus and published else None,
    }
    return render(request, "balance/methodology.html", context)


def _worked(focus: Focus, today: date) -> WorkedView | None:
    found = work_through(focus=focus.actor.code, today=today)
    return worked_view(found) if found else None
