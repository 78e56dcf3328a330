"""Codings: what a second coder makes of an event's evidence, without knowing the first's."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.event_types import CameoCode, EventType
from balance.models.events import Dimension, Event, Role
from balance.models.history import versioned
from balance.models.spans import FIRST_DAY, LAST_DAY, Precision, span_fits_precision


@versioned
class Coding(models.Model):
    """One coder's blind reading of an event's evidence; it changes no number of the balance."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="codings", verbose_name=_("event")
    )
    coder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="codings", verbose_name=_("coder")
    )
    start = models.DateField(_("start"), help_text=_("The first day of the act, or of its period."))
    end = models.DateField(_("end"), help_text=_("The first day out."))
    precision = models.CharField(
        _("precision"), max_length=7, choices=Precision, default=Precision.DAY
    )
    event_type = models.ForeignKey(
        EventType, models.PROTECT, related_name="+", verbose_name=_("event type")
    )
    cameo_code = models.ForeignKey(
        CameoCode,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("CAMEO code"),
    )
    dimension = models.CharField(_("dimension"), max_length=10, choices=Dimension)
    confidence = models.FloatField(
        _("confidence"),
        default=1,
        help_text=_("Probability that it happened as described, 0 to 1."),
    )
    recorded = models.JSONField(
        _("the record then"), help_text=_("How the event was coded when this coding was made.")
    )
    created_at = models.DateTimeField(_("coded"), db_default=Now(), editable=False)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("coding")
        verbose_name_plural = _("codings")
        constraints = [
            models.UniqueConstraint(name="coding_once_by_a_coder", fields=["event", "coder"]),
            span_fits_precision(name="coding_interval_fits_its_precision"),
            models.CheckConstraint(
                name="coding_dates_are_of_our_time",
                condition=Q(start__gte=FIRST_DAY) & Q(end__lte=LAST_DAY),
            ),
            models.CheckConstraint(
                name="coding_dimension_is_known", condition=Q(dimension__in=Dimension.values)
            ),
            models.CheckConstraint(
                name="coding_confidence_is_a_probability",
                condition=Q(confidence__gte=0) & Q(confidence__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return _("Coding %(number)s") % {"number": self.pk}


@versioned
class CodedParticipant(models.Model):
    """An actor that a coder found in an event, as initiator or recipient."""

    class CodedRole(models.TextChoices):
        INITIATOR = Role.INITIATOR.value, Role.INITIATOR.label
        RECIPIENT = Role.RECIPIENT.value, Role.RECIPIENT.label

    coding = models.ForeignKey(
        Coding, models.CASCADE, related_name="participants", verbose_name=_("coding")
    )
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="+", verbose_name=_("actor"))
    role = models.CharField(_("role"), max_length=9, choices=CodedRole)

    class Meta:
        ordering = ["coding", "role", "actor"]
        verbose_name = _("coded participant")
        verbose_name_plural = _("coded participants")
        constraints = [
            models.UniqueConstraint(
                name="coding_names_an_actor_once_in_a_role", fields=["coding", "actor", "role"]
            ),
            models.CheckConstraint(
                name="coded_participant_acts_or_receives",
                condition=Q(role__in=["initiator", "recipient"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"
