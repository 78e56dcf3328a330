"""The history of a row, from its versions: who changed what, when and why; and the way back."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import cached_property
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _

from articles import edits, restoring
from articles.admin.bringing_back import RestoreForm, bring_back
from articles.edits import Edit

EDITS_A_PAGE = 50
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class HistoryMixin:
    """Shows the versions of a row and its parts in place of Django's own log."""

    parts: Sequence[str] = ()  # Relations to rows whose history is part of this one's.
    restored_with: Sequence[str] | None = None  # Those that go back with it; None: all of them.

    @cached_property
    def keeps_versions(self) -> bool:
        """Whether versions of these rows are kept."""
        return edits.is_versioned(self.model)  # type: ignore[attr-defined]

    def get_urls(self) -> list[Any]:
        """Add the page that brings an earlier version back."""
        admin: Any = self
        name = f"{admin.opts.app_label}_{admin.opts.model_name}_restore"
        view = admin.admin_site.admin_view(self.restore_view)
        own = [path("<path:object_id>/restore/", view, name=name)] if self.keeps_versions else []
        return own + super().get_urls()  # type: ignore[misc]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show every edit of the row and its parts, or those of one person or day."""
        admin: Any = self
        row = admin.get_object(request, unquote(object_id))
        if row is None or not self.keeps_versions:
            return super().history_view(request, object_id, extra_context)  # type: ignore[misc]
        if not admin.has_view_or_change_permission(request, row):
            raise PermissionDenied
        everything = edits.edits_of(row, parts=self.parts)
        who, day = request.GET.get("who", ""), _day(request.GET.get("day", ""))
        chosen = [edit for edit in everything if _is_wanted(edit, who, day)]
        if request.GET.get("format") == "csv":
            return _file(f"{admin.opts.model_name}-{row.pk}-history.csv", chosen)
        context = {
            **admin.admin_site.each_context(request),
            "title": _("History: %(row)s") % {"row": row},
            "subtitle": None,
            "page": Paginator(chosen, EDITS_A_PAGE).get_page(request.GET.get("p")),
            "people": sorted({edit.who for edit in everything if edit.who}),
            "who": who,
            "day": day,
            "is_filtered": bool(who or day),
            "newest": everything[0] if everything else None,
            "may_restore": admin.has_change_permission(request, row),
            "object": row,
            "opts": admin.opts,
            "module_name": str(admin.opts.verbose_name_plural),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/edits.html", context)

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show how a version differs from today, ask for the reason, and bring it back."""
        admin: Any = self
        row = admin.get_object(request, unquote(object_id))
        if row is None:
            return admin._get_obj_does_not_exist_redirect(request, admin.opts, object_id)
        if not admin.has_change_permission(request, row):
            raise PermissionDenied
        there = admin._address("history", row)
        parts = self.parts if self.restored_with is None else self.restored_with
        try:
            past = restoring.past_of(row, _moment(request.GET.get("at", "")), parts=parts)
        except restoring.NotThereThen:
            sentence = _("No version of that moment is kept: choose one of these.")
            admin.message_user(request, sentence, messages.WARNING)
            return HttpResponseRedirect(there)
        if not self.may_bring_back(request, past.groups[0].then[row.pk]):
            return HttpResponseRedirect(there)
        seen = edits.count_versions(row, parts=parts)
        form = RestoreForm(request.POST or None, initial={"seen": seen})
        with transaction.atomic():  # The button beside the message needs to know which one.
            if request.method == "POST" and form.is_valid() and bring_back(form, past, parts):
                done = _("The record is as it was at that moment.")
                admin.message_user(request, done, messages.SUCCESS, undoable=True)
                return HttpResponseRedirect(admin._address("change", row))
        context = {
            **admin.admin_site.each_context(request),
            "title": _("Restore: %(row)s") % {"row": row},
            "at": _moment(request.GET["at"]),
            "changes": past.differences(),
            "form": form,
            "object": row,
            "opts": admin.opts,
            "module_name": str(admin.opts.verbose_name_plural),
        }
        return TemplateResponse(request, "admin/restore.html", context)

    def may_bring_back(self, request: HttpRequest, then: Any) -> bool:
        """Say whether the editor may make the row what it was then, and say so if not."""
        return True


def _moment(text: str) -> datetime:
    """Return the moment, or one before anything was kept."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        moment = None
    known = moment is not None and is_aware(moment)
    return moment if moment and known else datetime.fromisoformat("0001-01-02T00:00:00+00:00")


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _is_wanted(edit: Edit, who: str, day: date | None) -> bool:
    return (not who or edit.who == who) and (day is None or edit.at.date() == day)


def _file(name: str, found: list[Edit]) -> HttpResponse:
    """Return the edits as a table: a line a row that changed, in words."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    table = csv.writer(response)
    table.writerow(["when", "who", "why", "what", "change"])
    for edit in found:
        for row in edit.rows:
            line = [edit.at.isoformat(), edit.who, edit.why, row.kind, str(row)]
            table.writerow([_harmless(cell) for cell in line])
    return response


def _harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
