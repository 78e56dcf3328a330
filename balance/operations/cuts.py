"""Answers of other cuts through the series: bring them up to date, then read."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.operations.inputs import read_series
from balance.queries.balance import Setting, find_setting, provenance
from balance.queries.cuts import bare_days, matrix, shares_shift, tilts
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.queries.series import Source

Answer = dict[str, Any]


def matrix_answer(*, question: BalanceQuestion, on: date, setting: Setting | None = None) -> Answer:
    """Return the stock of each dimension with each pole at the end of a day.

    A caller who has looked up the question's setting gives it.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting, source, given = _read(question, setting)
    return given | matrix(setting, source, on=on)


def shift_answer(*, question: BalanceQuestion, from_day: date, to_day: date) -> Answer:
    """Return how much of the engagement changed poles between the ends of two days.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    if from_day > to_day:
        raise BadQuestion("to", _("The second day comes before the first."))
    setting, source, given = _read(question)
    return given | shares_shift(setting, source, days=(from_day, to_day))


def tilt_answer(*, question: BalanceQuestion, a: str, b: str, today: date) -> Answer:
    """Return how far cooperation leans from pole B to pole A over time.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting, source, given = _read(question)
    codes = {pole.code for pole in setting.poles}
    for field, pole in (("a", a), ("b", b)):
        if pole not in codes:
            raise BadQuestion(field, _("There is no pole %(pole)r.") % {"pole": pole[:40]})
    if a == b:
        raise BadQuestion("b", _("A tilt is between two poles; name another one."))
    return given | tilts(setting, source, a=a, b=b, today=today)


def daily_answer(*, question: BalanceQuestion) -> Answer:
    """Return the daily series that all numbers of a focus follow from.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting, source, given = _read(question)
    return given | bare_days(setting, source)


def _read(
    question: BalanceQuestion, setting: Setting | None = None
) -> tuple[Setting, Source, Answer]:
    setting = setting or find_setting(question)
    source, stale = read_series(setting)
    return setting, source, provenance(setting, source) | {"stale": stale}
