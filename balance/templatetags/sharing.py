"""What a reader does with a figure: keep it, cite it, show it elsewhere."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from balance.panels.addresses import with_choices
from balance.panels.sharing import Figure, bibtex, citation, pinned

register = template.Library()


@register.inclusion_tag("components/figure_tools.html")
def figure_tools(
    *,
    request: HttpRequest | None,
    answer: Mapping[str, Any] | None,
    title: str,
    figure: Figure | None = None,
    anchor: str = "",
    csv_url: str | None = None,
    data_url: str | None = None,
) -> dict[str, Any]:
    """Fill components/figure_tools.html; without a figure the whole page is pointed at.

    A page in a frame of another site has no tools: its reader follows the link to the page.
    """
    if request is None or not answer or "methodology" not in answer or _is_framed(request):
        return {}
    path = figure.pinned_url(answer) if figure else _pinned_page(request, answer, anchor)
    address = request.build_absolute_uri(path)
    today = timezone.localdate()
    told: dict[str, Any] = {"title": title, "answer": answer, "address": address, "today": today}
    return {
        "anchor": figure.anchor if figure else anchor or "page",
        "title": title,
        "address": address,
        "png": figure.picture_url("png") if figure and figure.picture else "",
        "svg": figure.picture_url("svg") if figure and figure.picture else "",
        "csv_url": csv_url,
        "data_url": data_url,
        "embed": request.build_absolute_uri(figure.embed_url()) if figure else "",
        "report": with_choices(reverse("report"), {"about": path, "number": title}),
        "citation": citation(values=figure.values if figure else "", **told),
        "bibtex": bibtex(kind=figure.kind if figure else anchor or "page", **told),
    }


def _is_framed(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(match and match.url_name and match.url_name.endswith("-embed"))


def _pinned_page(request: HttpRequest, answer: Mapping[str, Any], anchor: str) -> str:
    """Return the page's own address with the method and the day of knowledge held fast."""
    fixed = {name: pinned(answer)[name] for name in ("methodology", "as_of")}
    chosen = with_choices(request.path, {**request.GET.dict(), **fixed})
    return f"{chosen}#{anchor}" if anchor else chosen
