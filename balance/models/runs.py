"""Runs: computed in the background, and kept by the data they follow from."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from balance.models.records import Dataset
from balance.models.schemes import Focus

MOST_ATTEMPTS = 5


class Run(models.Model):
    """A computation that somebody asked for; the row is the queue."""

    class Kind(models.TextChoices):
        INTERVALS = "intervals", _("intervals")
        PIVOTS = "pivots", _("pivots")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        FAILED = "failed", pgettext_lazy("run", "failed")

    dataset = models.ForeignKey(
        Dataset, models.CASCADE, related_name="+", verbose_name=_("dataset")
    )
    focus = models.ForeignKey(Focus, models.CASCADE, related_name="+", verbose_name=_("focus"))
    data_version = models.CharField(_("data version"), max_length=64)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.INTERVALS)
    key = models.CharField(_("key"), max_length=64, help_text=_("Digest of the parameters."))
    parameters = models.JSONField(_("parameters"))
    state = models.CharField(
        pgettext_lazy("condition", "state"), max_length=7, choices=State, default=State.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("error"), blank=True)
    asked_at = models.DateTimeField(_("asked"), db_default=Now(), editable=False)
    result = models.JSONField(_("result"), null=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        constraints = [
            models.UniqueConstraint(
                name="run_asked_once",
                fields=["dataset", "focus", "data_version", "kind", "key"],
            ),
            models.CheckConstraint(
                name="run_done_has_a_result",
                condition=Q(state="done", result__isnull=False)
                | ~Q(state="done") & Q(result__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["state", "id"], name="run_waiting")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.focus_id}:{self.data_version[:12]}:{self.key[:12]}"
