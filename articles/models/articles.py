"""Articles: what outlets published."""

from urllib.parse import urlsplit

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.history import versioned
from articles.models.outlets import Outlet, WebAddressField


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
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    search = models.GeneratedField(
        expression=SearchVector("title", "text", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

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
        ]
        indexes = [
            GinIndex(fields=["search"], name="article_search"),
            models.Index(fields=["-published_on", "-id"], name="article_newest"),
        ]

    def __str__(self) -> str:
        return self.title or self.address_shown or f"Article {self.pk}"

    @property
    def address_shown(self) -> str:
        """The address without its scheme, short enough to read."""
        parts = urlsplit(self.url)
        return f"{parts.netloc}{parts.path}".rstrip("/")[:80]
