"""Ties: dated standing relations between two actors, as rungs of ladders."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.history import Withdrawable, versioned
from balance.models.spans import DatePrecision, Holds
from balance.models.translations import translated


class Ladder(models.TextChoices):
    BILATERAL = "bilateral", _("bilateral")
    MEMBERSHIP = "membership", _("membership")
    CONFLICT = "conflict", _("conflict")
    OTHER = "other", _("other")


@versioned
class TieKind(models.Model):
    """A rung of a ladder, or a mark on the way that has no rank."""

    ladder = models.CharField(_("ladder"), max_length=10, choices=Ladder)
    code = models.SlugField(_("code"), max_length=60)
    name = models.CharField(_("name"), max_length=100)
    rank = models.PositiveSmallIntegerField(
        _("rank"), null=True, blank=True, help_text=_("1 is the lowest rung. Empty: not ranked.")
    )

    class Meta:
        ordering = ["ladder", "rank", "code"]
        verbose_name = _("kind of tie")
        verbose_name_plural = _("kinds of tie")
        constraints = [
            models.UniqueConstraint(name="tie_kind_once_on_a_ladder", fields=["ladder", "code"]),
            models.UniqueConstraint(name="tie_rank_once_on_a_ladder", fields=["ladder", "rank"]),
        ]

    def __str__(self) -> str:
        return translated(self.name)


class TieQuerySet(models.QuerySet["Tie"]):
    def standing(self) -> Self:
        """Keep the ties that nobody withdrew."""
        return self.filter(withdrawn_because="")

    def in_force(self, on: date) -> Self:
        """Keep the ties that are in force on the day; a start not stated counts as begun."""
        return self.filter(valid__contains=on)


def _end_fits(column: str, bound: str, precision: str) -> Q:
    """Return that one end of a range is open exactly when it has no precision, and fits it."""
    return Q(
        Holds(
            "CASE {1} WHEN '' THEN %s({0}) IS NULL WHEN 'day' THEN %s({0}) IS NOT NULL"
            " WHEN 'month' THEN extract(day from %s({0})) IS NOT DISTINCT FROM 1"
            " WHEN 'year' THEN extract(doy from %s({0})) IS NOT DISTINCT FROM 1"
            " ELSE false END" % ((bound,) * 4),
            column,
            precision,
        )
    )


@versioned
class Tie(Withdrawable):
    """A dated relation of a kind between two actors; a membership is actor in organisation."""

    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    actor_a = models.ForeignKey(
        Actor, models.PROTECT, related_name="ties_a", verbose_name=_("actor")
    )
    actor_b = models.ForeignKey(
        Actor, models.PROTECT, related_name="ties_b", verbose_name=_("other actor or organisation")
    )
    kind = models.ForeignKey(TieKind, models.PROTECT, related_name="ties", verbose_name=_("kind"))
    label = models.CharField(_("called"), max_length=200, blank=True)
    about = models.CharField(
        _("about"), max_length=200, blank=True, help_text=_("What a mark is about.")
    )
    valid = DateRangeField(
        _("valid"), help_text=_("First day in; first day out. An empty end is not stated, or open.")
    )
    start_precision = models.CharField(
        _("precision of the start"), max_length=5, choices=DatePrecision, blank=True
    )
    end_precision = models.CharField(
        _("precision of the end"), max_length=5, choices=DatePrecision, blank=True
    )
    confidence = models.FloatField(_("confidence"), default=1)

    objects = TieQuerySet.as_manager()

    class Meta:
        ordering = ["actor_a", "actor_b", "kind"]
        verbose_name = _("tie")
        verbose_name_plural = _("ties")
        constraints = [
            models.CheckConstraint(name="tie_joins_two_actors", condition=~Q(actor_a=F("actor_b"))),
            models.CheckConstraint(name="tie_lasts", condition=Q(valid__isempty=False)),
            models.CheckConstraint(
                name="tie_start_fits_its_precision",
                condition=_end_fits("valid", "lower", "start_precision"),
            ),
            models.CheckConstraint(
                name="tie_end_fits_its_precision",
                condition=_end_fits("valid", "upper", "end_precision"),
            ),
            models.CheckConstraint(
                name="tie_confidence_is_a_probability",
                condition=Q(confidence__gte=0) & Q(confidence__lte=1),
            ),
            models.UniqueConstraint(
                name="tie_recorded_once",
                fields=["actor_a", "actor_b", "kind", "label", "about", "valid"],
                condition=Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor_a} and {self.actor_b}: {self.label or self.kind}"
