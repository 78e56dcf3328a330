"""Rankings: what was learnt from editors' decisions, and how well it orders the queue."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Ranking(models.Model):
    """A small model, as plain numbers, that orders the proposals; the newest one is in use."""

    FEWEST_DECISIONS = 400

    trained_at = models.DateTimeField(_("trained"))
    decisions = models.PositiveIntegerField(_("decisions"))
    accepted = models.PositiveIntegerField(_("accepted"))
    weights = models.JSONField(_("weights"), help_text=_("By feature, with its mean and spread."))
    auc = models.FloatField(
        _("area under the curve"),
        help_text=_("How often an accepted proposal stands before a rejected one, 0 to 1."),
    )
    auc_of_score = models.FloatField(
        _("the same by score alone"), help_text=_("What the patterns reach without learning.")
    )
    precision_at_top = models.FloatField(
        _("accepted in the top fifth"), help_text=_("Of the fifth that it puts first, 0 to 1.")
    )

    class Meta:
        ordering = ["-trained_at", "-id"]
        verbose_name = _("ranking")
        verbose_name_plural = _("rankings")
        constraints = [
            models.CheckConstraint(
                name="ranking_has_learnt_from_both_outcomes",
                condition=Q(accepted__gt=0) & Q(decisions__gt=models.F("accepted")),
            ),
            models.CheckConstraint(
                name="ranking_figures_are_shares",
                condition=Q(auc__gte=0, auc__lte=1)
                & Q(auc_of_score__gte=0, auc_of_score__lte=1)
                & Q(precision_at_top__gte=0, precision_at_top__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trained_at:%Y-%m-%d}"
