"""Pages that wait to be fetched: the queue behind the articles that feeds list."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article

MOST_ATTEMPTS = 5


class VisitQuerySet(models.QuerySet["Visit"]):
    def due(self, at: datetime) -> Self:
        """Keep those that wait and are to be tried by then."""
        return self.filter(state=Visit.State.WAITING, due_at__lte=at)

    def given_up(self) -> Self:
        """Keep those that wait for an editor."""
        return self.filter(state=Visit.State.GIVEN_UP)


class Visit(models.Model):
    """An article's page that is to be fetched for its text; gone once that is done."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        GIVEN_UP = "given up", _("given up")

    article = models.OneToOneField(
        Article, models.CASCADE, related_name="visit", verbose_name=_("article")
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    due_at = models.DateTimeField(_("next attempt"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("last error"), blank=True)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "id"]
        verbose_name = _("page to fetch")
        verbose_name_plural = _("pages to fetch")
        constraints = [
            models.CheckConstraint(
                name="visit_is_waiting_or_given_up", condition=Q(state__in=["waiting", "given up"])
            ),
            models.CheckConstraint(
                name="visit_is_given_up_with_its_error",
                condition=~Q(state="given up") | ~Q(error=""),
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(state="waiting"), name="visit_due"),
        ]

    def __str__(self) -> str:
        return str(self.article)
