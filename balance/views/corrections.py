"""The public log of corrections."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from balance.panels.corrections import correction_view
from balance.queries.corrections import corrections
from balance.queries.pages import default_focus
from balance.views.paging import without_page

PAGE_SIZE = 25


@require_safe
def correction_list(request: HttpRequest) -> HttpResponse:
    """Show what changed in published records after publication, newest first."""
    page = Paginator(corrections(), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "focus": default_focus(),
        "page": page,
        "corrections": [correction_view(correction) for correction in page],
        "address": without_page(request.GET),
        "data_url": reverse("api:corrections"),
        "csv_url": f"{reverse('api:corrections')}?format=csv",
    }
    return render(request, "balance/corrections.html", context)
