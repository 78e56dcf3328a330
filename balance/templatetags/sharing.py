"""What a reader does with a figure: keep it, cite it, show it elsewhere."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlencode

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
    holds: str = "methodology as_of",
) -> dict[str, Any]:
    """Fill components/figure_tools.html; without a figure the whole page is pointed at.

    `holds` names what the page's address can hold fast. Without an answer nothing is: the figure
    is of records as they are today. A page in a frame of another site has no tools: its reader
    follows the link to the page.
    """
    if request is None or not title or _is_framed(request):
        return {}
    answer = _known(answer) if answer else {}
    names = holds.split() if answer else []
    path = figure.pinned_url(answer) if figure else _pinned_page(request, answer, anchor, names)
    address = request.build_absolute_uri(path)
    today = timezone.localdate()
    told: dict[str, Any] = {"title": title, "answer": answer, "address": address, "today": today}
    return {
        "anchor": figure.anchor if figure else anchor or "page",
        "title": title,
        "address": address,
        "is_kept": bool(figure) or "as_of" in names,
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


def _known(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the answer with when it was known: what nothing reckoned beforehand is known now."""
    if answer.get("as_of") or answer.get("computed_at"):
        return answer
    return {**answer, "as_of": timezone.now().isoformat()}


def _pinned_page(
    request: HttpRequest, answer: Mapping[str, Any], anchor: str, names: Collection[str]
) -> str:
    """Return the page's own address with the choices of these names held fast."""
    asked = request.GET.copy()
    for name, value in pinned(answer).items() if names else ():
        if name in names:
            asked[name] = str(value)
    given = [(name, value) for name, values in asked.lists() for value in values if value]
    chosen = f"{request.path}?{urlencode(given, safe=',')}" if given else request.path
    return f"{chosen}#{anchor}" if anchor else chosen
