"""Pages of the desk that belong to no table: the search over all of them, and the codebook."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from balance.panels.codebook import codebook, sections_with
from balance.queries.desk_search import Group, search_desk

MOST_SECTIONS = 6


def search(request: HttpRequest) -> HttpResponse:
    """Show what is found of every kind that this person may see."""
    text = request.GET.get("q", "").strip()

    def may_see(model: type[models.Model]) -> bool:
        owner: Any = admin.site._registry[model]
        return bool(owner.has_view_or_change_permission(request))

    groups = [_linked(group, text) for group in search_desk(text, may_see=may_see)]
    sections = sections_with(text)[:MOST_SECTIONS] if text else []
    title = _("Search: %(words)s") % {"words": text[:80]} if text else _("Search")
    context = {"q": text[:300], "groups": groups, "sections": sections, "title": title}
    return _page(request, "admin/search.html", context)


def read_codebook(request: HttpRequest) -> HttpResponse:
    """Show how to code."""
    context = {"codebook": codebook(), "title": _("Codebook")}
    return _page(request, "admin/codebook.html", context)


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return TemplateResponse(request, template, {**admin.site.each_context(request), **context})


def _linked(group: Group, text: str) -> dict[str, Any]:
    """Return a group with the addresses of its rows, and of all that its table has."""
    owner: Any = admin.site._registry[group.model]
    name = f"admin:{group.model._meta.app_label}_{group.model._meta.model_name}"
    write = getattr(owner, "choice_text", str)
    return {
        "name": group.name,
        "rows": [(write(row), reverse(f"{name}_change", args=[row.pk])) for row in group.rows],
        "has_more": group.has_more,
        "all": reverse(f"{name}_changelist"),
        "q": text,
    }
