"""Dashboards: pages that editors assemble from panels."""

from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from balance.models.events import Dimension, Event
from balance.models.history import Withdrawable, versioned
from balance.models.schemes import Focus, Pole


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
    focus = models.ForeignKey(Focus, models.PROTECT, related_name="dashboards")
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.DRAFT)
    is_front_page = models.BooleanField(
        _("the focus's own page"), default=False, help_text=_("Shown at / or at /focus/….")
    )

    panel_count: int  # Only on rows from with_panel_count().
    objects = DashboardQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("dashboard")
        verbose_name_plural = _("dashboards")
        constraints = [
            models.UniqueConstraint(
                name="dashboard_front_page_one_a_focus",
                fields=["focus"],
                condition=Q(is_front_page=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the dashboard's public page."""
        return reverse("dashboard", args=[self.slug])


@versioned
class Panel(models.Model):
    """One part of a dashboard."""

    class Kind(models.TextChoices):
        HEADLINE = "headline", _("headline")
        POLES = "poles", _("a card for each pole")
        SHARES = "shares", _("shares over time")
        TONE = "tone", _("tone over time")
        EFFECTIVE_POLES = "effective_poles", _("effective poles over time")
        ROBUSTNESS = "robustness", _("what the ranking hangs on")
        TIES = "ties", _("standing ties today")
        DEPENDENCE = "dependence", _("measured dependence")
        HEAT_MAP = "heat_map", _("dimensions by pole")
        PIVOTS = "pivots", _("pivots: when relations changed for good")
        EVENTS = "events", _("events behind the last change")
        CLAIMS = "claims", _("what was said")
        TEXT = "text", _("a note")

    class Width(models.TextChoices):
        FULL = "full", _("full")
        HALF = "half", _("half")

    dashboard = models.ForeignKey(Dashboard, models.CASCADE, related_name="panels")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    title = models.CharField(
        _("title"),
        max_length=200,
        blank=True,
        help_text=_("Empty: a sentence made from the numbers."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Markdown, shown under the panel."))
    width = models.CharField(_("width"), max_length=4, choices=Width, default=Width.FULL)
    is_hidden = models.BooleanField(_("hidden"), default=False)
    pole = models.ForeignKey(
        Pole,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="panels",
        help_text=_("Only this pole. Empty: all."),
    )
    dimension = models.CharField(
        _("dimension"),
        max_length=10,
        choices=Dimension,
        blank=True,
        help_text=_("Only this dimension. Empty: as the reader chooses."),
    )
    years = models.PositiveSmallIntegerField(
        _("years"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("The last so many years. Empty: as the reader chooses."),
    )

    class Meta:
        ordering = ["dashboard", "position", "id"]
        verbose_name = _("panel")
        verbose_name_plural = _("panels")
        constraints = [
            models.CheckConstraint(
                name="panel_with_a_note_says_something",
                condition=~Q(kind="text") | ~Q(note=""),
            ),
            models.CheckConstraint(
                name="panel_years_are_1_to_100",
                condition=Q(years=None) | Q(years__gte=1) & Q(years__lte=100),
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())


@versioned
class Annotation(Withdrawable):
    """A moment pinned on the charts of a focus."""

    focus = models.ForeignKey(Focus, models.CASCADE, related_name="annotations")
    on = models.DateField(_("day"))
    title = models.CharField(_("title"), max_length=80, help_text=_("A few words; it must fit."))
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="annotations",
        help_text=_("The event that a click on the pin opens."),
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
