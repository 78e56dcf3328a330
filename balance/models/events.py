"""Events: real-world acts, and who took part in them."""

from datetime import date
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.event_types import CameoCode, EventType
from balance.models.history import versioned
from balance.models.schemes import PoleMembership
from balance.models.spans import FIRST_DAY, LAST_DAY, Precision, span_fits_precision


class Dimension(models.TextChoices):
    DIPLOMATIC = "diplomatic", _("diplomatic")
    ECONOMIC = "economic", _("economic")
    SECURITY = "security", _("security")
    ENERGY = "energy", _("energy")
    TRANSPORT = "transport", _("transport")
    CULTURAL = "cultural", _("cultural")


class EventQuerySet(models.QuerySet["Event"]):
    def confirmed(self) -> Self:
        """Keep the events that count."""
        return self.filter(status=Event.Status.CONFIRMED)

    def between(self, start: date, end: date) -> Self:
        """Keep the events with a day in the half-open span [start, end)."""
        return self.filter(start__lt=end, end__gt=start)

    def with_actor(self, code: str) -> Self:
        """Keep the events in which the actor, or who stands for it, takes part in any role."""
        taking_part = Participant.objects.filter(event=OuterRef("pk"))
        return self.filter(
            Exists(taking_part.filter(Q(actor__code=code) | Q(actor__affiliation__code=code)))
        )

    def involving(self, code: str) -> Self:
        """Keep the events of which the actor, or who stands for it, is a partner."""
        partners = Participant.objects.filter(event=OuterRef("pk"), role__in=Role.partners())
        return self.filter(
            Exists(partners.filter(Q(actor__code=code) | Q(actor__affiliation__code=code)))
        )

    def with_pole(self, code: str, scheme: int | None = None) -> Self:
        """Keep the events in which a member of the pole, on the event's first day, takes part.

        Schemes may share a code: without a scheme, a member of any such pole will do.
        """
        return self.filter(self.is_with(code, scheme))

    @staticmethod
    def is_with(code: str, scheme: int | None = None) -> Exists:
        """Return the condition that a member of the pole takes part: see `with_pole`."""
        members = PoleMembership.objects.filter(
            pole__code=code,
            withdrawn_because="",
            valid__contains=OuterRef("event__start"),
        )
        if scheme is not None:
            members = members.filter(pole__scheme=scheme)
        own = Exists(members.filter(actor=OuterRef("actor")))
        affiliated = Exists(members.filter(actor=OuterRef("actor__affiliation")))
        taking_part = Participant.objects.filter(event=OuterRef("pk"), role__in=Role.partners())
        return Exists(taking_part.filter(own | affiliated))

    def with_evidence_count(self) -> Self:
        """Annotate `evidence_count`, the number of articles quoted for or against each event."""
        return self.annotate(evidence_count=Count("evidence", distinct=True))


@versioned
class Event(models.Model):
    """One real-world act on a half-open interval of days."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True)
    start = models.DateField(_("start"), help_text=_("The first day of the act, or of its period."))
    end = models.DateField(
        _("end"), help_text=_("The first day out: a one-day act ends the day after.")
    )
    precision = models.CharField(
        _("precision"), max_length=7, choices=Precision, default=Precision.DAY
    )
    event_type = models.ForeignKey(
        EventType, models.PROTECT, related_name="events", verbose_name=_("event type")
    )
    cameo_code = models.ForeignKey(
        CameoCode,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("CAMEO code"),
    )
    dimension = models.CharField(_("dimension"), max_length=10, choices=Dimension)
    intensity_override = models.FloatField(
        _("intensity override"),
        null=True,
        blank=True,
        help_text=_("From -10 to 10, instead of the score of the type. Needs a reason."),
    )
    intensity_reason = models.CharField(_("reason for the override"), max_length=300, blank=True)
    confidence = models.FloatField(
        _("confidence"),
        default=1,
        help_text=_("Probability that it happened as described, 0 to 1. 0.3: no source found."),
    )
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.PROPOSED)
    withdrawn_because = models.CharField(_("withdrawn because"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    search = models.GeneratedField(
        expression=SearchVector("title", "description", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    evidence_count: int  # Only on rows from with_evidence_count().
    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-start", "-id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["-start", "-id"], name="event_newest"),
            models.Index(fields=["start", "end"], name="event_span"),
            GinIndex(fields=["search"], name="event_search"),
        ]
        constraints = [
            span_fits_precision(name="event_interval_fits_its_precision"),
            models.CheckConstraint(
                name="event_dates_are_of_our_time",
                condition=Q(start__gte=FIRST_DAY) & Q(end__lte=LAST_DAY),
            ),
            models.CheckConstraint(name="event_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="event_dimension_is_known", condition=Q(dimension__in=Dimension.values)
            ),
            models.CheckConstraint(
                name="event_status_is_known",
                condition=Q(status__in=["proposed", "confirmed", "rejected", "withdrawn"]),
            ),
            models.CheckConstraint(
                name="event_confidence_is_a_probability",
                condition=Q(confidence__gte=0) & Q(confidence__lte=1),
            ),
            models.CheckConstraint(
                name="event_intensity_within_10",
                condition=Q(intensity_override=None)
                | Q(intensity_override__gte=-10) & Q(intensity_override__lte=10),
            ),
            models.CheckConstraint(
                name="event_override_has_a_reason",
                condition=Q(intensity_override=None) | ~Q(intensity_reason=""),
            ),
            models.CheckConstraint(
                name="event_is_withdrawn_with_a_reason",
                condition=Q(status="withdrawn") & ~Q(withdrawn_because="")
                | ~Q(status="withdrawn") & Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the event's public page."""
        return reverse("event", args=[self.pk])


class Role(models.TextChoices):
    INITIATOR = "initiator", _("initiator")
    RECIPIENT = "recipient", _("recipient")
    HOST = "host", _("host")
    WITNESS = "witness", _("witness")
    MEDIATOR = "mediator", _("mediator")

    @classmethod
    def partners(cls) -> list["Role"]:
        """Return the roles that make a participant a partner of the focus."""
        return [cls.INITIATOR, cls.RECIPIENT]


@versioned
class Participant(models.Model):
    """An actor's role in an event."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="participants", verbose_name=_("event")
    )
    actor = models.ForeignKey(
        Actor, models.PROTECT, related_name="participations", verbose_name=_("actor")
    )
    role = models.CharField(_("role"), max_length=9, choices=Role)
    weight = models.FloatField(
        _("weight"),
        null=True,
        blank=True,
        help_text=_("For all partners or none. Empty: each partner counts alike."),
    )

    class Meta:
        ordering = ["event", "role", "actor"]
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        constraints = [
            models.UniqueConstraint(
                name="participant_once_in_a_role", fields=["event", "actor", "role"]
            ),
            models.CheckConstraint(
                name="participant_role_is_known", condition=Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="participant_weight_is_positive",
                condition=Q(weight=None) | Q(weight__gt=0, weight__lt=float("inf")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"
