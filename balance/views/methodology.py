"""What the numbers mean, and the parameters they are made with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from balance.models import Dimension, Methodology
from balance.queries.pages import default_focus


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    """Show the terms, each in a line, and the published methodology's parameters."""
    published = Methodology.objects.published().first()
    weights = published.dimension_weights if published else {}
    context = {
        "here": "methodology",
        "focus": default_focus(),
        "methodology": published,
        "weights": [(Dimension(name).label, weight) for name, weight in weights.items()],
    }
    return render(request, "balance/methodology.html", context)
