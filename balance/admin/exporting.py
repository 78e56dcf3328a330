"""The page on which rows of a list are exported: those filtered, or those chosen."""

from functools import partial
from typing import Any

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.admin.refusals import REFUSED
from balance.exports.lists import MOST_ROWS, chosen_rows, is_exported
from balance.exports.tables import table_response
from balance.importers.rights import KIND_NAMES, kinds_of
from balance.models import Job
from balance.operations.jobs import ask_for_job
from balance.tasks import wake_job

AT_ONCE = 2_000  # Rows that are exported while the editor waits.


class NoSuchFilter(ValueError):
    """The address filters the list by something that it does not have."""


class ExportForm(forms.Form):
    """As what rows are exported."""

    form = forms.ChoiceField(
        label=gettext_lazy("File"),
        choices=[("xlsx", gettext_lazy("spreadsheet (xlsx)")), ("csv", "CSV")],
        widget=forms.RadioSelect,
        initial="xlsx",
    )
    columns = forms.ChoiceField(
        label=gettext_lazy("Columns"),
        required=False,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "A file in the columns that import reads can be corrected and imported again."
        ),
    )

    def __init__(self, *args: Any, model: type[models.Model], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns: Any = self.fields["columns"]
        kinds = kinds_of(model)
        columns.choices = [
            *(
                (kind, _("as import reads them: %(kind)s") % {"kind": KIND_NAMES[kind]})
                for kind in kinds
            ),
            ("", _("all of the table's own")),
        ]
        columns.initial = kinds[0] if kinds else ""


def may_export(request: HttpRequest, model: type[models.Model]) -> bool:
    """Say whether the user may take the rows of the model's list home."""
    listed = admin.site._registry.get(model)
    return (
        listed is not None
        and is_exported(model)
        and listed.has_view_permission(request)
        and request.user.has_perm("balance.add_job")
    )


def export_view(
    request: HttpRequest,
    app: str,
    name: str,
    context: dict[str, Any],
    *,
    chosen: list[str] | None = None,
) -> HttpResponse:
    """Ask how the rows are to be exported, then do it, or let the worker do it."""
    try:
        model = apps.get_model(app, name)
    except LookupError:
        raise Http404 from None
    if not may_export(request, model):
        raise PermissionDenied
    asks = request.method == "POST" and "form" in request.POST
    form = ExportForm(request.POST if asks else None, model=model)
    if chosen is None:
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
    chosen = [key for key in chosen if key.isascii() and key.isdecimal() and len(key) < 19]
    try:
        keys = _keys(request, model, chosen)
    except NoSuchFilter:
        messages.warning(request, _("The list has no such filter: choose the rows once more."))
        there = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        return HttpResponseRedirect(reverse(there))
    if asks and form.is_valid() and keys and len(keys) <= MOST_ROWS:
        return _exported(request, model, keys, form.cleaned_data)
    words = {
        "title": _("Export"),
        "form": form,
        "listed": model._meta,
        "count": len(keys),
        "chosen": chosen,
        "checkbox": ACTION_CHECKBOX_NAME,
        "is_too_long": len(keys) > MOST_ROWS,
        "most_rows": MOST_ROWS,
        "filters": request.GET.urlencode(),
    }
    return TemplateResponse(request, "admin/jobs/export.html", {**context, **words})


def _keys(request: HttpRequest, model: type[models.Model], chosen: list[str]) -> list[Any]:
    """Return the primary keys of the rows: those that are chosen, else all that the list shows."""
    rows = _listed(request, model)
    if chosen:
        rows = rows.filter(pk__in=[int(key) for key in chosen])
    return list(rows.order_by("pk").values_list("pk", flat=True).distinct()[: MOST_ROWS + 1])


def _listed(request: HttpRequest, model: type[models.Model]) -> QuerySet[Any]:
    """Return what the list shows under the address's filters.

    Raises:
        NoSuchFilter: if they make no sense.
    """
    listed: Any = admin.site._registry[model]
    try:
        with transaction.atomic():
            shown = listed.get_changelist_instance(request)
    except (IncorrectLookupParameters, SuspiciousOperation, *REFUSED):
        raise NoSuchFilter from None
    rows: QuerySet[Any] = shown.get_queryset(request)
    return rows


def _exported(
    request: HttpRequest, model: type[models.Model], keys: list[Any], asked: dict[str, str]
) -> HttpResponse:
    kind, form = asked["columns"], asked["form"]
    name = kind or str(model._meta.model_name)
    if len(keys) <= AT_ONCE:
        rows = chosen_rows(model=model, kind=kind, keys=keys)
        return table_response(rows, name=name, form=form)
    options = {
        "model": model._meta.label_lower,
        "columns": kind,
        "form": form,
        "keys": keys,
        "language": get_language(),
    }
    job = ask_for_job(
        by=request.user,
        work=Job.Work.EXPORT,
        kind=name,
        file_name=f"{name}.{form}",
        options=options,
        total=len(keys),
    )
    transaction.on_commit(partial(wake_job, job.pk))
    return HttpResponseRedirect(reverse("admin:balance_job_change", args=[job.pk]))


@admin.action(description=gettext_lazy("Export chosen rows"), permissions=["view"])
def export_chosen(
    listed: admin.ModelAdmin, request: HttpRequest, rows: QuerySet[Any]
) -> HttpResponse | None:
    """Go on to the page of export with the chosen rows."""
    if not may_export(request, listed.model):
        raise PermissionDenied
    context = {**admin.site.each_context(request), "opts": Job._meta}
    meta = listed.model._meta
    chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
    if request.POST.get("select_across") == "1":  # All that the filters leave: no need of keys.
        chosen = []
    return export_view(request, meta.app_label, str(meta.model_name), context, chosen=chosen)


def offer_export() -> None:
    """Give every list of ours the action; accounts and schedules do not go out."""
    for model, listed in admin.site._registry.items():
        if is_exported(model) and listed.actions is not None:
            listed.actions = [*listed.actions, export_chosen]
