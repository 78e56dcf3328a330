"""What a draft of the methodology would change, beside the published one."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from balance.models import Methodology
from balance.operations.answers import balance_answer
from balance.queries.balance import find_setting
from balance.queries.methodologies import Change, changes
from balance.queries.questions import BalanceQuestion

Point = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """The period in which a pole's share differs most; shares are 0..1, None is no number."""

    pole: str
    on: date
    before: float | None
    after: float | None

    @property
    def points(self) -> float | None:
        """The difference in percentage points; None where either is no number."""
        if self.before is None or self.after is None:
            return None
        return 100 * (self.after - self.before)


@dataclass(frozen=True, slots=True)
class Preview:
    """The answers of the published methodology and of the draft, and where they part.

    `leaders` are the months that another pole leads, or other poles together: day, codes before,
    codes after. `differences` has the largest of each pole, the largest first.
    """

    published: dict[str, Any]
    draft: dict[str, Any]
    changes: list[Change]
    differences: list[Difference]
    leaders: list[tuple[date, list[str], list[str]]]


def preview(*, draft: Methodology, focus: str, today: date) -> Preview:
    """Return the balance by month under the published methodology and under a draft.

    Only for editors: a draft cannot be asked for in any public answer.

    Raises:
        UnknownFocus, BadQuestion: if there is no such focus, or nothing is published.
    """
    question = BalanceQuestion(focus=focus)
    setting = find_setting(question)
    before = balance_answer(question=question, today=today, setting=setting)
    after = balance_answer(
        question=question, today=today, setting=replace(setting, methodology=draft)
    )
    points = list(zip(before["points"], after["points"], strict=True))
    return Preview(
        published=before,
        draft=after,
        changes=changes(setting.methodology, draft),
        differences=_largest([pole["code"] for pole in before["poles"]], points),
        leaders=[
            (date.fromisoformat(old["date"]), *pair)
            for old, new in points
            if len(set(map(tuple, pair := (_leaders(old), _leaders(new))))) == 2
        ],
    )


def _leaders(point: dict[str, Any]) -> list[str]:
    """Return the poles with the largest share; several that are equal lead together."""
    shares = {code: pole["share"] for code, pole in point["poles"].items()}
    known = [share for share in shares.values() if share is not None]
    return [code for code, share in shares.items() if known and share == max(known)]


def _largest(
    poles: list[str], points: list[tuple[dict[str, Any], dict[str, Any]]]
) -> list[Difference]:
    found = []
    for pole in poles:
        own = [
            Difference(
                pole,
                date.fromisoformat(old["date"]),
                old["poles"][pole]["share"],
                new["poles"][pole]["share"],
            )
            for old, new in points
        ]
        largest = max(own, key=_size, default=None)
        if largest and _size(largest) > 0:
            found.append(largest)
    return sorted(found, key=_size, reverse=True)


def _size(difference: Difference) -> float:
    return abs(difference.points or 0.0)
