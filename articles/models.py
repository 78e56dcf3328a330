"""What was published: outlets, their feeds, and articles."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.history import versioned


class WebAddressField(models.URLField):
    """An address on the web: http or https, and nothing else that a browser might open."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def formfield(self, **kwargs: Any) -> Any:
        """Read an address without a scheme as https."""
        return super().formfield(**{"assume_scheme": "https", **kwargs})


@versioned
class Outlet(models.Model):
    """A publisher: a newspaper, an agency, a ministry's site."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    homepage = WebAddressField(_("home page"), max_length=500, blank=True)
    country = models.CharField(
        _("country"), max_length=3, blank=True, help_text=_("Three letters, such as AZE.")
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        constraints = [
            models.CheckConstraint(name="outlet_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="outlet_country_is_three_letters",
                condition=Q(country="") | Q(country__regex=r"^[A-Z]{3}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@versioned
class Feed(models.Model):
    """An address at which an outlet lists its new articles."""

    outlet = models.ForeignKey(
        Outlet, models.CASCADE, related_name="feeds", verbose_name=_("outlet")
    )
    url = WebAddressField(_("address"), max_length=1000, unique=True)
    is_active = models.BooleanField(_("active"), default=True)
    check_every = models.PositiveIntegerField(
        _("check every"), default=60, help_text=_("Minutes between two looks at the feed.")
    )

    class Meta:
        ordering = ["outlet", "url"]
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        constraints = [
            models.CheckConstraint(
                name="feed_is_checked_at_most_once_a_minute", condition=Q(check_every__gte=1)
            ),
            models.CheckConstraint(
                name="feed_address_is_on_the_web", condition=Q(url__regex=r"^https?://")
            ),
        ]

    def __str__(self) -> str:
        return self.url


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
