"""Answers to what-if: the balance under a reader's settings, beside the default."""

from dataclasses import replace
from datetime import date
from typing import Any

from balance.compute.daily import whole_years
from balance.compute.impacts import without_events
from balance.compute.periods import periods
from balance.compute.robustness import cooperation_by_event
from balance.operations.inputs import read_impacts, read_series, settle
from balance.queries.balance import balance, find_setting, points, provenance
from balance.queries.explain import titles
from balance.queries.impact_columns import confidences, impact_columns
from balance.queries.outlets import load_outlets
from balance.queries.questions import BalanceQuestion
from balance.queries.what_if import Settings, left_out, settings_in_full, under

Answer = dict[str, Any]
MOST_EVENTS = 300  # That a page offers to leave out; any other is known by its id.


def what_if_answer(*, question: BalanceQuestion, settings: Settings, today: date) -> Answer:
    """Return the balance under the settings, and the default's points for the same periods.

    The question's half-life is a setting, too: the default has the methodology's.

    Raises:
        UnknownFocus, BadQuestion: if the question or a setting names what is not there.
    """
    setting = settle(find_setting(question))
    source, stale = read_series(setting)
    found, _version = read_impacts(setting)
    outlets = load_outlets(question.as_of)
    gone = left_out(setting, settings, found, outlets)
    usual = replace(setting, question=replace(question, half_life=None))
    default = balance(usual, source, today=today)
    start, end = date.fromisoformat(default["start"]), date.fromisoformat(default["end"])
    daily = source.daily
    if gone.all:
        daily = whole_years(without_events(found, gone.all), len(setting.poles))
    return default | {
        "half_life": setting.half_life,
        "stale": stale,
        "settings": settings_in_full(setting, settings, outlets),
        "left_out": {
            "events": len(gone.all),
            "by_floor": len(gone.by_floor),
            "by_outlet": len(gone.by_outlet),
            "of": len(set(found.counts.event.tolist())),
        },
        "points": points(under(setting, settings), daily, *periods(start, end, question.step)),
        "default": {"half_life": usual.half_life, "points": default["points"]},
    }


def impacts_answer(*, question: BalanceQuestion) -> Answer:
    """Return what each event gives to each pole, as columns.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    found, version = read_impacts(setting)
    outlets = load_outlets(question.as_of)
    sure = confidences(setting, found.counts.event)
    return provenance(setting, version) | impact_columns(setting, found, outlets, sure)


def choices(*, question: BalanceQuestion, today: date) -> dict[str, list[dict[str, Any]]]:
    """Return the outlets that support events, and the events with most cooperation left.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    found, _version = read_impacts(setting)
    day = question.last_day(today).toordinal()
    events, left = cooperation_by_event(
        found, len(setting.poles), day, setting.half_life, setting.weights
    )
    most = events[(-left.sum(axis=1)).argsort(kind="stable")][:MOST_EVENTS].tolist()
    told = titles(setting, most)
    outlets = sorted(load_outlets(question.as_of).names().items(), key=lambda row: row[1])
    return {
        "outlets": [{"id": key, "name": name} for key, name in outlets],
        "events": [{"event": key, **told[key]} for key in most if key in told],
    }
