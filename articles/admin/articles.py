"""Outlets, feeds and articles."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from articles.admin.forms import EditorialForm
from articles.admin.widgets import PlainTextField
from articles.models import Article, Feed, Outlet


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

    text = PlainTextField(
        label=_("Text"),
        required=False,
        strip=False,
        help_text=_("Shown to signed-in editors only; readers see quotations."),
        widget=forms.Textarea(attrs={"rows": 24, "class": "vLargeTextField"}),
    )


@admin.register(Article)
class ArticleAdmin(EditorialAdmin):
    form = ArticleForm
    list_display = ["__str__", "outlet", "published_on", "language", "evidence"]
    list_filter = ["language", "date_basis", "published_precision"]
    list_select_related = ["outlet"]
    date_hierarchy = "published_on"
    search_fields = ["title", "url", "outlet__name"]
    search_help_text = _("A word of the title, an outlet, or a part of the address.")
    autocomplete_fields = ["outlet"]
    readonly_fields = ["evidence", "created_at", "updated_at"]
    fieldsets = [
        (None, {"fields": ["title", "outlet", "url"]}),
        (_("When"), {"fields": [("published_on", "published_precision"), "date_basis"]}),
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

    @admin.display(ordering="evidence_count", description=_("evidence"))
    def evidence(self, article: Any) -> int:
        """Return how many records this article is quoted for or against."""
        return getattr(article, "evidence_count", 0)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let an article go that nothing refers to."""
        may = request.user.has_perm("articles.delete_article")
        return bool(obj) and may and not obj.evidence.exists()
