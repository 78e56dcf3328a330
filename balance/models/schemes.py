"""Foci, and the schemes of poles against which they are read."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.history import Withdrawable, versioned
from balance.models.translations import translated


@versioned
class Scheme(models.Model):
    """A set of poles."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")

    def __str__(self) -> str:
        return translated(self.name)


@versioned
class Pole(models.Model):
    """A great power, or a group of actors that counts as one."""

    class Dash(models.TextChoices):
        SOLID = "solid", _("solid")
        DASHED = "dashed", _("dashed")
        DOTTED = "dotted", _("dotted")
        DASH_DOT = "dash-dot", _("dash and dot")
        LONG = "long-dash", _("long dashes")

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="poles", verbose_name=_("scheme")
    )
    code = models.SlugField(_("code"), max_length=40, help_text=_("Such as china."))
    name = models.CharField(_("name"), max_length=100, help_text=_("As it stands in a sentence."))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    color = models.CharField(
        _("colour"), max_length=7, help_text=_("On light ground, such as #0072b2.")
    )
    color_dark = models.CharField(_("colour on dark ground"), max_length=7)
    dash = models.CharField(_("line"), max_length=9, choices=Dash, default=Dash.SOLID)

    class Meta:
        ordering = ["scheme", "position", "code"]
        verbose_name = _("pole")
        verbose_name_plural = _("poles")
        constraints = [
            models.UniqueConstraint(name="pole_code_once_in_a_scheme", fields=["scheme", "code"]),
            models.CheckConstraint(name="pole_is_not_called_other", condition=~Q(code="other")),
            models.CheckConstraint(
                name="pole_colours_are_hexadecimal",
                condition=Q(color__regex=r"^#[0-9a-f]{6}$")
                & Q(color_dark__regex=r"^#[0-9a-f]{6}$"),
            ),
        ]

    def __str__(self) -> str:
        return translated(self.name)


@versioned
class PoleMembership(Withdrawable):
    """An actor's place in a pole, over a half-open span of days."""

    actor = models.ForeignKey(
        Actor, models.PROTECT, related_name="pole_memberships", verbose_name=_("actor")
    )
    pole = models.ForeignKey(
        Pole, models.PROTECT, related_name="memberships", verbose_name=_("pole")
    )
    weight = models.FloatField(_("weight"), default=1, help_text=_("Above 0, at most 1."))
    valid = DateRangeField(
        _("valid"),
        help_text=_(
            "First day in; first day out. An empty end is open: it always was, or still is."
        ),
    )

    class Meta:
        ordering = ["pole", "actor"]
        verbose_name = _("pole membership")
        verbose_name_plural = _("pole memberships")
        constraints = [
            models.CheckConstraint(name="pole_membership_lasts", condition=Q(valid__isempty=False)),
            models.CheckConstraint(
                name="pole_membership_weight_above_0_at_most_1",
                condition=Q(weight__gt=0) & Q(weight__lte=1),
            ),
            ExclusionConstraint(
                name="pole_membership_never_twice_at_once",
                expressions=[
                    ("actor", RangeOperators.EQUAL),
                    ("pole", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} in {self.pole}"


@versioned
class Focus(models.Model):
    """The actor whose foreign policy is tracked, and the scheme it is read against."""

    actor = models.OneToOneField(
        Actor, models.PROTECT, related_name="focus", verbose_name=_("actor")
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="foci", verbose_name=_("scheme")
    )
    is_default = models.BooleanField(_("shown on the front page"), default=False)
    summary = models.TextField(_("summary"), blank=True)

    class Meta:
        ordering = ["-is_default", "actor__name"]
        verbose_name = _("focus")
        verbose_name_plural = _("foci")
        constraints = [
            models.UniqueConstraint(
                name="focus_on_the_front_page_is_one",
                fields=["is_default"],
                condition=Q(is_default=True),
            ),
        ]

    def __str__(self) -> str:
        return str(self.actor)
