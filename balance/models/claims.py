"""Claims: what somebody said, apart from what happened."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.history import Withdrawable, versioned
from balance.models.schemes import Focus, Pole
from balance.models.spans import Precision, span_fits_precision


@versioned
class Claim(Withdrawable):
    """An attributed statement; never scored into the balance."""

    class Kind(models.TextChoices):
        ASSESSMENT = "assessment", _("assessment")
        FORECAST = "forecast", _("forecast")
        COMMITMENT = "commitment", _("commitment")
        PRECONDITION = "precondition", _("precondition")
        INTENTION = "intention", _("intention")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        CAME_TRUE = "came_true", _("came true")
        FAILED = "failed", _("failed")
        DISPUTED = "disputed", _("disputed")

    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    focus = models.ForeignKey(Focus, models.PROTECT, related_name="claims")
    poles = models.ManyToManyField(
        Pole, through="ClaimPole", related_name="claims", verbose_name=_("poles")
    )
    speaker = models.ForeignKey(
        Actor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text=_("Where the speaker is an actor of ours."),
    )
    speaker_name = models.CharField(
        _("speaker's name"), max_length=200, blank=True, help_text=_("Where the speaker is not.")
    )
    speaker_position = models.CharField(
        _("speaker's position"), max_length=200, blank=True, help_text=_("At the time.")
    )
    start = models.DateField(_("said: first day"))
    end = models.DateField(_("said: first day out"))
    precision = models.CharField(
        _("precision"), max_length=7, choices=Precision, default=Precision.DAY
    )
    text = models.TextField(_("claim"), help_text=_("In our own words."))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    certainty = models.CharField(
        _("certainty"), max_length=100, blank=True, help_text=_("The speaker's words: may, will.")
    )
    condition = models.CharField(_("condition"), max_length=300, blank=True)
    horizon = models.DateField(
        _("horizon"), null=True, blank=True, help_text=_("The day by which it must have come true.")
    )
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.OPEN)

    class Meta:
        ordering = ["-start", "-id"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            span_fits_precision(name="claim_interval_fits_its_precision"),
            models.CheckConstraint(
                name="claim_has_exactly_one_speaker",
                condition=Q(speaker=None) & ~Q(speaker_name="")
                | Q(speaker__isnull=False) & Q(speaker_name=""),
            ),
            models.CheckConstraint(name="claim_is_not_empty", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text[:80]


@versioned
class ClaimPole(models.Model):
    """A pole that a claim is about."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="claim_poles")
    pole = models.ForeignKey(Pole, models.PROTECT, related_name="claim_poles")

    class Meta:
        verbose_name = _("pole of a claim")
        verbose_name_plural = _("poles of a claim")
        constraints = [
            models.UniqueConstraint(name="claim_names_a_pole_once", fields=["claim", "pole"])
        ]

    def __str__(self) -> str:
        return str(self.pole)
