"""Merge two records of the same thing, and part them again."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import label_for_field
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles.admin.history import HistoryMixin
from articles.admin.reading import ReadOnlyAdmin
from articles.admin.refusals import Sentence, explain
from articles.comparing import FieldChange, side_by_side
from balance.admin import publishing
from balance.models import Merger
from balance.operations.merging import CannotMerge, CannotPart, merge, rows_that_follow, unmerge
from balance.queries.publishing import may_publish

_MERGED = gettext_lazy("It was merged into another meanwhile: part these two first.")
explain(
    {
        "merger_is_of_two_events_or_two_actors": Sentence(
            gettext_lazy("Choose two different records of the same kind.")
        ),
        "merger_has_a_reason": Sentence(gettext_lazy("Say why the two are one."), "because"),
        "merger_absorbs_an_event_once": Sentence(_MERGED),
        "merger_absorbs_an_actor_once": Sentence(_MERGED),
    }
)


class MergeForm(forms.Form):
    """Which record stands for both, and why the two are one."""

    because = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy("Why the two are one. Kept with both records."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    field_order = ["kept", "because"]

    def __init__(self, rows: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(row.pk), str(row)) for row in rows]
        self.fields["kept"] = forms.ChoiceField(
            label=gettext_lazy("Keep"),
            choices=choices,
            initial=choices[0][0],
            widget=forms.RadioSelect,
            help_text=gettext_lazy("The other is withdrawn, and its page leads to this one."),
        )
        self.order_fields(self.field_order)


class Mergeable(admin.ModelAdmin):
    """Records of which two may turn out to be one."""

    merged_by: Sequence[str] = ()  # What else to compare: methods that show a part of a record.

    @admin.action(description=gettext_lazy("Merge two into one"), permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Show two records side by side, and merge them into the one chosen."""
        if not may_publish(request.user):
            self.message_user(request, publishing.ONLY_PUBLISHERS, messages.ERROR)
            return None
        rows = list(queryset.order_by("pk")[:3])
        if len(rows) != 2:
            self.message_user(request, _("Choose two records to merge."), messages.WARNING)
            return None
        form = MergeForm(rows, request.POST if "because" in request.POST else None)
        if form.is_valid() and (done := self._merged(request, rows, form)):
            return done
        return TemplateResponse(request, "admin/merge.html", self._asked(request, rows, form))

    def _merged(self, request: HttpRequest, rows: list[Any], form: MergeForm) -> Any:
        kept, absorbed = sorted(rows, key=lambda row: str(row.pk) != form.cleaned_data["kept"])
        try:
            merger = merge(kept=kept, absorbed=absorbed, because=form.cleaned_data["because"])
        except CannotMerge as error:
            form.add_error(None, str(error))
            return None
        text = _("“%(absorbed)s” is now part of “%(kept)s”.") % {"absorbed": absorbed, "kept": kept}
        there = format_html(
            ' <a href="{}">{}</a>', merger.get_absolute_url(), _("See what moved, or part them.")
        )
        self.message_user(request, format_html("{}{}", text, there), messages.SUCCESS)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[kept.pk]))

    def _asked(self, request: HttpRequest, rows: list[Any], form: MergeForm) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": _("Are these two one?"),
            "form": form,
            "opts": self.opts,
            "rows": rows,
            "fields": [*side_by_side(*rows), *map(self._part_of_both(rows), self.merged_by)],
            "following": [
                (row, [(model._meta.verbose_name_plural, n) for model, n in found.items()])
                for row in rows
                if (found := rows_that_follow(row))
            ],
            "checkbox": ACTION_CHECKBOX_NAME,
        }

    def _part_of_both(self, rows: list[Any]) -> Callable[[str], tuple[FieldChange, bool]]:
        """Return what compares two records by a method of this admin."""

        def compared(name: str) -> tuple[FieldChange, bool]:
            label = label_for_field(name, self.model, self)
            pair = FieldChange(str(label), *(str(getattr(self, name)(row)) for row in rows))
            return pair, pair.before != pair.after

        return compared


@admin.register(Merger)
class MergerAdmin(HistoryMixin, ReadOnlyAdmin):
    list_display = ["__str__", "because", "created_at", "undone_at"]
    list_filter = [("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["event_kept", "event_absorbed", "actor_kept", "actor_absorbed"]
    date_hierarchy = "created_at"
    change_form_template = "admin/merger.html"
    view_on_site = False
    fields = ["kept_link", "absorbed_link", "because", "created_at", "undone_at", "moved"]

    @admin.display(description=gettext_lazy("kept"))
    def kept_link(self, merger: Merger) -> str:
        """Link to the record that stands for both."""
        return _link(merger.kept)

    @admin.display(description=gettext_lazy("absorbed"))
    def absorbed_link(self, merger: Merger) -> str:
        """Link to the record that was absorbed."""
        return _link(merger.absorbed)

    @admin.display(description=gettext_lazy("what moved"))
    def moved(self, merger: Merger) -> str:
        """Say how many rows followed, and how many would have stood twice."""
        kinds = [move["what"] for move in merger.moves]
        aside = kinds.count("withdrawn") + kinds.count("deleted")
        followed = ngettext(
            "%(count)d row followed.", "%(count)d rows followed.", len(kinds) - aside
        )
        twice = ngettext(
            "%(count)d row would have stood twice and was set aside.",
            "%(count)d rows would have stood twice and were set aside.",
            aside,
        )
        parts = [
            followed % {"count": len(kinds) - aside},
            twice % {"count": aside} if aside else "",
        ]
        return " ".join(filter(None, parts))

    def get_urls(self) -> list[Any]:
        """Add the address that parts the two."""
        view = self.admin_site.admin_view(require_POST(self.part))
        return [path("<int:pk>/part/", view, name="balance_merger_part"), *super().get_urls()]

    def part(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Part the two again, and say what could not go back."""
        merger = self.get_object(request, str(pk))
        if not merger:
            return HttpResponseRedirect(reverse("admin:balance_merger_changelist"))
        kind = type(merger.absorbed)._meta.model_name
        if not (may_publish(request.user) and request.user.has_perm(f"balance.change_{kind}")):
            raise PermissionDenied
        try:
            left = unmerge(merger=merger, at=timezone.now())
        except CannotPart as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self._tell_parted(request, left)
        return HttpResponseRedirect(merger.get_absolute_url())

    def _tell_parted(self, request: HttpRequest, left: int) -> None:
        self.message_user(request, _("The two are parted, as they were before."), messages.SUCCESS)
        if left:
            text = ngettext(
                "%(count)d row was changed since, and stayed where it is.",
                "%(count)d rows were changed since, and stayed where they are.",
                left,
            )
            self.message_user(request, text % {"count": left}, messages.WARNING)


def _link(row: Any) -> str:
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return format_html('<a href="{}">{}</a>', reverse(name, args=[row.pk]), row)
