"""Articles: what outlets published."""

from typing import Self
from urllib.parse import urlsplit

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from articles.history import versioned
from articles.models.outlets import Outlet, WebAddressField


class ArticleQuerySet(models.QuerySet["Article"]):
    def with_text(self, text: str) -> Self:
        """Keep those with the same words, however wide the breaks between them."""
        words = Value(text, output_field=models.TextField())
        return self.filter(text_hash=Func(words, function="articles_text_hash"))

    def with_address(self, *addresses: str) -> Self:
        """Keep those at one of the addresses, as written or without what tracks readers."""
        return self.filter(Q(url__in=addresses) | Q(canonical_url__in=addresses)).exclude(url="")


@versioned
class Article(models.Model):
    """One publication, at one address or as a pasted text."""

    class Precision(models.TextChoices):
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    class DateBasis(models.TextChoices):
        FEED = "feed", _("the feed")
        PAGE = "page", _("the page")
        EDITOR = "editor", _("an editor")
        IMPORT = "import", _("an imported file")
        GUESSED = "guessed", _("a guess")

    class DuplicateBasis(models.TextChoices):
        ADDRESS = "address", _("the same address")
        TEXT = "text", _("the same text")
        PASSAGES = "passages", _("passages in common")
        EDITOR = "editor", _("an editor")
        NONE = "none", _("an editor says that it is none")

    # Of these a version would tell nothing: they follow from the rest, or a machine notes them.
    unversioned = ("search", "text_hash", "link_checked_at", "link_status", "link_failures")

    untold = ("canonical_url",)  # Kept, but it follows from the address.

    outlet = models.ForeignKey(
        Outlet, models.PROTECT, related_name="articles", verbose_name=_("outlet")
    )
    url = WebAddressField(_("address"), max_length=2000, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Empty when nobody knows.")
    )
    published_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=Precision, default=Precision.DAY
    )
    date_basis = models.CharField(
        _("the date comes from"), max_length=7, choices=DateBasis, default=DateBasis.EDITOR
    )
    language = models.CharField(
        _("language"), max_length=3, blank=True, help_text=_("Two letters, such as en.")
    )
    text = models.TextField(
        _("text"),
        blank=True,
        help_text=_("Shown to signed-in editors only; readers see quotations."),
    )
    is_garbled = models.BooleanField(
        _("garbled"),
        default=False,
        help_text=_("Broken sentences, as of a machine translation: quote it with care."),
    )
    canonical_url = WebAddressField(
        _("canonical address"),
        max_length=2000,
        blank=True,
        editable=False,
        help_text=_("The address without what only tracks readers; made for you."),
    )
    text_hash = models.CharField(
        _("hash of the text"), max_length=64, default="", blank=True, editable=False
    )  # By trigger: articles/sql/article_words_v1.sql.
    duplicate_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        related_name="duplicates",
        null=True,
        blank=True,
        db_index=False,  # The one below has only what is a duplicate.
        verbose_name=_("duplicate of"),
        help_text=_("The article that this one repeats, word for word or in large parts."),
    )
    duplicate_basis = models.CharField(
        _("why it counts as a duplicate"),
        max_length=8,
        choices=DuplicateBasis,
        default="",
        blank=True,
    )
    archive_url = WebAddressField(
        _("archive address"),
        max_length=2000,
        blank=True,
        help_text=_("A copy in a web archive. Readers see it beside the address."),
    )
    dead_since = models.DateField(
        _("dead since"),
        null=True,
        blank=True,
        help_text=_("The day since which the address no longer answers; empty while it does."),
    )
    link_checked_at = models.DateTimeField(
        _("address looked at"), null=True, blank=True, editable=False
    )
    link_status = models.CharField(
        _("what the address answered"), max_length=200, default="", blank=True, editable=False
    )
    link_failures = models.PositiveSmallIntegerField(
        _("looks in a row that failed"), default=0, editable=False
    )
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    # By trigger, in the article's own language: articles/sql/article_words_v1.sql.
    search = SearchVectorField(null=True, blank=True, editable=False)

    is_new: bool  # Only on what intake has just taken in.

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "-id"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.CheckConstraint(
                name="article_has_an_address_or_a_text", condition=~Q(url="") | ~Q(text="")
            ),
            models.CheckConstraint(
                name="article_address_is_on_the_web",
                condition=Q(url="") | Q(url__regex=r"^https?://"),
            ),
            models.UniqueConstraint(
                name="article_address_is_recorded_once", fields=["url"], condition=~Q(url="")
            ),
            models.CheckConstraint(
                name="article_archive_is_on_the_web",
                condition=Q(archive_url="") | Q(archive_url__regex=r"^https?://"),
            ),
            models.CheckConstraint(
                name="article_is_no_duplicate_of_itself",
                condition=Q(duplicate_of__isnull=True) | ~Q(duplicate_of=F("id")),
            ),
            models.CheckConstraint(
                name="article_says_why_it_is_a_duplicate",
                condition=Q(duplicate_of__isnull=True) | ~Q(duplicate_basis__in=["", "none"]),
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="article_search"),
            models.Index(
                fields=["canonical_url"], name="article_canonical", condition=~Q(canonical_url="")
            ),
            models.Index(
                fields=["text_hash"], name="article_text_hash", condition=~Q(text_hash="")
            ),
            models.Index(
                fields=["duplicate_of"],
                name="article_duplicates",
                condition=Q(duplicate_of__isnull=False),
            ),
            models.Index(
                F("link_checked_at").asc(nulls_first=True),
                name="article_looked_at_longest_ago",
                condition=~Q(url=""),
            ),
            models.Index(fields=["-published_on", "-id"], name="article_newest"),
        ]

    def __str__(self) -> str:
        return self.title or self.address_shown or f"Article {self.pk}"

    @property
    def address_shown(self) -> str:
        """The address without its scheme, short enough to read."""
        parts = urlsplit(self.url)
        return f"{parts.netloc}{parts.path}".rstrip("/")[:80]
