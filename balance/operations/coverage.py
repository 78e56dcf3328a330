"""What the numbers rest on: the answer."""

from datetime import date
from typing import Any

from balance.operations.inputs import read_impacts
from balance.queries.balance import find_setting, lines, provenance
from balance.queries.coverage import Coverage, find_supports, name_countries
from balance.queries.explain import titles
from balance.queries.questions import BalanceQuestion


def coverage_answer(*, question: BalanceQuestion, today: date) -> dict[str, Any]:
    """Return the events, articles and outlets behind the stock of the question's last day.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = find_setting(question)
    found, version = read_impacts(setting)
    supports = find_supports(setting, found.counts.event.tolist())
    covered = Coverage(setting, found, supports, on=question.last_day(today))
    evidence = covered.evidence()
    told = titles(setting, {row["event"] for row in evidence.values() if row["event"]})
    for row in evidence.values():
        row["event"] = row["event"] and {"event": row["event"], **told[row["event"]]}
    outlets, countries = covered.outlets(), covered.countries()
    name_countries([*outlets, *countries])
    return provenance(setting, version) | {
        "on": covered.on.isoformat(),
        "half_life": setting.half_life,
        "poles": lines(setting),
        "point": covered.point(),
        "evidence": evidence,
        "periods": list(covered.by_year()),
        "outlets": outlets,
        "countries": countries,
    }
