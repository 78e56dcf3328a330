"""Where the numbers of a page come from, and lead to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from balance.queries.questions import BalanceQuestion

DEFAULTS = BalanceQuestion(focus="")


def balance_url(question: BalanceQuestion, **more: str) -> str:
    """Return the address at which the API answers the question."""
    asked: dict[str, object] = {
        "start": question.start and question.start.isoformat(),
        "end": question.end and question.end.isoformat(),
        "step": question.step if question.step != DEFAULTS.step else None,
        "kernel": question.kernel if question.kernel != DEFAULTS.kernel else None,
        "half_life": question.half_life and f"{question.half_life:g}",
        "dimension": question.dimensions and ",".join(question.dimensions),
        "dataset": question.dataset if question.dataset != DEFAULTS.dataset else None,
        "methodology": question.methodology,
        "as_of": question.as_of and known_on(question.as_of),
        **more,
    }
    return with_choices(reverse("api:balance", args=[question.focus]), asked)


def pole_url(question: BalanceQuestion, pole: str) -> str:
    """Return the page of the pole, with what the reader chose."""
    return with_choices(reverse("pole", args=[question.focus, pole]), page_choices(question))


def page_choices(question: BalanceQuestion) -> dict[str, object]:
    """Return what the reader chose, as the pages of the balance take it."""
    dimensions = question.dimensions or ()
    return {
        "from": question.start and question.start.isoformat(),
        "to": question.end and (question.end - timedelta(days=1)).isoformat(),
        "step": question.step if question.step != DEFAULTS.step else None,
        "kernel": question.kernel if question.kernel != DEFAULTS.kernel else None,
        "half_life": question.half_life and f"{question.half_life:g}",
        "dimension": dimensions[0] if len(dimensions) == 1 else None,
        "methodology": question.methodology,
        "as_of": question.as_of and known_on(question.as_of),
    }


@dataclass(frozen=True)
class Neighbours:
    """The poles before and after one in the order of the scheme, the first after the last."""

    before: tuple[str, str]  # Its name and its page.
    after: tuple[str, str]


def pole_neighbours(
    answer: Mapping[str, Any], question: BalanceQuestion, code: str
) -> Neighbours | None:
    """Return the pole's neighbours with what the reader chose; None where it is alone."""
    poles = answer["poles"]
    codes = [pole["code"] for pole in poles]
    if code not in codes or len(codes) == 1:
        return None
    at = codes.index(code)
    before, after = poles[at - 1], poles[(at + 1) % len(poles)]
    return Neighbours(
        (before["name"], pole_url(question, before["code"])),
        (after["name"], pole_url(question, after["code"])),
    )


def method_url(name: str, question: BalanceQuestion, **more: str) -> str:
    """Return the focus's address of the name, with how the question counts."""
    usual = question.dataset == DEFAULTS.dataset
    asked: dict[str, object] = {
        **more,
        "half_life": question.half_life and f"{question.half_life:g}",
        "dimension": question.dimensions and ",".join(question.dimensions),
        "dataset": None if usual else question.dataset,
        "methodology": question.methodology,
        "as_of": question.as_of and known_on(question.as_of),
    }
    return with_choices(reverse(name, args=[question.focus]), asked)


def lens_urls(name: str, question: BalanceQuestion, **more: str) -> dict[str, str]:
    """Return where the API gives a lens beside the events: no method enters it, only as_of."""
    asked: dict[str, object] = {**more, "as_of": question.as_of and known_on(question.as_of)}
    path = reverse(name, args=[question.focus])
    return {
        "data_url": with_choices(path, asked),
        "csv_url": with_choices(path, {**asked, "format": "csv"}),
    }


def pivots_data_url(question: BalanceQuestion, **more: str) -> str:
    """Return the address at which the API tells the pivots: half-life plays no part."""
    return method_url("api:pivots", replace(question, half_life=None), **more)


def ties_url(question: BalanceQuestion, *, on: str) -> str:
    """Return the page of the focus's standing ties on a day."""
    known = question.as_of and known_on(question.as_of)
    return with_choices(reverse("ties"), {"focus": question.focus, "on": on, "as_of": known})


def events_url(
    question: BalanceQuestion,
    *,
    pole: str = "",
    start: date | None = None,
    end: date | None = None,
) -> str:
    """Return the list of the events that enter the question; a chart adds start and end."""
    dimensions = question.dimensions or ()
    asked: dict[str, object] = {
        "focus": question.focus,
        "pole": pole,
        "dimension": dimensions[0] if len(dimensions) == 1 else None,
        "start": start and start.isoformat(),
        "end": end and end.isoformat(),
    }
    return with_choices(reverse("events"), asked)


def known_on(instant: datetime) -> str:
    """Return the instant as an address has it: a day, where it is that day's last moment."""
    is_day = instant.time() == time.max
    return instant.date().isoformat() if is_day else instant.isoformat()


def with_choices(path: str, asked: Mapping[str, object]) -> str:
    """Return the path with what is chosen; what is not leaves no trace."""
    given = {name: value for name, value in asked.items() if value}
    return f"{path}?{urlencode(given, safe=',')}" if given else path
