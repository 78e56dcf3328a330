"""Mergers: two records of one event, or of one actor, become one, and can be parted again."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from balance.models.actors import Actor
from balance.models.events import Event
from balance.models.history import versioned

OPEN = Q(undone_at=None)


def _pair(one: str, other: str) -> Q:
    """Both records of the first kind, two different ones, and none of the second kind."""
    return (
        Q(**{f"{one}_kept__isnull": False, f"{one}_absorbed__isnull": False})
        & Q(**{f"{other}_kept": None, f"{other}_absorbed": None})
        & ~Q(**{f"{one}_kept": F(f"{one}_absorbed")})
    )


class MergerQuerySet(models.QuerySet["Merger"]):
    def standing(self) -> Self:
        """Keep the mergers that nobody undid."""
        return self.filter(OPEN)


@versioned
class Merger(models.Model):
    """One record absorbed another of the same thing; `moves` says what went along."""

    event_kept = models.ForeignKey(
        Event, models.PROTECT, null=True, blank=True, related_name="mergers"
    )
    event_absorbed = models.ForeignKey(
        Event, models.PROTECT, null=True, blank=True, related_name="absorbed_by"
    )
    actor_kept = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="mergers"
    )
    actor_absorbed = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="absorbed_by"
    )
    because = models.CharField(_("reason"), max_length=200)
    moves = models.JSONField(_("what moved"), default=list, blank=True)
    created_at = models.DateTimeField(_("merged"), auto_now_add=True)
    undone_at = models.DateTimeField(_("parted again"), null=True, blank=True)

    objects = MergerQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("merger")
        verbose_name_plural = _("mergers")
        constraints = [
            models.CheckConstraint(
                name="merger_is_of_two_events_or_two_actors",
                condition=_pair("event", "actor") | _pair("actor", "event"),
            ),
            models.CheckConstraint(name="merger_has_a_reason", condition=~Q(because="")),
            models.UniqueConstraint(
                name="merger_absorbs_an_event_once", fields=["event_absorbed"], condition=OPEN
            ),
            models.UniqueConstraint(
                name="merger_absorbs_an_actor_once", fields=["actor_absorbed"], condition=OPEN
            ),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed} → {self.kept}"

    def get_absolute_url(self) -> str:
        """Return the page where the two are parted again."""
        return reverse("admin:balance_merger_change", args=[self.pk])

    @property
    def kept(self) -> Event | Actor:
        """The record that stands for both."""
        kept = self.event_kept or self.actor_kept
        assert kept is not None
        return kept

    @property
    def absorbed(self) -> Event | Actor:
        """The record that stands no longer for itself."""
        absorbed = self.event_absorbed or self.actor_absorbed
        assert absorbed is not None
        return absorbed
