"""Dashboards: pages that editors assemble from panels."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from balance.models.events import Event
from balance.models.history import Withdrawable, versioned
from balance.models.schemes import Focus


class DashboardQuerySet(models.QuerySet["Dashboard"]):
    def published(self) -> Self:
        """Keep the dashboards that readers see."""
        return self.filter(status=Dashboard.Status.PUBLISHED)

    def with_panel_count(self) -> Self:
        """Annotate `panel_count`, the number of panels that are not hidden."""
        return self.annotate(panel_count=Count("panels", filter=Q(panels__is_hidden=False)))


@versioned
class Dashboard(models.Model):
    """A page about one focus, made of panels."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    focus = models.ForeignKey(
        Focus, models.PROTECT, related_name="dashboards", verbose_name=_("focus")
    )
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT)
    is_front_page = models.BooleanField(
        _("the focus's own page"), default=False, help_text=_("Shown at / or at /focus/….")
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Among the dashboards under the front page.")
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    panel_count: int  # Only on rows from with_panel_count().
    objects = DashboardQuerySet.as_manager()

    class Meta:
        ordering = ["position", "title"]
        verbose_name = _("dashboard")
        verbose_name_plural = _("dashboards")
        constraints = [
            models.UniqueConstraint(
                name="dashboard_front_page_one_a_focus",
                fields=["focus"],
                condition=Q(is_front_page=True),
            ),
            models.CheckConstraint(
                name="dashboard_status_is_known", condition=Q(status__in=["draft", "published"])
            ),
            models.CheckConstraint(
                name="dashboard_draft_has_no_publisher",
                condition=Q(status="published") | Q(published_at=None, published_by=None),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the dashboard's public page."""
        return reverse("dashboard", args=[self.slug])


@versioned
class Annotation(Withdrawable):
    """A moment pinned on the charts of a focus, or on those of one of its dashboards only."""

    focus = models.ForeignKey(
        Focus, models.CASCADE, related_name="annotations", verbose_name=_("focus")
    )
    dashboard = models.ForeignKey(
        Dashboard,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="annotations",
        help_text=_("Only on this dashboard. Empty: on all charts of the focus."),
        verbose_name=_("dashboard"),
    )
    on = models.DateField(_("day"))
    title = models.CharField(_("title"), max_length=80, help_text=_("A few words; it must fit."))
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="annotations",
        help_text=_("The event that a click on the pin opens."),
        verbose_name=_("event"),
    )

    class Meta:
        ordering = ["focus", "on"]
        verbose_name = _("annotation")
        verbose_name_plural = _("annotations")
        constraints = [
            models.CheckConstraint(name="annotation_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title
