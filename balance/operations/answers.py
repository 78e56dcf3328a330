"""Answers about the balance: bring the series up to date, then read."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from balance.models import Event
from balance.operations.inputs import read_impacts, read_series
from balance.queries.balance import Setting, balance, find_setting, provenance
from balance.queries.explain import effect, explain, largest_pole, movers, sources
from balance.queries.questions import BadQuestion, BalanceQuestion


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
    source, stale = read_series(setting)
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
    *,
    question: BalanceQuestion,
    today: date,
    pole: str = "",
    most: int = 8,
    setting: Setting | None = None,
) -> dict[str, Any]:
    """Return the events that brought most in the 365 days up to the question's last day.

    With a pole's code: what they brought to that pole. A caller who has looked up the question's
    setting gives it.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = setting or find_setting(question)
    if pole and pole not in {known.code for known in setting.poles}:
        raise BadQuestion("pole", _("There is no pole %(pole)r.") % {"pole": pole[:40]})
    found, version = read_impacts(setting)
    to_day = question.last_day(today)
    from_day = to_day - timedelta(days=365)
    events = movers(setting, found, from_day=from_day, to_day=to_day, most=most, only=pole)
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
