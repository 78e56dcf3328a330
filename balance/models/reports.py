"""Reports: what readers tell us is wrong."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from balance.models.events import Event
from balance.models.history import versioned


class ReportQuerySet(models.QuerySet["Report"]):
    def waiting(self) -> Self:
        """Keep the reports that no editor has decided on."""
        return self.filter(state=Report.State.NEW)


@versioned
class Report(models.Model):
    """A reader's word that a number or a record is wrong."""

    class State(models.TextChoices):
        NEW = "new", _("new")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")
        ANSWERED = "answered", _("answered")

    about = models.CharField(
        _("about"), max_length=1000, blank=True, help_text=_("The page, from / on.")
    )
    number = models.CharField(_("number"), max_length=300, blank=True)
    message = models.TextField(_("message"), max_length=4000)
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Only editors see it, to answer.")
    )
    state = models.CharField(
        pgettext_lazy("condition", "state"), max_length=8, choices=State, default=State.NEW
    )
    answer = models.TextField(_("answer"), max_length=4000, blank=True)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("event"),
        help_text=_("The event that was corrected, or that the report is about."),
    )
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.CheckConstraint(name="report_says_something", condition=~Q(message="")),
            models.CheckConstraint(
                name="report_refused_has_an_answer",
                condition=~Q(state="refused") | ~Q(answer=""),
            ),
        ]

    def __str__(self) -> str:
        return self.message if len(self.message) <= 80 else f"{self.message[:80]}…"
