"""The history of a row, from its versions: who changed what, when and why."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles import edits

EDITS_A_PAGE = 50


class HistoryMixin:
    """Shows the versions of a row and its parts in place of Django's own log."""

    parts: Sequence[str] = ()  # Relations to rows whose history is part of this one's.

    @cached_property
    def keeps_versions(self) -> bool:
        """Whether versions of these rows are kept."""
        return edits.is_versioned(self.model)  # type: ignore[attr-defined]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show every edit of the row and its parts."""
        admin: Any = self
        row = admin.get_object(request, unquote(object_id))
        if row is None or not self.keeps_versions:
            return super().history_view(request, object_id, extra_context)  # type: ignore[misc]
        if not admin.has_view_or_change_permission(request, row):
            raise PermissionDenied
        pages = Paginator(edits.edits_of(row, parts=self.parts), EDITS_A_PAGE)
        context = {
            **admin.admin_site.each_context(request),
            "title": _("History: %(row)s") % {"row": row},
            "subtitle": None,
            "page": pages.get_page(request.GET.get("p")),
            "object": row,
            "opts": admin.opts,
            "module_name": str(admin.opts.verbose_name_plural),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/edits.html", context)
