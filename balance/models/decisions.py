"""Decisions: what editors made of proposals, when and how fast, from the first day."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from balance.models.claims import Claim
from balance.models.events import Event
from balance.models.evidence import Evidence
from balance.models.proposals import Proposal


class Decision(models.Model):
    """One editor's word on one proposal; rows are added and never changed."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", _("accepted")
        EDITED = "edited", _("accepted with changes")
        ATTACHED = "attached", _("attached to an event")
        REJECTED = "rejected", _("rejected")
        UNDONE = "undone", _("undone")

    proposal = models.ForeignKey(
        Proposal, models.PROTECT, related_name="decisions", verbose_name=_("proposal")
    )
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome)
    opened_at = models.DateTimeField(
        _("opened"), null=True, blank=True, help_text=_("When the editor saw it; empty in bulk.")
    )
    decided_at = models.DateTimeField(_("decided"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions", verbose_name=_("by")
    )
    changes = models.JSONField(
        _("changes"),
        default=dict,
        blank=True,
        help_text=_("What the editor changed: the field, as proposed, as decided."),
    )
    because = models.CharField(_("because"), max_length=300, blank=True)
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("event"),
    )
    claim = models.ForeignKey(
        Claim,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("claim"),
    )
    evidence = models.ForeignKey(
        Evidence,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("evidence"),
        help_text=_("The quotation that the decision brought."),
    )
    undoes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
        verbose_name=_("takes back"),
    )

    class Meta:
        ordering = ["-decided_at", "-id"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [models.Index(fields=["-decided_at", "-id"], name="decision_newest")]
        constraints = [
            models.CheckConstraint(
                name="decision_outcome_is_known",
                condition=Q(outcome__in=["accepted", "edited", "attached", "rejected", "undone"]),
            ),
            models.CheckConstraint(
                name="decision_comes_after_the_opening",
                condition=Q(opened_at=None) | Q(decided_at__gte=F("opened_at")),
            ),
            models.CheckConstraint(
                name="decision_edited_says_what_changed",
                condition=~Q(outcome="edited") | ~Q(changes={}),
            ),
            models.CheckConstraint(
                name="decision_undone_takes_one_back",
                condition=Q(outcome="undone", undoes__isnull=False)
                | ~Q(outcome="undone") & Q(undoes=None),
            ),
            models.CheckConstraint(
                name="decision_that_accepts_has_one_record",
                condition=Q(
                    outcome__in=["accepted", "edited"], event__isnull=False, claim__isnull=True
                )
                | Q(outcome__in=["accepted", "edited"], event__isnull=True, claim__isnull=False)
                | Q(outcome="attached", event__isnull=False, claim__isnull=True)
                | Q(outcome__in=["rejected", "undone"], event__isnull=True, claim__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.proposal}"
