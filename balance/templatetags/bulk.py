"""The buttons for import and export above a list of the admin."""

from typing import Any

from django import template
from django.urls import reverse

from balance.exports.lists import is_exported
from balance.importers.rights import kinds_of, may_import, may_import_anything
from balance.models import Job

register = template.Library()


@register.simple_tag(takes_context=True)
def bulk_work(context: template.Context, cl: Any) -> dict[str, str]:
    """Return where the list's rows are imported and exported, as far as the editor may."""
    request, model = context["request"], cl.model
    kinds = [kind for kind in kinds_of(model) if may_import(request.user, kind)]
    exports = is_exported(model) and request.user.has_perm("balance.add_job")
    imports = bool(kinds) or (model is Job and may_import_anything(request.user))
    return {
        "import_url": _import_url(kinds) if imports else "",
        "export_url": _export_url(request, model._meta) if exports else "",
    }


def _import_url(kinds: list[str]) -> str:
    there = reverse("admin:balance_job_import")
    return f"{there}?kind={kinds[0]}" if kinds else there


def _export_url(request: Any, meta: Any) -> str:
    there = reverse("admin:balance_job_export", args=[meta.app_label, meta.model_name])
    query = request.GET.urlencode()
    return f"{there}?{query}" if query else there
