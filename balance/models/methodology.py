"""Methodologies: the versioned parameters of every number."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from balance.models.events import Dimension
from balance.models.history import versioned


class Scale(models.TextChoices):
    GOLDSTEIN = "goldstein", _("Goldstein, by CAMEO code")
    PLOVER = "plover", _("PLOVER, by type")
    SIGN = "sign", _("sign only")


class MethodologyQuerySet(models.QuerySet["Methodology"]):
    def published(self) -> Self:
        """Keep the published one."""
        return self.filter(status=Methodology.Status.PUBLISHED)

    def public(self) -> Self:
        """Keep those that readers may ask for: the published one and the retired."""
        return self.exclude(status=Methodology.Status.DRAFT)


@versioned
class Methodology(models.Model):
    """One version of the method; frozen once published."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        RETIRED = "retired", _("retired")

    version = models.CharField(_("version"), max_length=40, unique=True)
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT)
    scale = models.CharField(
        _("scale of intensity"), max_length=9, choices=Scale, default=Scale.GOLDSTEIN
    )
    half_life = models.FloatField(_("half-life"), default=365, help_text=_("Days."))
    kappa = models.FloatField(
        _("kappa"),
        default=10,
        help_text=_("Intensity points that pull a tone of few events to zero."),
    )
    weight_diplomatic = models.FloatField(_("weight: diplomatic"), default=1)
    weight_economic = models.FloatField(_("weight: economic"), default=1)
    weight_security = models.FloatField(_("weight: security"), default=1)
    weight_energy = models.FloatField(_("weight: energy"), default=1)
    weight_transport = models.FloatField(_("weight: transport"), default=1)
    weight_cultural = models.FloatField(_("weight: cultural"), default=1)
    note = models.TextField(_("what changed, and why"), blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)

    objects = MethodologyQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("methodology")
        verbose_name_plural = _("methodologies")
        constraints = [
            models.UniqueConstraint(
                name="methodology_published_is_one",
                fields=["status"],
                condition=Q(status="published"),
            ),
            models.CheckConstraint(
                name="methodology_status_is_known",
                condition=Q(status__in=["draft", "published", "retired"]),
            ),
            models.CheckConstraint(
                name="methodology_scale_is_known", condition=Q(scale__in=Scale.values)
            ),
            models.CheckConstraint(
                name="methodology_published_has_a_date",
                condition=Q(status="draft", published_at=None)
                | ~Q(status="draft") & Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="methodology_half_life_is_positive",
                condition=Q(half_life__gt=0) & Q(half_life__lt=float("inf")),
            ),
            models.CheckConstraint(
                name="methodology_kappa_is_positive",
                condition=Q(kappa__gt=0) & Q(kappa__lt=float("inf")),
            ),
            models.CheckConstraint(
                name="methodology_weights_are_not_negative",
                condition=Q(
                    *(
                        Q(
                            (f"weight_{dimension}__gte", 0),
                            (f"weight_{dimension}__lt", float("inf")),
                        )
                        for dimension in Dimension.values
                    )
                ),
            ),
        ]

    def __str__(self) -> str:
        return _("Methodology %(version)s") % {"version": self.version}

    @property
    def is_published(self) -> bool:
        """Whether the numbers are made with it."""
        return self.status == Methodology.Status.PUBLISHED

    @property
    def dimension_weights(self) -> dict[str, float]:
        """The weight of each dimension in totals."""
        return {name: getattr(self, f"weight_{name}") for name in Dimension.values}
