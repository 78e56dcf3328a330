"""The form with which readers report an error."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import MinLengthValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from rest_framework.throttling import AnonRateThrottle

from balance.operations.reports import send_report
from balance.panels.notes import is_safe_address

SHORTEST = 10  # Letters that say what is wrong.


class ReportThrottle(AnonRateThrottle):
    """So many reports from one reader; the setting is off on a laptop."""

    scope = "report"
    rate = settings.REPORT_RATE


class ReportForm(forms.Form):
    """What is wrong, and where. `website` is a trap: people do not see it, programs fill it in."""

    about = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
    number = forms.CharField(label=_("What is wrong"), required=False, max_length=300)
    message = forms.CharField(
        label=_("What should it be, and how do you know?"),
        help_text=_("A source helps most: the address of an article, or where a document is."),
        max_length=4000,
        validators=[MinLengthValidator(SHORTEST)],
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    email = forms.EmailField(
        label=_("Your e-mail, if you want an answer"),
        help_text=_("Only the editors see it."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_about(self) -> str:
        """Return the page, if it is one of this site."""
        about: str = self.cleaned_data["about"]
        return about if about.startswith("/") and is_safe_address(about) else ""

    @property
    def page(self) -> str:
        """The page of this site that the form is about; empty where it names none."""
        given = str(self["about"].value() or "")[:1000]
        return given if given.startswith("/") and is_safe_address(given) else ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Show the form, filled in from the address; or take the report."""
    if request.method != "POST":
        given = {name: request.GET.get(name, "")[:300] for name in ("about", "number")}
        return _show(request, ReportForm(initial=given, label_suffix=""))
    form = ReportForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _show(request, form, status=400)
    if form.cleaned_data.pop("website"):
        return redirect("report-thanks")  # A program: it may think that it was heard.
    if settings.REPORT_RATE and not ReportThrottle().allow_request(request, None):  # type: ignore[arg-type]
        return _show(request, form, status=429, is_too_often=True)
    send_report(**form.cleaned_data)
    return redirect("report-thanks")


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Say that the report is with the editors."""
    return render(request, "balance/report_thanks.html")


def _show(request: HttpRequest, form: ReportForm, status: int = 200, **more: Any) -> HttpResponse:
    context = {"form": form, "page_path": form.page, **more}
    return render(request, "balance/report.html", context, status=status)
