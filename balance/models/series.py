"""Daily series: derived from the events, never edited, recomputed whole."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from balance.models.events import Dimension
from balance.models.methodology import Scale
from balance.models.records import Dataset
from balance.models.schemes import Focus, Pole
from balance.models.spans import Holds


class DailySeries(models.Model):
    """Impact per day of one year on one pole, or on OTHER, in one dimension."""

    dataset = models.ForeignKey(
        Dataset, models.CASCADE, related_name="+", verbose_name=_("dataset")
    )
    scale = models.CharField(_("scale"), max_length=9, choices=Scale)
    focus = models.ForeignKey(Focus, models.CASCADE, related_name="+", verbose_name=_("focus"))
    pole = models.ForeignKey(
        Pole,
        models.CASCADE,
        null=True,
        related_name="+",
        help_text=_("Empty: OTHER."),
        verbose_name=_("pole"),
    )
    dimension = models.CharField(_("dimension"), max_length=10, choices=Dimension)
    year = models.PositiveSmallIntegerField(_("year"))
    cooperation = ArrayField(models.FloatField(), help_text=_("Intensity points per day."))
    conflict = ArrayField(models.FloatField(), help_text=_("Intensity points per day."))
    begun = ArrayField(models.FloatField(), help_text=_("Shares of events by first day."))
    ended = ArrayField(models.FloatField(), help_text=_("Shares of events by first day out."))

    class Meta:
        verbose_name = _("daily series")
        verbose_name_plural = pgettext_lazy("plural", "daily series")
        constraints = [
            models.UniqueConstraint(
                name="daily_series_one_a_year",
                fields=["dataset", "scale", "focus", "pole", "dimension", "year"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="daily_series_has_a_number_for_every_day",
                condition=Q(
                    Holds(
                        "make_date({0} + 1, 1, 1) - make_date({0}, 1, 1) = cardinality({1})"
                        " AND cardinality({1}) = cardinality({2})"
                        " AND cardinality({1}) = cardinality({3})"
                        " AND cardinality({1}) = cardinality({4})",
                        "year",
                        "cooperation",
                        "conflict",
                        "begun",
                        "ended",
                    )
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.focus_id}:{self.pole_id}:{self.dimension}:{self.year}"


class SeriesVersion(models.Model):
    """A state of the data that the series of one focus were computed from, and when first."""

    dataset = models.ForeignKey(
        Dataset, models.CASCADE, related_name="+", verbose_name=_("dataset")
    )
    focus = models.ForeignKey(Focus, models.CASCADE, related_name="+", verbose_name=_("focus"))
    data_version = models.CharField(_("data version"), max_length=64)
    computed_at = models.DateTimeField(_("computed"))
    is_current = models.BooleanField(_("current"), default=False)

    class Meta:
        verbose_name = _("series version")
        verbose_name_plural = _("series versions")
        constraints = [
            models.UniqueConstraint(
                name="series_version_recorded_once", fields=["dataset", "focus", "data_version"]
            ),
            models.UniqueConstraint(
                name="series_version_current_is_one",
                fields=["dataset", "focus"],
                condition=Q(is_current=True),
            ),
        ]

    def __str__(self) -> str:
        return self.data_version[:12]


class DirtySeries(models.Model):
    """A year whose series no longer follow from the events; `seq` counts the changes since."""

    dataset = models.ForeignKey(
        Dataset, models.CASCADE, related_name="+", verbose_name=_("dataset")
    )
    focus = models.ForeignKey(Focus, models.CASCADE, related_name="+", verbose_name=_("focus"))
    year = models.PositiveSmallIntegerField(_("year"))
    seq = models.PositiveBigIntegerField(_("changes"), default=1)

    class Meta:
        verbose_name = _("dirty series")
        verbose_name_plural = pgettext_lazy("plural", "dirty series")
        constraints = [
            models.UniqueConstraint(
                name="dirty_series_one_a_year", fields=["dataset", "focus", "year"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.focus_id}:{self.year}"


class Heartbeat(models.Model):
    """When a part of the system last said that it is alive, and what it found."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    beaten_at = models.DateTimeField(_("last beat"))
    found = models.TextField(_("found"), blank=True, help_text=_("Empty: nothing is wrong."))

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self) -> str:
        return self.name
