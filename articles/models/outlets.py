"""Outlets, and the feeds at which they list their articles."""

from typing import Any

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
