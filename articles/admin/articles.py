"""Outlets and articles."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import looking
from articles.admin.dates import WhenField, language
from articles.admin.duplicates import (
    CopiesMixin,
    DeadFilter,
    DuplicateFilter,
    keep_editors_word,
)
from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from articles.admin.forms import EditorialForm
from articles.admin.intake import IntakeMixin
from articles.admin.widgets import PlainTextField
from articles.duplicates import settle
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

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Look anew at the feeds that have moved."""
        super().save_formset(request, form, formset, change)
        moved = [row.pk for row, names in formset.changed_objects if "url" in names]
        looking.look_afresh(feeds=moved, now=timezone.now())

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        """Count the articles of each outlet with the list's own query."""
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    @admin.display(ordering="article_count", description=_("articles"))
    def articles(self, outlet: Any) -> int:
        """Return how many articles of the outlet are stored."""
        return outlet.article_count


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
class ArticleAdmin(IntakeMixin, CopiesMixin, EditorialAdmin):
    form = ArticleForm
    list_display = ["__str__", "outlet", "published", "language", "evidence"]
    list_filter = [
        "language",
        DuplicateFilter,
        "is_garbled",
        DeadFilter,
        "date_basis",
        "published_precision",
        ("outlet", admin.RelatedOnlyFieldListFilter),
    ]
    actions = ["mark_as_duplicates", "mark_as_no_duplicates", "look_at_addresses"]
    list_select_related = ["outlet"]
    date_hierarchy = "published_on"
    search_fields = ["title", "url", "outlet__name"]
    search_help_text = _("A word of the title, an outlet, or a part of the address.")
    autocomplete_fields = ["outlet", "duplicate_of"]
    readonly_fields = [
        "evidence",
        "canonical_url",
        "duplicate_basis",
        "dead_since",
        "link_checked_at",
        "link_status",
        "created_at",
        "updated_at",
    ]
    fieldsets = [
        (None, {"fields": ["title", "outlet", "url"]}),
        (_("When"), {"fields": ["published", "date_basis"]}),
        (_("What it says"), {"fields": [("language", "is_garbled"), "text", "evidence"]}),
        (
            _("Copies and its address"),
            {
                "fields": [
                    ("duplicate_of", "duplicate_basis"),
                    "archive_url",
                    ("dead_since", "link_checked_at", "link_status"),
                    "canonical_url",
                ]
            },
        ),
        (_("Recorded"), {"fields": [("created_at", "updated_at")], "classes": ["collapse"]}),
    ]
    kept_because = _(
        "An article with evidence is never deleted: the evidence would lose its source."
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Count the evidence with the list's own query, and leave long texts where they are."""
        articles = super().get_queryset(request).defer("text", "search")
        return articles.annotate(evidence_count=Count("evidence"))

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Keep an editor's word on copies, and look for them where the text is another."""
        keep_editors_word(obj, form.changed_data)
        if "url" in form.changed_data:
            obj.canonical_url = ""
        super().save_model(request, obj, form, change)
        settle(article=obj)

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
