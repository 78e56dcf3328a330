"""What is computed or imported: to look at only."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin
from articles.admin.reading import ReadOnlyAdmin
from balance.models import (
    DailySeries,
    Dataset,
    DirtySeries,
    Heartbeat,
    Record,
    Run,
    SeriesVersion,
)

_ARRAYS = ["cooperation", "conflict", "begun", "ended"]


@admin.register(Dataset)
class DatasetAdmin(EditorialAdmin):
    list_display = ["name", "code", "kind", "licence"]
    search_fields = ["name", "code"]
    fields = [("code", "name"), "kind", ("licence", "homepage")]
    kept_because = _("Data sets are never deleted: records and series refer to them.")


@admin.register(Record)
class RecordAdmin(ReadOnlyAdmin):
    list_display = ["day", "initiator", "recipient", "cameo_code", "goldstein", "dataset"]
    list_filter = ["dataset"]
    list_select_related = ["dataset"]
    search_fields = ["=key", "=initiator", "=recipient"]
    search_help_text = _("The whole key, or the code of an actor as the data set writes it.")


@admin.register(DailySeries)
class DailySeriesAdmin(ReadOnlyAdmin):
    list_display = ["focus", "pole_shown", "dimension", "year", "scale", "dataset"]
    list_filter = ["scale", "dimension", "pole", "dataset"]
    list_select_related = ["focus__actor", "pole", "dataset"]
    search_fields = ["focus__actor__name", "pole__name", "=year"]
    fields = [("dataset", "scale"), ("focus", "pole_shown"), ("dimension", "year"), "totals"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[DailySeries]:
        """Leave the long arrays where they are."""
        return super().get_queryset(request).defer(*_ARRAYS)

    @admin.display(ordering="pole", description=_("pole"))
    def pole_shown(self, series: DailySeries) -> str:
        """Return the pole, or OTHER."""
        return series.pole.name if series.pole else str(_("other"))

    @admin.display(description=_("sums over the year"))
    def totals(self, series: DailySeries) -> str:
        """Return the sum of each array."""
        return "; ".join(
            f"{series._meta.get_field(name).verbose_name}: {sum(getattr(series, name)):.3f}"  # type: ignore[union-attr]
            for name in _ARRAYS
        )


@admin.register(SeriesVersion)
class SeriesVersionAdmin(ReadOnlyAdmin):
    list_display = ["focus", "dataset", "computed_at", "is_current", "data_version"]
    list_filter = ["is_current"]
    list_select_related = ["focus__actor", "dataset"]


@admin.register(DirtySeries)
class DirtySeriesAdmin(ReadOnlyAdmin):
    list_display = ["focus", "dataset", "year", "seq"]
    list_select_related = ["focus__actor", "dataset"]


@admin.register(Run)
class RunAdmin(ReadOnlyAdmin):
    list_display = ["focus", "dataset", "kind", "state", "attempts", "asked_at", "error_shown"]
    list_filter = ["kind", "state", "dataset"]
    list_select_related = ["focus__actor", "dataset"]
    fields = [
        ("focus", "dataset"),
        ("kind", "state", "attempts"),
        "asked_at",
        "parameters",
        "error",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Run]:
        """Leave the long results where they are."""
        return super().get_queryset(request).defer("result")

    @admin.display(description=_("error"))
    def error_shown(self, run: Run) -> str:
        """Return the last line of the error, which says what went wrong."""
        return run.error.strip().rpartition("\n")[2][:120]


@admin.register(Heartbeat)
class HeartbeatAdmin(ReadOnlyAdmin):
    list_display = ["name", "beaten_at", "found"]
