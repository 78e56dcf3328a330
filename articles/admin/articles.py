"""Outlets, feeds and articles."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.dates import WhenField, language
from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from articles.admin.forms import EditorialForm
from articles.admin.widgets import PlainTextField
from articles.models import Article, Feed, Outlet
from articles.written_dates import Span, write_span
from articles.written_dates.spans import end_of


class FeedInline(EditorialTabularInline):
    model = Feed
    fields = ["url", "is_active", "check_every"]
    can_delete = False


@admin.register(Outlet)
class OutletAdmin(EditorialAdmin):
    list_display = ["name", "country", "articles", "homepage"]
    list_filter = ["country"]
    search_fields = ["name", "homepage"]
    fields = ["name", "homepage", "country", "note"]
    inlines = [FeedInline]
    parts = ["feeds"]
    restored_with = ()  # A feed goes its own way: it is made inactive, never deleted.
    kept_because = _("Outlets are never deleted: articles and evidence refer to them.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        """Count the articles of each outlet with the list's own query."""
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    @admin.display(ordering="article_count", description=_("articles"))
    def articles(self, outlet: Any) -> int:
        """Return how many articles of the outlet are stored."""
        return outlet.article_count


@admin.register(Feed)
class FeedAdmin(EditorialAdmin):
    list_display = ["url", "outlet", "is_active", "check_every"]
    list_filter = ["is_active"]
    list_select_related = ["outlet"]
    search_fields = ["url", "outlet__name"]
    autocomplete_fields = ["outlet"]
    fields = ["outlet", "url", ("is_active", "check_every")]
    kept_because = _("Feeds are never deleted: make the feed inactive, and nobody looks at it.")


class ArticleForm(EditorialForm):
    """Keeps the text as it is, to the last space: quotations point into it."""

    published = WhenField(
        label=_("Published"),
        required=False,
        precisions=("day", "month", "year"),
        help_text=_("3 July 2024, July 2024 or 2024. Empty when nobody knows."),
    )
    text = PlainTextField(
        label=_("Text"),
        required=False,
        strip=False,
        help_text=_("Shown to signed-in editors only; readers see quotations."),
        widget=forms.Textarea(attrs={"rows": 24, "class": "vLargeTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day, precision = self.instance.published_on, self.instance.published_precision
        if "published" in self.fields and day:
            self.initial.setdefault("published", Span(day, end_of(day, precision), precision))

    def clean(self) -> dict[str, Any] | None:
        """Give the article the day and the precision that the date means."""
        cleaned = super().clean()
        if "published" in self.cleaned_data:
            span = self.cleaned_data["published"]
            self.instance.published_on = span and span.start
            self.instance.published_precision = span.precision if span else Article.Precision.DAY
        return cleaned


@admin.register(Article)
class ArticleAdmin(EditorialAdmin):
    form = ArticleForm
    list_display = ["__str__", "outlet", "published", "language", "evidence"]
    list_filter = ["language", "date_basis", "published_precision"]
    list_select_related = ["outlet"]
    date_hierarchy = "published_on"
    search_fields = ["title", "url", "outlet__name"]
    search_help_text = _("A word of the title, an outlet, or a part of the address.")
    autocomplete_fields = ["outlet"]
    readonly_fields = ["evidence", "created_at", "updated_at"]
    fieldsets = [
        (None, {"fields": ["title", "outlet", "url"]}),
        (_("When"), {"fields": ["published", "date_basis"]}),
        (_("What it says"), {"fields": ["language", "text", "evidence"]}),
        (_("Recorded"), {"fields": [("created_at", "updated_at")], "classes": ["collapse"]}),
    ]
    kept_because = _(
        "An article with evidence is never deleted: the evidence would lose its source."
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Count the evidence with the list's own query, and leave long texts where they are."""
        articles = super().get_queryset(request).defer("text", "search")
        return articles.annotate(evidence_count=Count("evidence"))

    @admin.display(ordering="published_on", description=_("published"))
    def published(self, article: Article) -> str:
        """Return the date as precisely as it is known."""
        day, precision = article.published_on, article.published_precision
        return write_span(day, day, precision, language=language()) if day else "–"

    @admin.display(ordering="evidence_count", description=_("evidence"))
    def evidence(self, article: Any) -> int:
        """Return how many records this article is quoted for or against."""
        return getattr(article, "evidence_count", 0)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let an article go that nothing refers to."""
        may = request.user.has_perm("articles.delete_article")
        return bool(obj) and may and not obj.evidence.exists()
