"""The list of articles, and the page of one: its quotations, and for editors its text."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.models import Article, Outlet
from articles.passages import passage
from balance.panels.articles import articles_headline
from balance.queries.articles import (
    ArticleQuestion,
    article_record,
    articles_found,
    languages,
    tally_articles,
)
from balance.queries.pages import default_focus
from balance.views.paging import without_page
from balance.views.partial_dates import day_field, first_day

PAGE_SIZE = 25


def language_name(code: str) -> str:
    """Name a language as the reader's language does; one that nobody knows, by its code."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


class ArticleFilterForm(forms.Form):
    """Words, outlet, language and days; wrong parts are shown and left out."""

    q = forms.CharField(label=_("Words, or an outlet"), required=False, max_length=200)
    outlet = forms.ModelChoiceField(
        label=_("Outlet"),
        required=False,
        queryset=Outlet.objects.order_by("name"),
        empty_label=_("all"),
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    start = day_field(_("Published from"))
    end = day_field(_("Before"))

    def __init__(self, given: Mapping[str, str]) -> None:
        super().__init__(given, label_suffix="")
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("all")), *((code, language_name(code)) for code in languages())]

    def clean(self) -> dict[str, Any]:
        """Refuse days that leave nothing between them."""
        cleaned = super().clean() or {}
        start, end = first_day(cleaned.get("start")), first_day(cleaned.get("end"))
        if start and end and start >= end:
            self.add_error("end", gettext("This day is not after the first one."))
        return cleaned

    def asked(self) -> ArticleQuestion:
        """Return the question, of the parts that make sense."""
        self.full_clean()
        chosen = self.cleaned_data
        outlet = chosen.get("outlet")
        return ArticleQuestion(
            words=chosen.get("q", ""),
            outlet=outlet.pk if outlet else None,
            language=chosen.get("language", ""),
            start=first_day(chosen.get("start")),
            end=first_day(chosen.get("end")),
        )


def _file_address(asked: ArticleQuestion, **more: str) -> str:
    """Return where the API gives the same articles."""
    query = {
        "q": asked.words,
        "outlet": asked.outlet,
        "language": asked.language,
        "start": asked.start,
        "end": asked.end,
        **more,
    }
    given = urlencode({name: value for name, value in query.items() if value})
    address = reverse("api:article-list")
    return f"{address}?{given}" if given else address


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Show what was published, newest first, narrowed by the reader."""
    form = ArticleFilterForm(request.GET.dict())
    asked = form.asked()
    found = tally_articles(asked)
    pages_of = Paginator(articles_found(asked), PAGE_SIZE)
    pages_of.count = found.articles  # Counted already.
    context = {
        "here": "articles",
        "focus": default_focus(),
        "form": form,
        "headline": articles_headline(found),
        "page": pages_of.get_page(request.GET.get("page")),
        "address": without_page(request.GET),
        "csv": _file_address(asked, format="csv"),
        "json": _file_address(asked),
    }
    return render(request, "balance/article_list.html", context)


@require_safe
def article_detail(request: HttpRequest, key: int) -> HttpResponse:
    """Show an article's quotations with what they are quoted for."""
    try:
        article, quoted = article_record(key)
    except Article.DoesNotExist:
        raise Http404 from None
    context: dict[str, Any] = {
        "here": "articles",
        "focus": default_focus(),
        "article": article,
        "quoted": [(row, passage(article.text, row.quote)) for row in quoted],
        "shows_text": request.user.has_perm("articles.view_article"),
    }
    response = render(request, "balance/article_detail.html", context)
    patch_cache_control(response, private=True)  # The text is for whom it was rendered.
    return response
