"""What the numbers rest on: the answer."""

from datetime import date
from typing import Any

from balance.models import SeriesVersion
from balance.operations.inputs import read_impacts
from balance.queries.balance import Setting, find_setting, lines, provenance
from balance.queries.coverage import Coverage, name_countries
from balance.queries.explain import titles
from balance.queries.keeping import kept
from balance.queries.outlets import SupportingOutlets, load_outlets
from balance.queries.questions import BalanceQuestion


def coverage_answer(*, question: BalanceQuestion, today: date) -> dict[str, Any]:
    """Return the events, articles and outlets behind the stock of the question's last day.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    covered, version = _covered(setting, today, load_outlets(question.as_of))
    outlets, countries = covered.by_outlet(), covered.by_country()
    name_countries([*outlets, *countries])
    return provenance(setting, version) | {
        "on": covered.on.isoformat(),
        "half_life": setting.half_life,
        "poles": lines(setting),
        "point": covered.point(),
        "evidence": _told(covered, covered.evidence()),
        "periods": list(covered.by_year()),
        "outlets": outlets,
        "countries": countries,
    }


def lopsided_answer(
    *,
    question: BalanceQuestion,
    today: date,
    setting: Setting | None = None,
    outlets: SupportingOutlets | None = None,
) -> dict[str, Any]:
    """Return the part of `coverage_answer` about the poles whose evidence is lopsided.

    A caller who has looked up the question's setting, or the outlets, gives them.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = setting or find_setting(question)
    outlets = outlets or load_outlets(question.as_of)
    covered, version = _covered(setting, today, outlets)
    lopsided = _lopsided(covered, version, outlets)
    poles = [pole for pole in lines(setting) if pole["code"] in lopsided]
    return {"poles": poles, "evidence": _told(covered, lopsided)}


def _lopsided(
    covered: Coverage, version: SeriesVersion, outlets: SupportingOutlets
) -> dict[str, dict[str, Any]]:
    """Return the evidence with warnings."""
    setting = covered.setting
    data = (setting.focus.pk, setting.question.dataset, version.data_version, outlets.version)
    method = (setting.methodology.scale, setting.half_life, *setting.weights, *setting.counted)
    return kept(
        "lopsided",
        *data,
        covered.on,
        *method,
        make=lambda: {code: row for code, row in covered.evidence().items() if row["warnings"]},
    )


def _covered(
    setting: Setting, today: date, outlets: SupportingOutlets
) -> tuple[Coverage, SeriesVersion]:
    found, version = read_impacts(setting)
    return Coverage(setting, found, outlets, on=setting.question.last_day(today)), version


def _told(covered: Coverage, evidence: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the evidence, with the largest events as readers know them."""
    events = {row["event"] for row in evidence.values() if row["event"]}
    told = titles(covered.setting, events) if events else {}
    return {
        code: row | {"event": row["event"] and {"event": row["event"], **told[row["event"]]}}
        for code, row in evidence.items()
    }
