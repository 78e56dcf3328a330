"""The admin of a table that editors keep: nothing lost, nothing overwritten, no error page."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.postgres.fields import DateRangeField
from django.db import connection, models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import edits
from articles.admin import dates, once, unsent
from articles.admin.choosing import NamedAutocomplete
from articles.admin.field_help import help_for
from articles.admin.forms import EditorialForm, EditorialFormSet, RewordedForm
from articles.admin.history import HistoryMixin
from articles.admin.refusals import REFUSED, sentence_of

NOT_SAVED = gettext_lazy(
    "Your session had ended, so this is not saved yet. Look through it and save again."
)


class Fields:
    """How forms and their inline rows ask for spans and for rows of other tables."""

    formfield_overrides: Any = {
        DateRangeField: {"form_class": dates.DateRangeField},
        models.DateField: {"form_class": dates.DayField},
    }

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Say below every box what belongs there."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and (help_text := help_for(db_field)):
            field.help_text = help_text
        return field

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Search as one types, and name what is chosen without a query a row."""
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            site = self.admin_site  # type: ignore[attr-defined]
            kwargs["widget"] = NamedAutocomplete(db_field, site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


class Rows(Fields):
    """Rows of a record, on its own page."""

    form: Any = RewordedForm
    formset: Any = EditorialFormSet
    extra = 0
    named_by: Sequence[str] = ()  # The rows of other tables that a row's own name mentions.

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read what the names of the rows mention along with them."""
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        return rows.select_related(*self.named_by) if self.named_by else rows


class EditorialTabularInline(Rows, admin.TabularInline):
    """Rows that fit on a line each; on a phone each box stands under its own label."""

    template = "admin/edit_inline/labelled.html"
    says: Any = ""  # What the rows are, where that takes a sentence.


class EditorialStackedInline(Rows, admin.StackedInline):
    """Rows that need some room each."""


class EditorialAdmin(HistoryMixin, Fields, admin.ModelAdmin):
    """Records that editors correct and never delete for good."""

    form = EditorialForm
    gives_back = True  # What was sent to its form after the session had ended.
    list_per_page = 50
    kept_because: Any = gettext_lazy("Records of this kind are never deleted.")

    # --- the form ---

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask last for the reason of a change."""
        own = {"change_reason", "seen_version"}
        fieldsets = [
            (name, {**options, "fields": [f for f in options["fields"] if f not in own]})
            for name, options in super().get_fieldsets(request, obj)
        ]
        if obj and self.keeps_versions and self.has_change_permission(request, obj):
            why: dict[str, object] = {
                "fields": ["change_reason", "seen_version"],
                "classes": ["at-end"],
            }
            fieldsets.append((None, why))
        return fieldsets

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form, which knows what the database said of this content a moment ago."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        form.user, form.parts = request.user, self.parts if self.keeps_versions else ()
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Show the form again, with its content and a sentence, when it cannot be saved.

        A form that is sent twice is saved once.
        """
        if request.method == "GET" and (unsent_content := unsent.take(request)):
            unsent.refill(request, unsent_content)
            request.refusal = str(NOT_SAVED)  # type: ignore[attr-defined]
        with transaction.atomic() if request.method == "POST" else nullcontext():
            if answer := self._answer_again(request, object_id):
                return answer
            try:
                return super().changeform_view(request, object_id, form_url, extra_context)
            except REFUSED as error:
                request.refusal = sentence_of(error)  # type: ignore[attr-defined]
                return super().changeform_view(request, object_id, form_url, extra_context)

    def _answer_again(self, request: HttpRequest, object_id: str | None) -> Any:
        """Return the answer to a form that was saved already; nothing if it was not."""
        entry = once.saved_before(request)
        row = self.get_object(request, unquote(entry.object_id or "")) if entry else None
        if entry is None or row is None:
            return None
        if once.is_same(request, entry):
            answer = self.response_change if object_id else self.response_add
            return answer(request, row)
        if not object_id:
            request.is_used_mark = True  # type: ignore[attr-defined]
            sentence = _(
                "This form was saved before, as “%(row)s”."
                " To store what is below as another record, save again."
            )
            request.refusal = sentence % {"row": row}  # type: ignore[attr-defined]
        return None

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Mark each form that is opened."""
        context["once"] = once.mark_of(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store the row under the editor's reason; constraints wait for the rows that follow."""
        if reason := form.cleaned_data.get("change_reason"):
            pghistory.context(why=reason)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Store the rows that belong to it, then let the database judge the whole."""
        super().save_related(request, form, formsets, change)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """Tell the editor what changed, in the values' own words."""
        message = super().construct_change_message(request, form, formsets, add)
        if self.keeps_versions:
            changes = "" if add else self._what_changed(form.instance)
            if not add:
                self.message_user(request, changes or _("Nothing changed."), messages.INFO)
            request.is_undoable = bool(changes) or (  # type: ignore[attr-defined]
                add and hasattr(form.instance, "withdrawn_because")
            )
        return [*message, *once.note(request)]

    def _what_changed(self, row: models.Model) -> str:
        context = edits.current_context()
        made = [edit for edit in edits.edits_of(row, parts=self.parts) if edit.context == context]
        return " ".join(str(change) for edit in made for change in edit.rows)

    def message_user(
        self,
        request: HttpRequest,
        message: Any,
        level: int | str = messages.INFO,
        extra_tags: str = "",
        fail_silently: bool = False,
        *,
        undoable: bool = False,
    ) -> None:
        """Tell the editor; beside what was done stands how to undo it."""
        undoable = undoable or (
            level == messages.SUCCESS and getattr(request, "is_undoable", False)
        )
        context = edits.current_context() if undoable else None
        tags = f"{extra_tags} undo-{context}".strip() if context else extra_tags
        super().message_user(request, message, level, tags, fail_silently)

    # --- lists and searches ---

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Do an action on all chosen rows or on none, and say so when the database refuses."""
        try:
            with transaction.atomic() if request.method == "POST" else nullcontext():
                return super().changelist_view(request, extra_context)
        except REFUSED as error:
            if request.method != "POST" and not request.GET:
                raise
            self.message_user(request, sentence_of(error), messages.ERROR)
            there = request.get_full_path() if request.method == "POST" else request.path
            return HttpResponseRedirect(there)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search for what can be stored, and offer what is found in an order."""
        term = search_term.replace("\0", "")  # No text in the database has one.
        found, may_repeat = super().get_search_results(request, queryset, term)
        if not found.ordered:
            found = found.order_by(*(self.opts.ordering or ["pk"]))
        return found, may_repeat

    # --- nothing is deleted for good ---

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody delete for good."""
        return False

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Explain what to do instead, or delete what may go."""
        row = self.get_object(request, unquote(object_id))
        may_change = self.has_change_permission(request, row)
        if row and may_change and not self.has_delete_permission(request, row):
            self.message_user(request, self.kept_because, messages.WARNING)
            return HttpResponseRedirect(self._address("change", row))
        try:
            return super().delete_view(request, object_id, extra_context)
        except REFUSED as error:
            self.message_user(request, sentence_of(error), messages.ERROR)
            return HttpResponseRedirect(self._address("changelist"))

    def _address(self, view: str, *arguments: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}"
        return reverse(name, args=[getattr(part, "pk", part) for part in arguments])
