"""Panels: the parts of a dashboard, each with an editor's options."""

from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from balance.models.dashboards import Dashboard
from balance.models.events import Dimension
from balance.models.history import versioned
from balance.models.methodology import Methodology
from balance.models.panel_kinds import PanelKind, kinds_with
from balance.models.records import Dataset
from balance.models.schemes import Focus, Pole

STEPS = ("day", "week", "month", "quarter", "year")
NOTHING: dict[str, Q] = {
    "focus": Q(focus=None),
    "dataset": Q(dataset=None),
    "methodology": Q(methodology=None),
    "half_life": Q(half_life=None),
    "dimensions": Q(dimensions=[]),
    "step": Q(step=""),
    "kernel": Q(kernel=""),
    "years": Q(years=None),
    "period": Q(period=None),
}


def _suits(option: str) -> models.CheckConstraint:
    """Return the truth that the option is set only where the kind can do something with it."""
    return models.CheckConstraint(
        name=f"panel_takes_{option}", condition=NOTHING[option] | Q(kind__in=kinds_with(option))
    )


class PanelQuerySet(models.QuerySet["Panel"]):
    def with_options(self) -> Self:
        """Read the rows that the options refer to along with the panels, poles included."""
        named = self.select_related("focus__actor", "focus__scheme", "dataset", "methodology")
        rows = Pole.objects.filter(panel_poles__panel=OuterRef("pk")).order_by("position", "code")
        columns = [field.attname for field in Pole._meta.concrete_fields]
        return named.annotate(
            pole_rows=ArraySubquery(rows.values(row=JSONObject(**{name: name for name in columns})))
        )


@versioned
class Panel(models.Model):
    """One part of a dashboard; an option that is empty is as the reader chooses."""

    Kind = PanelKind

    class Width(models.TextChoices):
        FULL = "full", _("full")
        HALF = "half", _("half")
        THIRD = "third", _("a third")

    class Step(models.TextChoices):
        DAY = "day", _("day")
        WEEK = "week", _("week")
        MONTH = "month", _("month")
        QUARTER = "quarter", _("quarter")
        YEAR = "year", _("year")

    class Kernel(models.TextChoices):
        STOCK = "stock", _("what stands")
        FLOW = "flow", _("each period alone")

    dashboard = models.ForeignKey(
        Dashboard, models.CASCADE, related_name="panels", verbose_name=_("dashboard")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=20, choices=PanelKind)
    title = models.CharField(
        _("title"),
        max_length=200,
        blank=True,
        help_text=_("Empty: a sentence made from the numbers."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Markdown, shown under the panel."))
    width = models.CharField(_("width"), max_length=5, choices=Width, default=Width.FULL)
    is_hidden = models.BooleanField(_("hidden"), default=False)
    focus = models.ForeignKey(
        Focus,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="panels",
        help_text=_("Empty: the dashboard’s."),
        verbose_name=_("focus"),
    )
    poles: Any = models.ManyToManyField(Pole, through="PanelPole", related_name="panels")
    dimensions = ArrayField(
        models.CharField(max_length=10, choices=Dimension),
        verbose_name=_("dimensions"),
        default=list,
        blank=True,
        help_text=_("None: as the reader chooses."),
    )
    years = models.PositiveSmallIntegerField(
        _("last years"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("The last so many years."),
    )
    period = DateRangeField(
        _("fixed period"),
        null=True,
        blank=True,
        help_text=_("Open at the end: to this day. A figure of one day takes the last."),
    )
    step = models.CharField(_("step"), max_length=7, choices=Step, blank=True)
    kernel = models.CharField(_("count"), max_length=5, choices=Kernel, blank=True)
    half_life = models.FloatField(_("half-life"), null=True, blank=True, help_text=_("Days."))
    dataset = models.ForeignKey(
        Dataset,
        models.PROTECT,
        verbose_name=_("dataset"),
        null=True,
        blank=True,
        related_name="panels",
        help_text=_("Empty: the editors’."),
    )
    methodology = models.ForeignKey(
        Methodology,
        models.PROTECT,
        verbose_name=_("methodology"),
        null=True,
        blank=True,
        related_name="panels",
        limit_choices_to=~Q(status=Methodology.Status.DRAFT),
        help_text=_("Empty: the one in force."),
    )

    _given: list[Pole] | None = None
    pole_rows: list[dict[str, Any]]  # Only on rows from with_options().
    objects = PanelQuerySet.as_manager()

    class Meta:
        ordering = ["dashboard", "position", "id"]
        verbose_name = _("panel")
        verbose_name_plural = _("panels")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="panel_with_a_note_says_something",
                condition=~Q(kind="text") | ~Q(note=""),
            ),
            models.CheckConstraint(
                name="panel_kind_is_known", condition=Q(kind__in=PanelKind.values)
            ),
            models.CheckConstraint(
                name="panel_years_are_1_to_100",
                condition=Q(years=None) | Q(years__gte=1) & Q(years__lte=100),
            ),
            models.CheckConstraint(
                name="panel_period_lasts",
                condition=Q(period=None)
                | Q(period__isempty=False) & ~Q(period__lower_inf=True, period__upper_inf=True),
            ),
            models.CheckConstraint(
                name="panel_period_is_relative_or_fixed",
                condition=Q(years=None) | Q(period=None),
            ),
            models.CheckConstraint(
                name="panel_half_life_is_positive",
                condition=Q(half_life=None) | Q(half_life__gt=0) & Q(half_life__lt=float("inf")),
            ),
            models.CheckConstraint(
                name="panel_dimensions_are_known",
                condition=Q(dimensions__contained_by=Dimension.values),
            ),
            models.CheckConstraint(
                name="panel_step_is_known",
                condition=Q(step__in=["", *STEPS]),
            ),
            models.CheckConstraint(
                name="panel_kernel_is_known", condition=Q(kernel__in=["", "stock", "flow"])
            ),
            *(_suits(option) for option in NOTHING),
        ]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())

    @property
    def shown_poles(self) -> list[Pole]:
        """The poles that it is about, in their order; none is all. Unsaved, those it was given."""
        if self._given is not None:
            return self._given
        if hasattr(self, "pole_rows"):
            return [Pole(**row) for row in self.pole_rows]
        if self._state.adding:
            return []
        return sorted(self.poles.all(), key=lambda pole: (pole.position, pole.code))

    @shown_poles.setter
    def shown_poles(self, poles: list[Pole]) -> None:
        self._given = list(poles)


@versioned
class PanelPole(models.Model):
    """A pole that a panel is about."""

    panel = models.ForeignKey(
        Panel, models.CASCADE, related_name="panel_poles", verbose_name=_("panel")
    )
    pole = models.ForeignKey(
        Pole, models.PROTECT, related_name="panel_poles", verbose_name=_("pole")
    )

    class Meta:
        verbose_name = _("pole of a panel")
        verbose_name_plural = _("poles of a panel")
        constraints = [
            models.UniqueConstraint(name="panel_names_a_pole_once", fields=["panel", "pole"])
        ]

    def __str__(self) -> str:
        return str(self.pole)
