"""Rows that editors take back and give again, and the versions of all rows."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.history import versioned

__all__ = ["STANDING", "Withdrawable", "versioned"]


class Withdrawable(models.Model):
    """A row that an editor takes back with a reason, and can give again; never deleted."""

    withdrawn_because = models.CharField(
        _("withdrawn because"),
        max_length=300,
        blank=True,
        help_text=_("Empty while the record counts. With a reason here it counts no longer."),
    )

    class Meta:
        abstract = True


STANDING = Q(withdrawn_because="")
