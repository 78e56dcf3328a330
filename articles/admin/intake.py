"""Adding an article: an address is fetched, a text or a file is read, an editor corrects."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from articles.admin.widgets import PlainTextField
from articles.intake import NotTakenIn, take_in_address, take_in_file, take_in_text
from articles.models import Article, Outlet


class IntakeForm(forms.Form):
    """An address, a text or a file; the rest only where the editor knows better."""

    url = forms.CharField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=2_000,
        help_text=gettext_lazy("Paste it as it stands in the browser. The page is fetched."),
        widget=forms.TextInput(
            attrs={"class": "vURLField", "inputmode": "url", "autofocus": True, "maxlength": None}
        ),
    )
    text = PlainTextField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        help_text=gettext_lazy(
            "In place of fetching. A first line such as “date 2024-08-24” gives its date."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "class": "vLargeTextField"}),
        validators=[MaxLengthValidator(5_000_000)],
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("A saved page (.html) or a plain text (.txt), up to 5 megabytes."),
        widget=forms.ClearableFileInput(attrs={"accept": ".html,.htm,.txt,text/html,text/plain"}),
    )
    title = forms.CharField(
        label=gettext_lazy("Title"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Empty: taken from the page or the first line."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    outlet = forms.CharField(
        label=gettext_lazy("Outlet"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Who published it. Empty: found by the address."),
        widget=forms.TextInput(attrs={"class": "vTextField", "list": "outlets"}),
    )
    published_on = forms.DateField(
        label=gettext_lazy("Published on"),
        required=False,
        help_text=gettext_lazy("Year, month, day: 2024-08-24. Empty: read from the page."),
        widget=forms.TextInput(attrs={"class": "vDateField"}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of the three."""
        cleaned = super().clean() or {}
        given = [name for name in ("text", "file") if cleaned.get(name)]
        if not given and not cleaned.get("url") and not self.errors:
            raise forms.ValidationError(_("Give an address, a text or a file."))
        if len(given) > 1:
            raise forms.ValidationError(_("Give a text or a file: one of the two."))
        return cleaned

    def take_in(self) -> Article:
        """Make the article.

        Raises:
            NotTakenIn: in one of its kinds.
        """
        given = self.cleaned_data
        asked: dict[str, Any] = {
            "title": given["title"],
            "outlet": given["outlet"],
            "published_on": given["published_on"],
            "url": given["url"],
            "at": timezone.now(),
        }
        if given["text"]:
            return take_in_text(text=given["text"], **asked)
        if file := given["file"]:
            return take_in_file(name=file.name, data=file.read(), **asked)
        return take_in_address(**asked)


class IntakeMixin:
    """The page on which an article is added, beside the one on which it is written by hand."""

    change_list_template: Any = "admin/articles.html"

    def get_urls(self) -> list[URLPattern]:
        """Add the page."""
        admin: Any = self
        page = path(
            "take-in/", admin.admin_site.admin_view(self.take_in), name="articles_article_take_in"
        )
        return [page, *super().get_urls()]  # type: ignore[misc]

    def take_in(self, request: HttpRequest) -> HttpResponse:
        """Ask for an article, take it in, and lead to what was found of it."""
        admin: Any = self
        if not admin.has_add_permission(request):
            raise PermissionDenied
        first = {"url": request.GET.get("url", "")[:2_000]}
        form = IntakeForm(request.POST or None, request.FILES or None, initial=first)
        if request.method == "POST" and form.is_valid():
            try:
                article = form.take_in()
            except NotTakenIn as error:
                form.add_error(None, str(error))
            else:
                return self._lead_to(request, article)
        context = {
            **admin.admin_site.each_context(request),
            "title": _("Add an article"),
            "form": form,
            "opts": admin.opts,
            "outlets": Outlet.objects.values_list("name", flat=True)[:1_000],
        }
        return TemplateResponse(request, "admin/take_in.html", context)

    def _lead_to(self, request: HttpRequest, article: Article) -> HttpResponse:
        admin: Any = self
        if article.is_new:
            admin.log_addition(request, article, [{"added": {}}])
            admin.message_user(request, what_was_found(article), messages.SUCCESS)
        else:
            text = _("This article is here already. What it lacked was filled in.")
            admin.message_user(request, text, messages.WARNING)
        if original := article.duplicate_of:
            admin.message_user(request, _copy(original, article), messages.WARNING)
        if article.is_garbled:
            text = _("Its sentences look broken, as of a machine translation: it is flagged.")
            admin.message_user(request, text, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def what_was_found(article: Article) -> str:
    """Return what intake found of an article, for the editor to correct."""
    size = len(article.text)
    found = [
        _("Added. Correct below what was not read well."),
        ngettext("%(count)d letter of text.", "%(count)d letters of text.", size) % {"count": size},
        _("Published on %(day)s, from %(basis)s.")
        % {
            "day": date_format(article.published_on, "j E Y"),
            "basis": article.get_date_basis_display(),
        }
        if article.published_on
        else _("No date was found."),
        _("Language: %(name)s.") % {"name": _language(article.language)}
        if article.language
        else _("No language was recognised."),
    ]
    return " ".join(found)


def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def _copy(original: Article, article: Article) -> str:
    return format_html(
        '{} <a href="{}">{}</a> ({}).',
        _("It repeats another article:"),
        reverse("admin:articles_article_change", args=[original.pk]),
        str(original),
        article.get_duplicate_basis_display(),
    )
