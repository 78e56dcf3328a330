"""Answers about the balance: bring the series up to date, then read."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from balance.compute.daily import whole_years
from balance.compute.impacts import Impacts, impacts
from balance.models import Dataset, Event, SeriesVersion
from balance.operations.series import refresh_series, remember_version
from balance.queries.balance import Setting, balance, find_setting, provenance
from balance.queries.explain import effect, explain, largest_pole, movers, sources
from balance.queries.inputs import Inputs, load_inputs
from balance.queries.pivots import find_pivots
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.queries.series import Freshness, Source, find_freshness, stored_series

SMALL = 5_000  # Events up to which a reader waits for a refresh instead of reading old numbers.


def balance_answer(
    *, question: BalanceQuestion, today: date, setting: Setting | None = None
) -> dict[str, Any]:
    """Return the balance over time, as docs/api.md describes it.

    The numbers follow from the events as they are, or were at `as_of`. Only when so many
    changed that a reader would wait does the answer say `"stale": true`. A caller with several
    questions about one focus gives the question's setting, and spares looking it up again.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = setting or find_setting(question)
    if question.as_of is not None:
        return balance(setting, _past(setting), today=today) | {"stale": False}
    series = _freshness(setting)
    version, stale = _bring_up_to_date(series, setting)
    source = stored_series(
        dataset=series.dataset,
        focus=setting.focus,
        scale=setting.methodology.scale,
        poles=[pole.pk for pole in setting.poles],
        data_version=version,
    )
    return balance(setting, source, today=today) | {"stale": stale}


def explain_answer(
    *, question: BalanceQuestion, pole: str | None, from_day: date, to_day: date
) -> dict[str, Any]:
    """Return each event's exact part in the change of a pole's stock between two days' ends.

    Without a pole it is the one with the most cooperation at the end of the second day.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    if from_day > to_day:
        raise BadQuestion("to", _("The second day comes before the first."))
    if pole is not None and pole not in {known.code for known in setting.poles} | {"other"}:
        raise BadQuestion("pole", _("There is no pole %(pole)r.") % {"pole": pole[:40]})
    found, version = read_impacts(setting)
    pole = pole or largest_pole(setting, found, to_day)
    answer = explain(setting, found, pole=pole, from_day=from_day, to_day=to_day)
    return provenance(setting, version) | answer


def top_events(
    *, question: BalanceQuestion, today: date, most: int = 8, setting: Setting | None = None
) -> dict[str, Any]:
    """Return the events that brought most in the 365 days up to the question's last day.

    A caller who has looked up the question's setting gives it.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = setting or find_setting(question)
    found, version = read_impacts(setting)
    to_day = question.last_day(today)
    from_day = to_day - timedelta(days=365)
    events = movers(setting, found, from_day=from_day, to_day=to_day, most=most)
    outlets = sources([event["event"] for event in events])
    return provenance(setting, version) | {
        "from": from_day.isoformat(),
        "to": to_day.isoformat(),
        "events": [event | {"sources": outlets.get(event["event"], [])} for event in events],
    }


def event_effect(*, event: Event, question: BalanceQuestion, today: date) -> dict[str, Any]:
    """Return what a confirmed event gave to each pole, then and now.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    found, version = read_impacts(setting)
    return provenance(setting, version) | effect(setting, found, event=event, today=today)


def pivots_answer(*, question: BalanceQuestion, today: date) -> dict[str, Any]:
    """Return when the composition of relations changed for good, and the weaker signs of it.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    inputs, version = _read_inputs(setting)
    last = question.as_of.date() if question.as_of else today
    return provenance(setting, version) | {"results": find_pivots(setting, inputs, today=last)}


def read_impacts(setting: Setting) -> tuple[Impacts, SeriesVersion]:
    """Return every event's impacts under the setting, straight from the events."""
    inputs, version = _read_inputs(setting)
    scale, focus = setting.methodology.scale, setting.focus
    return impacts(inputs.events(scale), inputs.world, focus.actor.code), version


def read_version(setting: Setting) -> SeriesVersion:
    """Return the version of the data that the setting's numbers follow from."""
    return _read_inputs(setting)[1]


def find_dataset(setting: Setting) -> Dataset:
    """Return the question's data set.

    Raises:
        BadQuestion: if there is none of the name.
    """
    return _freshness(setting).dataset


def _read_inputs(setting: Setting) -> tuple[Inputs, SeriesVersion]:
    dataset = find_dataset(setting)
    inputs = load_inputs(focus=setting.focus, dataset=dataset, as_of=setting.question.as_of)
    version = remember_version(dataset=dataset, focus=setting.focus, data_version=inputs.version)
    return inputs, version


def _past(setting: Setting) -> Source:
    """Return the series as known on the question's instant, built in memory."""
    found, version = read_impacts(setting)
    begun = found.counts.begun
    first = date.fromordinal(int(begun.min())).year if begun.size else None
    return Source(
        whole_years(found, len(setting.poles)), first, version.data_version, version.computed_at
    )


def _freshness(setting: Setting) -> Freshness:
    series = find_freshness(setting.question.dataset, focus=setting.focus)
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
