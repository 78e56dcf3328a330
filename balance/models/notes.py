"""Notes: what editors say to each other beside a record."""

from typing import Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from balance.models.history import versioned

LONGEST_NOTE = 4000


class NoteQuerySet(models.QuerySet["Note"]):
    def about_row(self, row: models.Model) -> Self:
        """Keep the notes beside this record, the oldest first."""
        kind = ContentType.objects.get_for_model(row)
        return self.filter(content_type=kind, object_id=row.pk).order_by("created_at", "pk")

    def unresolved(self) -> Self:
        """Keep the notes that nobody has settled."""
        return self.filter(resolved_at=None)


@versioned
class Note(models.Model):
    """A word about a record of any table; readers never see it."""

    content_type = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", verbose_name=_("kind of record")
    )
    object_id = models.PositiveBigIntegerField(_("record"))
    about = GenericForeignKey("content_type", "object_id")
    text = models.TextField(_("note"), max_length=LONGEST_NOTE)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="notes", verbose_name=_("author")
    )
    created_at = models.DateTimeField(_("written"))
    resolved_at = models.DateTimeField(_("settled"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="notes_resolved",
        verbose_name=_("settled by"),
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("note for discussion")
        verbose_name_plural = _("notes for discussion")
        constraints = [
            models.CheckConstraint(name="note_has_a_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="note_is_settled_by_somebody",
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["content_type", "object_id"], name="note_by_record")]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:80]}…"
