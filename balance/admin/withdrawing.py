"""Withdraw with a reason, and restore: what editors do instead of deleting."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.editorial import EditorialAdmin
from balance.operations import editing

MOST_NAMED = 20


class ReasonForm(forms.Form):
    """Why records are withdrawn."""

    because = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("Kept with the record and in its history."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
    )


class StandingFilter(admin.SimpleListFilter):
    """Records that count, unless the withdrawn are asked for."""

    title = gettext_lazy("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the choices besides all records."""
        return [("yes", _("counts")), ("no", _("withdrawn"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the records asked for."""
        if self.value() == "yes":
            return queryset.filter(withdrawn_because="")
        if self.value() == "no":
            return queryset.exclude(withdrawn_because="")
        return queryset


class WithdrawableAdmin(EditorialAdmin):
    """Records that are taken back with a reason, and given again."""

    actions = ["withdraw", "restore"]
    kept_because = gettext_lazy(
        "Nothing is deleted here: withdraw the record with a reason, and it counts no longer."
        " It can be restored."
    )

    @admin.action(description=gettext_lazy("Withdraw, with a reason"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Ask for a reason, then take the records back."""
        if not self.may_withdraw(request, queryset):
            return None
        form = ReasonForm(request.POST if "because" in request.POST else None)
        if form.is_valid():
            count = editing.withdraw(rows=queryset, because=form.cleaned_data["because"])
            done = ngettext("%(count)d record withdrawn.", "%(count)d records withdrawn.", count)
            self.report(request, count, done, _("The others were withdrawn before."))
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Withdraw: why?"),
            "form": form,
            "opts": self.opts,
            "rows": queryset[:MOST_NAMED],
            "count": queryset.count(),
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "across": request.POST.get("select_across", "0"),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/withdraw.html", context)

    @admin.action(description=gettext_lazy("Restore what was withdrawn"), permissions=["change"])
    def restore(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Let withdrawn records count again."""
        if not self.may_withdraw(request, queryset):
            return
        count = editing.restore(rows=queryset)
        done = ngettext("%(count)d record restored.", "%(count)d records restored.", count)
        self.report(request, count, done, _("The others were not withdrawn."))

    def may_withdraw(self, request: HttpRequest, rows: QuerySet[Any]) -> bool:
        """Say whether the editor may withdraw and restore these, and say why if not."""
        return True

    def report(self, request: HttpRequest, count: int, done: str, others: str) -> None:
        """Say how many records an action changed, and what was the matter with the others."""
        chosen = len(request.POST.getlist(ACTION_CHECKBOX_NAME))
        text = done % {"count": count}
        if count < chosen:
            text = f"{text} {others}"
        level = messages.SUCCESS if count else messages.WARNING
        self.message_user(request, text, level, undoable=bool(count))
