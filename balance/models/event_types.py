"""What kinds of acts there are, and how much each is worth on a scale."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from balance.models.history import versioned
from balance.models.translations import translated


@versioned
class EventType(models.Model):
    """A PLOVER type, such as CONSULT."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=100)
    description = models.TextField(_("description"), blank=True)
    plover_score = models.FloatField(_("PLOVER score"), help_text=_("From -10 to 10."))

    class Meta:
        ordering = ["code"]
        verbose_name = _("event type")
        verbose_name_plural = _("event types")
        constraints = [
            models.CheckConstraint(
                name="event_type_code_is_capital_letters", condition=Q(code__regex=r"^[A-Z]+$")
            ),
            models.CheckConstraint(
                name="event_type_score_within_10",
                condition=Q(plover_score__gte=-10) & Q(plover_score__lte=10),
            ),
        ]

    def __str__(self) -> str:
        return translated(self.name)


@versioned
class CameoCode(models.Model):
    """A CAMEO code, such as 057, with its Goldstein score."""

    code = models.CharField(
        _("code"), max_length=4, unique=True, help_text=_("With its leading zero.")
    )
    name = models.CharField(_("name"), max_length=200)
    quad_class = models.PositiveSmallIntegerField(_("quad class"))
    goldstein = models.FloatField(_("Goldstein score"), help_text=_("From -10 to 10."))
    event_type = models.ForeignKey(
        EventType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="cameo_codes",
        verbose_name=_("event type"),
    )
    mode = models.CharField(_("PLOVER mode"), max_length=30, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("CAMEO code")
        verbose_name_plural = _("CAMEO codes")
        constraints = [
            models.CheckConstraint(
                name="cameo_code_is_digits", condition=Q(code__regex=r"^[0-9]{2,4}$")
            ),
            models.CheckConstraint(
                name="cameo_score_within_10",
                condition=Q(goldstein__gte=-10) & Q(goldstein__lte=10),
            ),
            models.CheckConstraint(
                name="cameo_quad_class_is_1_to_4",
                condition=Q(quad_class__gte=1) & Q(quad_class__lte=4),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
