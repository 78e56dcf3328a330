"""Readings: which articles were read for proposals; the rows are the queue."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article


class ReadingQuerySet(models.QuerySet["Reading"]):
    def quarantined(self) -> Self:
        """Keep the articles that could not be read, and are not tried again by themselves."""
        return self.filter(state=Reading.State.QUARANTINED)


class Reading(models.Model):
    """How far one article was read for proposals."""

    MOST_ATTEMPTS = 5

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        READ = "read", _("read")
        QUARANTINED = "quarantined", _("quarantined")

    article = models.OneToOneField(
        Article, models.CASCADE, related_name="reading", verbose_name=_("article")
    )
    state = models.CharField(
        pgettext_lazy("condition", "state"), max_length=11, choices=State, default=State.WAITING
    )
    text_hash = models.CharField(
        _("digest of the text"),
        max_length=64,
        blank=True,
        help_text=_("Of the text and its date as last tried; a changed one is read again."),
    )
    seen_at = models.DateTimeField(
        _("version of the article"),
        null=True,
        help_text=_("When the article that was tried had last been changed."),
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("error"), blank=True)
    found = models.PositiveIntegerField(_("proposals found"), default=0)
    read_at = models.DateTimeField(_("read"), null=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        indexes = [models.Index(fields=["state", "id"], name="reading_waiting")]
        constraints = [
            models.CheckConstraint(
                name="reading_state_is_known",
                condition=Q(state__in=["waiting", "read", "quarantined"]),
            ),
            models.CheckConstraint(
                name="reading_quarantined_says_why",
                condition=~Q(state="quarantined") | ~Q(error="") & Q(attempts__gte=1),
            ),
            models.CheckConstraint(
                name="reading_done_has_its_time",
                condition=~Q(state="read") | Q(read_at__isnull=False, error=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.state}"
