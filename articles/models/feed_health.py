"""How each feed is: when it was looked at, with what success, and when it is next due."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.outlets import Feed


class FeedHealthQuerySet(models.QuerySet["FeedHealth"]):
    def due(self, at: datetime) -> Self:
        """Keep those of active feeds that are to be looked at by then."""
        return self.filter(feed__is_active=True, due_at__lte=at)

    def failing(self) -> Self:
        """Keep those of active feeds whose last look failed."""
        return self.filter(feed__is_active=True, failures__gt=0)


class FeedHealth(models.Model):
    """What the last looks at a feed found; no part of the feed's history."""

    feed = models.OneToOneField(
        Feed, models.CASCADE, related_name="health", verbose_name=_("feed"), primary_key=True
    )
    due_at = models.DateTimeField(_("next look"), db_index=True)
    looked_at = models.DateTimeField(_("last look"), null=True, blank=True)
    succeeded_at = models.DateTimeField(_("last success"), null=True, blank=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    error = models.TextField(_("last error"), blank=True)
    items = models.PositiveIntegerField(_("items last time"), null=True, blank=True)
    new_items = models.PositiveIntegerField(_("new last time"), null=True, blank=True)
    etag = models.CharField(_("ETag"), max_length=500, blank=True)
    last_modified = models.CharField(_("Last-Modified"), max_length=500, blank=True)

    objects = FeedHealthQuerySet.as_manager()

    class Meta:
        verbose_name = _("health of a feed")
        verbose_name_plural = _("health of feeds")
        constraints = [
            models.CheckConstraint(
                name="feed_fails_with_its_error", condition=Q(failures=0) | ~Q(error="")
            ),
        ]

    def __str__(self) -> str:
        return f"Health of feed {self.pk}"
