"""What answers are made from: impacts straight from the events, and daily series."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from balance.compute.daily import whole_years
from balance.compute.impacts import Impacts, impacts
from balance.models import Dataset, Event, SeriesVersion
from balance.operations.series import refresh_series, remember_version
from balance.queries.balance import Setting
from balance.queries.inputs import Inputs, load_inputs
from balance.queries.questions import BadQuestion
from balance.queries.series import Freshness, Source, find_freshness, stored_series

SMALL = 5_000  # Events up to which a reader waits for a refresh instead of reading old numbers.

# A version's impacts never change, so a process keeps the last few instead of making them anew.
_KEEP = 16
_Version = tuple[int, int, str]  # Of a data set, for a focus.
_kept: dict[tuple[_Version, str], tuple[Impacts, SeriesVersion]] = {}


def settle(setting: Setting) -> Setting:
    """Bring the series up to date once, for the many questions of a page."""
    series = _freshness(setting)
    if setting.question.as_of is None:
        version, stale = _bring_up_to_date(series, setting)
        series = Freshness(series.dataset, is_dirty=stale, data_version=version)
    return replace(setting, freshness=series)


def read_impacts(setting: Setting) -> tuple[Impacts, SeriesVersion]:
    """Return every event's impacts under the setting, straight from the events."""
    scale = setting.methodology.scale
    found, version = read_scales(setting, [scale])
    return found[scale], version


def read_scales(setting: Setting, scales: list[str]) -> tuple[dict[str, Impacts], SeriesVersion]:
    """Return every event's impacts in each of the scales, straight from the events."""
    series = _freshness(setting)
    if setting.question.as_of is None and series.data_version and not series.is_dirty:
        key = (series.dataset.pk, setting.focus.pk, series.data_version)
        kept = {scale: _kept[key, scale] for scale in scales if (key, scale) in _kept}
        if len(kept) == len(scales):
            return {scale: found for scale, (found, _version) in kept.items()}, kept[scales[0]][1]
    inputs, version = read_inputs(setting)
    key = (series.dataset.pk, setting.focus.pk, version.data_version)
    return {scale: _impacts(setting, inputs, version, key, scale) for scale in scales}, version


def read_inputs(setting: Setting) -> tuple[Inputs, SeriesVersion]:
    """Return the rows behind the numbers, and their version.

    Raises:
        BadQuestion: if there is no such data set.
    """
    dataset = find_dataset(setting)
    inputs = load_inputs(focus=setting.focus, dataset=dataset, as_of=setting.question.as_of)
    version = remember_version(dataset=dataset, focus=setting.focus, data_version=inputs.version)
    return inputs, version


def find_dataset(setting: Setting) -> Dataset:
    """Return the question's data set.

    Raises:
        BadQuestion: if there is none of the name.
    """
    return _freshness(setting).dataset


def read_series(setting: Setting) -> tuple[Source, bool]:
    """Return the daily series, and whether events changed since.

    They follow from the events as they are, or were at `as_of`. They are behind only when so
    many changed that a reader would wait.

    Raises:
        BadQuestion: if there is no such data set.
    """
    if setting.question.as_of is not None:
        return _past(setting), False
    series = _freshness(setting)
    version, stale = _bring_up_to_date(series, setting)
    source = stored_series(
        dataset=series.dataset,
        focus=setting.focus,
        scale=setting.methodology.scale,
        poles=[pole.pk for pole in setting.poles],
        data_version=version,
    )
    return source, stale


def _impacts(
    setting: Setting, inputs: Inputs, version: SeriesVersion, key: _Version, scale: str
) -> Impacts:
    if (key, scale) not in _kept:
        found = impacts(inputs.events(scale), inputs.world, setting.focus.actor.code)
        _kept[key, scale] = (found, version)
        while len(_kept) > _KEEP:
            _kept.pop(next(iter(_kept)), None)
        return found
    return _kept[key, scale][0]


def _past(setting: Setting) -> Source:
    """Return the series as known on the question's instant, built in memory."""
    found, version = read_impacts(setting)
    begun = found.counts.begun
    first = date.fromordinal(int(begun.min())).year if begun.size else None
    return Source(
        whole_years(found, len(setting.poles)), first, version.data_version, version.computed_at
    )


def _freshness(setting: Setting) -> Freshness:
    series = setting.freshness or find_freshness(setting.question.dataset, focus=setting.focus)
    if series is None:
        raise BadQuestion(
            "dataset",
            _("There is no data set %(code)r.") % {"code": setting.question.dataset[:40]},
        )
    return series


def _bring_up_to_date(series: Freshness, setting: Setting) -> tuple[str, bool]:
    """Refresh what is dirty, unless it is much; return the version, and whether it is stale."""
    if series.data_version and not series.is_dirty:
        return series.data_version, False
    if series.data_version and Event.objects.confirmed().count() > SMALL:
        return series.data_version, True
    return refresh_series(dataset=series.dataset, focus=setting.focus).data_version, False
