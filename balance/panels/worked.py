"""A share worked through, in numbers that add up as they are printed."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from urllib.parse import urlencode

from django.urls import reverse

from balance.models.spans import FIRST_DAY
from balance.operations.worked import Worked
from balance.panels.answers import names
from balance.panels.wording import decimal, percent, span

MOST_SHOWN = 6
PLACES = Decimal("0.001")


@dataclass(frozen=True)
class Row:
    """A line of a sum: what it is, where it is read, and its points."""

    name: str
    points: str
    url: str = ""
    when: str = ""
    code: str = ""


@dataclass(frozen=True)
class WorkedView:
    """What the page shows of a share; every printed sum is that of the printed lines."""

    pole: str
    on: date
    half_life: float
    events: list[Row]
    rest: int
    rest_points: str
    total: str
    poles: list[Row]
    whole: str
    share: str
    explain_url: str
    balance_url: str


def worked_view(worked: Worked) -> WorkedView:
    """Return the share's sums, rounded so that the lines add up to what is under them.

    The largest events are lines of their own; the others are one line, which takes the rounding.
    """
    poles = names(worked.answer)
    points = {code: _rounded(pole["cooperation"]) for code, pole in worked.point["poles"].items()}
    shown, others = worked.parts[:MOST_SHOWN], worked.parts[MOST_SHOWN:]
    rest = points[worked.pole] - sum((_rounded(part["cooperation"]) for part in shown), Decimal(0))
    return WorkedView(
        pole=poles[worked.pole],
        on=date.fromisoformat(worked.point["date"]),
        half_life=worked.answer["half_life"],
        events=[_event(part) for part in shown],
        rest=len(others),
        rest_points=_written(rest),
        total=_written(points[worked.pole]),
        poles=[Row(name=poles[code], points=_written(points[code]), code=code) for code in poles],
        whole=_written(sum(points.values(), Decimal(0))),
        share=percent(worked.point["poles"][worked.pole]["share"], 2),
        explain_url=_explain_url(worked),
        balance_url=_balance_url(worked),
    )


def _rounded(points: float) -> Decimal:
    return Decimal(points).quantize(PLACES, ROUND_HALF_EVEN)


def _written(points: Decimal) -> str:
    return decimal(float(points), 3)


def _event(part: dict[str, object]) -> Row:
    start, end = date.fromisoformat(str(part["date"])), date.fromisoformat(str(part["end"]))
    return Row(
        name=str(part["title"]),
        points=_written(_rounded(float(str(part["cooperation"])))),
        url=reverse("event", args=[part["event"]]),
        when=span(start, end, str(part["precision"])),
    )


def _explain_url(worked: Worked) -> str:
    asked = {"pole": worked.pole, "from": FIRST_DAY, "to": worked.point["date"]}
    return f"{reverse('api:explain', args=[worked.answer['focus']])}?{urlencode(asked)}"


def _balance_url(worked: Worked) -> str:
    asked = {"start": worked.point["start"], "end": worked.point["end"], "step": "day"}
    return f"{reverse('api:balance', args=[worked.answer['focus']])}?{urlencode(asked)}"
