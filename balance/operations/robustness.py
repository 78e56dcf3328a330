"""Answers about robustness: does the leader, or the ranking, hang on a single choice?"""

from datetime import date
from typing import Any

from balance.models import Scale
from balance.operations.inputs import read_impacts, read_scales
from balance.queries.balance import Setting, find_setting, provenance
from balance.queries.outlets import SupportingOutlets, load_outlets
from balance.queries.questions import BalanceQuestion
from balance.queries.robustness import find_variants, robustness


def robustness_answer(
    *,
    question: BalanceQuestion,
    today: date,
    setting: Setting | None = None,
    outlets: SupportingOutlets | None = None,
    only_other_leaders: bool = False,
) -> dict[str, Any]:
    """Return the variants of the shares on the question's last day, one choice changed in each.

    A caller who has looked up the question's setting, or the outlets, gives them; one who shows
    only the variants in which another pole leads gets these alone, and the counts of all.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there.
    """
    setting = setting or find_setting(question)
    version = read_impacts(setting)[1]
    day = question.last_day(today)
    outlets = outlets or load_outlets(question.as_of)
    found = find_variants(
        setting,
        lambda: read_scales(setting, list(Scale.values))[0],
        version.data_version,
        outlets,
        day=day,
    )
    answer = robustness(setting, found, day=day, only_other_leaders=only_other_leaders)
    return provenance(setting, version) | answer
