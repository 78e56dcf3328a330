"""The list of articles, and the page of one: its quotations, and for editors its text."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.models import Article, Outlet
from articles.passages import passage
from balance.queries.articles import ArticleQuestion, article_record, articles_found
from balance.queries.pages import default_focus
from balance.views.paging import without_page

PAGE_SIZE = 25


class ArticleFilterForm(forms.Form):
    """Words and outlet; wrong parts are shown and left out."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    outlet = forms.ModelChoiceField(
        label=_("Outlet"),
        required=False,
        queryset=Outlet.objects.order_by("name"),
        empty_label=_("all"),
    )

    def asked(self) -> ArticleQuestion:
        """Return the question, of the parts that make sense."""
        self.full_clean()
        outlet = self.cleaned_data.get("outlet")
        return ArticleQuestion(
            words=self.cleaned_data.get("q", ""), outlet=outlet.pk if outlet else None
        )


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Show what was published, newest first, narrowed by the reader."""
    form = ArticleFilterForm(request.GET.dict(), label_suffix="")
    page = Paginator(articles_found(form.asked()), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "here": "articles",
        "focus": default_focus(),
        "form": form,
        "page": page,
        "address": without_page(request.GET),
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
