"""Datasets, and the machine-coded records that never mix with editors' events."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import WebAddressField

EDITORIAL = "editorial"


class Dataset(models.Model):
    """Where events come from: our editors, or one machine-coded archive."""

    class Kind(models.TextChoices):
        EDITORIAL = "editorial", _("editors")
        MACHINE = "machine", _("machine-coded")

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.MACHINE)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    homepage = WebAddressField(_("home page"), max_length=500, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("data set")
        verbose_name_plural = _("data sets")
        constraints = [
            models.CheckConstraint(
                name="dataset_of_editors_is_called_editorial",
                condition=Q(code=EDITORIAL, kind="editorial")
                | ~Q(code=EDITORIAL) & Q(kind="machine"),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Record(models.Model):
    """One machine-coded row of a data set, as it came. The archive keeps no history."""

    dataset = models.ForeignKey(
        Dataset, models.PROTECT, related_name="records", verbose_name=_("dataset")
    )
    key = models.CharField(_("key"), max_length=200)
    day = models.DateField(_("day"))
    initiator = models.CharField(_("initiator"), max_length=40)
    recipient = models.CharField(_("recipient"), max_length=40)
    cameo_code = models.CharField(_("CAMEO code"), max_length=4)
    goldstein = models.FloatField(_("Goldstein score"), null=True)
    source_url = models.TextField(_("address"), blank=True)

    class Meta:
        ordering = ["dataset", "day", "id"]
        verbose_name = _("record")
        verbose_name_plural = _("records")
        constraints = [
            models.UniqueConstraint(name="record_once_in_a_dataset", fields=["dataset", "key"]),
            models.CheckConstraint(
                name="record_score_within_10",
                condition=Q(goldstein=None) | Q(goldstein__gte=-10) & Q(goldstein__lte=10),
            ),
        ]
        indexes = [models.Index(fields=["dataset", "day"], name="record_day")]

    def __str__(self) -> str:
        return f"{self.dataset_id}:{self.key}"
