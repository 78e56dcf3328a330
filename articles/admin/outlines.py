"""Lists of feeds as OPML, which every reader of feeds writes and reads."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import outlines
from articles.outlines import NotStored, Report

LARGEST = 2_000_000


class OutlineForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("OPML file"),
        help_text=gettext_lazy("As readers of feeds export it. At most 2 MB."),
    )
    only_check = forms.BooleanField(
        label=gettext_lazy("Only check the file, and store nothing"), required=False
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before anybody reads it."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than 2 MB: import it in parts."))
        return file


class OutlineViews:
    """Export of all feeds, and import of a file: whole, or not at all with the bad lines named."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[Any]:
        """Add the export and the import."""
        view = self.admin_site.admin_view
        own = [
            path("opml/", view(self.export_view), name="articles_feed_export"),
            path("opml/import/", view(self.import_view), name="articles_feed_import"),
        ]
        return own + super().get_urls()  # type: ignore[misc]

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """Send every outlet and feed as one file."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        response = HttpResponse(outlines.export_outlines(), content_type="text/x-opml")
        response["Content-Disposition"] = 'attachment; filename="feeds.opml"'
        return response

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for a file, and store what it lists, or tell line by line why not."""
        may_add = [request.user.has_perm(f"articles.add_{name}") for name in ("outlet", "feed")]
        if not all(may_add):
            raise PermissionDenied
        is_sent = request.method == "POST"
        form = OutlineForm(request.POST, request.FILES) if is_sent else OutlineForm()
        rejected: list[Any] = []
        if is_sent and form.is_valid():
            only_check = form.cleaned_data["only_check"]
            try:
                report = outlines.import_outlines(
                    data=form.cleaned_data["file"].read(), dry_run=only_check
                )
            except NotStored as error:
                rejected = error.rejected
            else:
                messages.success(request, _told(report, only_check))
                if not only_check:
                    return HttpResponseRedirect(reverse("admin:articles_feed_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import feeds"),
            "opts": self.opts,
            "form": form,
            "rejected": rejected[:200],
            "rejected_count": len(rejected),
        }
        return TemplateResponse(request, "admin/feeds_import.html", context)


def _told(report: Report, only_check: bool) -> str:
    feeds = ngettext("%(count)d new feed.", "%(count)d new feeds.", report.feeds)
    outlets = ngettext("%(count)d new outlet.", "%(count)d new outlets.", report.outlets)
    known = ngettext(
        "%(count)d feed was there already.", "%(count)d feeds were there already.", report.known
    )
    first = _("Nothing is stored yet. The file would bring:") if only_check else _("Stored:")
    counts = (
        (feeds, report.feeds),
        (outlets, report.outlets),
        (known, report.known),
    )
    return " ".join([first, *(text % {"count": count} for text, count in counts)])
