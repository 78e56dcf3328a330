"""Proposals: what the reading of an article suggests, until an editor decides."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article
from balance.models.actors import Actor
from balance.models.claims import Claim
from balance.models.event_types import CameoCode, EventType
from balance.models.events import Dimension, Event, Role
from balance.models.schemes import PoleMembership
from balance.models.spans import FIRST_DAY, LAST_DAY, Holds, Precision, span_fits_precision


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def waiting(self) -> Self:
        """Keep the proposals that no editor has decided on."""
        return self.filter(state=Proposal.State.WAITING)

    def with_pole(self, code: str) -> Self:
        """Keep the proposals in which a member of the pole, on the first day, is a partner."""
        members = PoleMembership.objects.filter(
            pole__code=code,
            withdrawn_because="",
            valid__contains=OuterRef("proposal__start"),
        )
        own = Exists(members.filter(actor=OuterRef("actor")))
        affiliated = Exists(members.filter(actor=OuterRef("actor__affiliation")))
        partners = ProposalParticipant.objects.filter(
            proposal=OuterRef("pk"), role__in=Role.partners()
        )
        return self.filter(Exists(partners.filter(own | affiliated)))


class Proposal(models.Model):
    """An event or a claim that a sentence of an article suggests; it counts in no number."""

    class Kind(models.TextChoices):
        EVENT = "event", _("event")
        CLAIM = "claim", _("claim")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    class Tier(models.TextChoices):
        EVENT = "event", _("event")
        BACKGROUND = "background", _("background")
        TREND = "trend", _("trend")

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="proposals", verbose_name=_("article")
    )
    key = models.CharField(
        _("key"), max_length=64, help_text=_("Digest of the sentence and of what it suggests.")
    )
    kind = models.CharField(_("kind"), max_length=5, choices=Kind, default=Kind.EVENT)
    sentence = models.TextField(_("sentence"), help_text=_("Word for word as the text has it."))
    sentence_start = models.PositiveIntegerField(_("where the sentence begins"))
    sentence_end = models.PositiveIntegerField(_("where the sentence ends"))
    marks = models.JSONField(
        _("marks"),
        default=list,
        blank=True,
        help_text=_("Who is named where: start, end, role, code."),
    )
    title = models.CharField(_("title"), max_length=300)
    start = models.DateField(_("start"), help_text=_("The first day of the act, or of its period."))
    end = models.DateField(_("end"), help_text=_("The first day out."))
    precision = models.CharField(
        _("precision"), max_length=7, choices=Precision, default=Precision.DAY
    )
    anchor = models.CharField(
        _("words of the date"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the date is the article’s own."),
    )
    event_type = models.ForeignKey(
        EventType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("event type"),
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
    polarity = models.CharField(_("polarity"), max_length=20, default="affirmed")
    modality = models.CharField(_("modality"), max_length=20, default="actual")
    tier = models.CharField(_("tier"), max_length=10, choices=Tier, default=Tier.EVENT)
    speaker = models.CharField(_("speaker"), max_length=200, blank=True)
    claim_kind = models.CharField(_("kind of claim"), max_length=12, choices=Claim.Kind, blank=True)
    score = models.FloatField(
        _("score"), help_text=_("How likely an editor accepts it, 0 to 1, by the patterns.")
    )
    rank = models.FloatField(
        _("rank"), help_text=_("How likely an editor accepts it, 0 to 1, as learnt from decisions.")
    )
    features = models.JSONField(_("features"), default=dict, blank=True)
    state = models.CharField(
        pgettext_lazy("condition", "state"), max_length=8, choices=State, default=State.WAITING
    )
    decision = models.OneToOneField(
        "balance.Decision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decision"),
        help_text=_("The one that stands."),
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("event"),
    )
    claim = models.ForeignKey(
        Claim,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("claim"),
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_proposals",
        verbose_name=_("assigned to"),
    )
    created_at = models.DateTimeField(_("proposed"), auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-rank", "id"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        indexes = [
            models.Index(fields=["state", "-rank", "id"], name="proposal_queue"),
            models.Index(fields=["article", "sentence_start"], name="proposal_in_article"),
        ]
        constraints = [
            models.UniqueConstraint(name="proposal_made_once", fields=["article", "key"]),
            span_fits_precision(name="proposal_interval_fits_its_precision"),
            models.CheckConstraint(
                name="proposal_dates_are_of_our_time",
                condition=Q(start__gte=FIRST_DAY) & Q(end__lte=LAST_DAY),
            ),
            models.CheckConstraint(
                name="proposal_has_title_and_sentence", condition=~Q(title="") & ~Q(sentence="")
            ),
            models.CheckConstraint(
                name="proposal_sentence_is_as_long_as_its_place",
                condition=Q(
                    Holds("{1} - {0} = length({2})", "sentence_start", "sentence_end", "sentence")
                ),
            ),
            models.CheckConstraint(
                name="proposal_of_an_event_has_a_type",
                condition=Q(kind="event", event_type__isnull=False, claim_kind="")
                | Q(kind="claim") & ~Q(claim_kind=""),
            ),
            models.CheckConstraint(
                name="proposal_dimension_is_known", condition=Q(dimension__in=Dimension.values)
            ),
            models.CheckConstraint(
                name="proposal_score_and_rank_are_probabilities",
                condition=Q(score__gte=0, score__lte=1, rank__gte=0, rank__lte=1),
            ),
            models.CheckConstraint(
                name="proposal_waits_without_a_decision",
                condition=Q(state="waiting", decision=None, event=None, claim=None)
                | ~Q(state="waiting") & Q(decision__isnull=False),
            ),
            models.CheckConstraint(
                name="proposal_accepted_has_one_record",
                condition=Q(state="accepted", event__isnull=False, claim=None)
                | Q(state="accepted", event=None, claim__isnull=False)
                | ~Q(state="accepted") & Q(event=None, claim=None),
            ),
            models.CheckConstraint(
                name="proposal_state_is_known",
                condition=Q(state__in=["waiting", "accepted", "rejected"]),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ProposalParticipant(models.Model):
    """An actor in one role in what a sentence suggests."""

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, related_name="participants", verbose_name=_("proposal")
    )
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="+", verbose_name=_("actor"))
    role = models.CharField(_("role"), max_length=9, choices=Role)

    class Meta:
        ordering = ["proposal", "role", "actor"]
        verbose_name = _("proposed participant")
        verbose_name_plural = _("proposed participants")
        constraints = [
            models.UniqueConstraint(
                name="proposal_names_an_actor_once_in_a_role", fields=["proposal", "actor", "role"]
            ),
            models.CheckConstraint(
                name="proposal_names_an_actor_in_a_known_role", condition=Q(role__in=Role.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"
