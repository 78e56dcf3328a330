"""Notes for discussion: written on the page of their record, and listed on one of their own."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.history import HistoryMixin
from articles.admin.reading import ReadOnlyAdmin
from balance.models import Note
from balance.operations import notes as operations
from balance.queries import notes as queries

REFUSED = _("Write between 1 and 4,000 characters.")


class OpenFilter(admin.SimpleListFilter):
    """Notes that wait, unless the settled are asked for."""

    title = _("settled")
    parameter_name = "settled"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return both kinds of notes."""
        return [("no", _("open")), ("yes", _("settled"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Note]) -> QuerySet[Note]:
        """Keep the notes asked for."""
        if self.value() in ("no", "yes"):
            return queryset.filter(resolved_at__isnull=self.value() == "no")
        return queryset


@admin.register(Note)
class NoteAdmin(HistoryMixin, ReadOnlyAdmin):
    list_display = ["__str__", "record", "author", "created_at", "resolved_by"]
    list_filter = [OpenFilter]
    list_select_related = ["author", "resolved_by", "content_type"]
    search_fields = ["text", "author__username"]
    fields = ["text", "record", ("author", "created_at"), ("resolved_by", "resolved_at")]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Name the records of the page together."""
        changes = super().get_changelist_instance(request)
        queries.name_records(changes.result_list)
        return changes

    @admin.display(description=_("record"))
    def record(self, note: Any) -> SafeString | str:
        """Link to the record that the note is about."""
        if not hasattr(note, "record_name"):
            queries.name_records([note])
        kind = note.content_type
        if not note.record_name:
            return str(_("a record that is gone"))
        address = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[note.object_id])
        return format_html('<a href="{}#notes">{}</a>', address, note.record_name)

    # --- on the page of a record ---

    def get_urls(self) -> list[URLPattern]:
        """Add where notes are sent to."""
        wrap = self.admin_site.admin_view
        write = path("<int:kind>/<int:key>/write/", wrap(require_POST(self.write)))
        settle = path("<int:key>/settle/", wrap(require_POST(self.settle)))
        write.name, settle.name = "balance_note_write", "balance_note_settle"
        return [write, settle, *super().get_urls()]

    def write(self, request: HttpRequest, kind: int, key: int) -> HttpResponse:
        """Store a note beside a record."""
        row = self._row(request, kind, key)
        if not request.user.has_perm("balance.add_note"):
            raise PermissionDenied
        text, refused = request.POST.get("text", ""), ""
        try:
            operations.write_note(about=row, text=text, by=request.user, at=timezone.now())
        except operations.NoteRefused:
            refused = str(REFUSED)
        return self._answer(request, row, refused, text)

    def settle(self, request: HttpRequest, key: int) -> HttpResponse:
        """Settle a note, or open it again."""
        note = get_object_or_404(Note, pk=key)
        row = self._row(request, note.content_type_id, note.object_id)
        if not request.user.has_perm("balance.change_note"):
            raise PermissionDenied
        if "open" in request.POST:
            operations.open_note(note=note)
        else:
            operations.settle_note(note=note, by=request.user, at=timezone.now())
        return self._answer(request, row)

    def _row(self, request: HttpRequest, kind: int, key: int) -> Any:
        """Return the record, if it is one of the admin's and this person may see it."""
        known = get_object_or_404(ContentType, pk=kind).model_class()
        owner: Any = self.admin_site._registry.get(known) if known else None
        row = owner and owner.get_object(request, str(key))
        if row is None or not getattr(owner, "keeps_versions", False):
            raise Http404
        if not owner.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return row

    def _answer(
        self, request: HttpRequest, row: Any, refused: str = "", text: str = ""
    ) -> HttpResponse:
        """Return the notes alone to the script, and the whole page to who has none."""
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            context = {"refused": refused, "text": text if refused else "", "original": row}
            return TemplateResponse(request, "admin/notes_answer.html", context)
        if refused:
            self.message_user(request, refused, messages.ERROR)
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
        return HttpResponseRedirect(f"{reverse(name, args=[row.pk])}#notes")
