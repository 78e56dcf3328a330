"""Claims: what somebody said, apart from what happened."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.history import STANDING, Withdrawable, versioned
from balance.models.schemes import Focus, Pole
from balance.models.spans import Precision, span_fits_precision


class ClaimQuerySet(models.QuerySet["Claim"]):
    def standing(self) -> Self:
        """Keep the claims that no editor took back."""
        return self.filter(STANDING)

    def about(self, pole: str) -> Self:
        """Keep the claims about the pole of this code."""
        named = ClaimPole.objects.filter(claim=OuterRef("pk"), pole__code=pole)
        return self.filter(Exists(named))

    def search(self, words: str) -> Self:
        """Keep the claims with these words in them, or in the speaker's name."""
        return self.filter(
            Q(text__icontains=words)
            | Q(speaker_name__icontains=words)
            | Q(speaker__name__icontains=words)
        )


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
    focus = models.ForeignKey(Focus, models.PROTECT, related_name="claims", verbose_name=_("focus"))
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
        verbose_name=_("speaker"),
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
    resolution = models.CharField(
        _("resolution"),
        max_length=300,
        blank=True,
        help_text=_("Why it came true, failed or is disputed. Needed unless it is open."),
    )
    statement = models.CharField(
        _("measurable statement"),
        max_length=200,
        blank=True,
        help_text=_(
            "What the numbers can check, such as: share of china >= share of west by 2025-12."
            " Empty: nothing. The check is shown; the status stays an editor’s word."
        ),
    )

    objects = ClaimQuerySet.as_manager()

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
            models.CheckConstraint(
                name="claim_settled_with_a_reason",
                condition=Q(status="open") | ~Q(resolution=""),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        """Return the claim's public page."""
        return reverse("claim", args=[self.pk])


@versioned
class ClaimPole(models.Model):
    """A pole that a claim is about."""

    claim = models.ForeignKey(
        Claim, models.CASCADE, related_name="claim_poles", verbose_name=_("claim")
    )
    pole = models.ForeignKey(
        Pole, models.PROTECT, related_name="claim_poles", verbose_name=_("pole")
    )

    class Meta:
        verbose_name = _("pole of a claim")
        verbose_name_plural = _("poles of a claim")
        constraints = [
            models.UniqueConstraint(name="claim_names_a_pole_once", fields=["claim", "pole"])
        ]

    def __str__(self) -> str:
        return str(self.pole)
