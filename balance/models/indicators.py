"""Indicators: measured dependence, with conflicting figures kept side by side."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.history import Withdrawable, versioned
from balance.models.translations import translated


@versioned
class Indicator(models.Model):
    """Something measured between two actors, in one unit."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    unit = models.CharField(_("unit"), max_length=40)

    class Meta:
        ordering = ["code"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [
            models.CheckConstraint(name="indicator_has_a_unit", condition=~Q(unit="")),
        ]

    def __str__(self) -> str:
        return translated(self.name)


@versioned
class Observation(Withdrawable):
    """One figure of an indicator, as one outlet reports it."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="observations", verbose_name=_("indicator")
    )
    actor = models.ForeignKey(
        Actor, models.PROTECT, related_name="observations", verbose_name=_("of")
    )
    partner = models.ForeignKey(
        Actor, models.PROTECT, related_name="partner_observations", verbose_name=_("with")
    )
    valid = DateRangeField(_("period"), help_text=_("First day in; first day out."))
    value = models.FloatField(_("value"))
    confidence = models.FloatField(_("confidence"), default=1)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        ordering = ["indicator", "partner", "valid"]
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        constraints = [
            models.CheckConstraint(
                name="observation_period_is_closed",
                condition=Q(valid__isempty=False)
                & Q(valid__lower_inf=False)
                & Q(valid__upper_inf=False),
            ),
            models.CheckConstraint(
                name="observation_is_between_two_actors", condition=~Q(actor=F("partner"))
            ),
            models.CheckConstraint(
                name="observation_confidence_is_a_probability",
                condition=Q(confidence__gte=0) & Q(confidence__lte=1),
            ),
            models.CheckConstraint(
                name="observation_value_is_finite",
                condition=Q(value__gt=float("-inf")) & Q(value__lt=float("inf")),
            ),
            models.UniqueConstraint(
                name="observation_recorded_once",
                fields=["indicator", "actor", "partner", "valid", "value", "note"],
                condition=Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.partner}: {self.value:g}"
