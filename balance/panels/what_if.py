"""What the balance would be under a reader's settings, in words and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.models import Dimension
from balance.panels.addresses import known_on, method_url, with_choices
from balance.panels.answers import names
from balance.panels.chart_data import ChartData
from balance.panels.drawing import Mark, line
from balance.panels.pictures import Picture, lines
from balance.panels.tables import NONE, Table, period_names
from balance.panels.wording import count, day, decimal, listing, opening, percent, plain, signed
from balance.queries.questions import BalanceQuestion

Answer = Mapping[str, Any]
Point = Mapping[str, Any]
ALIKE = 1e-9  # Shares closer than this differ only by rounding.

# The browser fills the same sentences while a slider moves.
SENTENCES = {
    "default": gettext_lazy("By default %(poles)s has the largest share, %(share)s. What if …?"),
    "together": gettext_lazy(
        "By default %(poles)s have the largest share together, %(share)s each. What if …?"
    ),
    "nothing": gettext_lazy("No cooperation is on record, so there is nothing to share."),
    "other": gettext_lazy(
        "%(change)s, %(poles)s would have the largest share, %(share)s, instead of %(usual)s with "
        "%(usual_share)s."
    ),
    "same": gettext_lazy(
        "%(change)s, %(poles)s would still have the largest share: %(share)s instead of "
        "%(usual_share)s."
    ),
    "alike": gettext_lazy("%(change)s, %(poles)s would still have the largest share, %(share)s."),
    "none": gettext_lazy("%(change)s, no cooperation would be left to share."),
}
CHANGES = {
    "half_life": gettext_lazy("With a half-life of %(days)s days"),
    "weight": gettext_lazy("With the weight %(weight)s for the dimension “%(dimension)s”"),
    "floor": gettext_lazy("Without events less sure than %(floor)s"),
    "outlet": gettext_lazy("Without what only %(outlet)s reports"),
    "event": gettext_lazy("Without “%(title)s”"),
    "settings": gettext_lazy("With your settings"),
}


@dataclass(frozen=True)
class Row:
    """A number under the reader's settings, by default, and the difference."""

    code: str
    name: str
    cells: list[str]


@dataclass(frozen=True)
class WhatIfView:
    """What balance/what_if.html shows, and what the browser needs to go on from there."""

    headline: str
    on: str
    rows: list[Row]
    left_out: str
    picture: Picture
    table: Table
    data_url: str
    csv_url: str
    script: dict[str, Any]


def what_if_view(
    answer: Answer, question: BalanceQuestion, asked: Mapping[str, str], *, is_whole: bool = False
) -> WhatIfView:
    """Return the page's words; `asked` are the settings as the address has them."""
    point, usual = answer["points"][-1], answer["default"]["points"][-1]
    table = _table(answer)
    usual_question = replace(question, half_life=None)
    api = reverse("api:what-if", args=[question.focus])
    as_of = question.as_of and known_on(question.as_of)
    chosen = {**asked, "methodology": question.methodology, "as_of": as_of}
    return WhatIfView(
        headline=headline(answer),
        on=day(date.fromisoformat(point["date"])),
        rows=_rows(answer, point, usual),
        left_out=_left_out(answer["left_out"]),
        picture=_picture(answer, question),
        table=table if is_whole else table.short(),
        data_url=with_choices(api, chosen),
        csv_url=with_choices(api, {**chosen, "format": "csv"}),
        script=_script(answer, usual_question),
    )


def headline(answer: Answer) -> str:
    """Say who would lead under the settings, and who does by default."""
    point, usual = answer["points"][-1], answer["default"]["points"][-1]
    before, then = _leaders(usual), _leaders(point)
    if not before:
        return str(SENTENCES["nothing"])
    shown = names(answer)
    words = {
        "change": change_in_words(answer),
        "poles": listing([shown[code] for code in then]),
        "share": percent(point["poles"][then[0]]["share"]) if then else "",
        "usual": listing([shown[code] for code in before]),
        "usual_share": percent(usual["poles"][before[0]]["share"]),
    }
    return opening(
        str(SENTENCES[_sentence(words, then == before, bool(then), len(before))]) % words
    )


def change_in_words(answer: Answer) -> str:
    """Name the one setting that differs from the default; nothing where none does."""
    changes = _changes(answer)
    if len(changes) > 1:
        return str(CHANGES["settings"])
    return changes[0] if changes else ""


def _changes(answer: Answer) -> list[str]:
    settings, method = answer["settings"], answer["methodology"]
    weights = method["dimension_weights"]
    found = []
    if settings["half_life"] != answer["default"]["half_life"]:
        found.append(CHANGES["half_life"] % {"days": plain(settings["half_life"])})
    for name, weight in settings["dimension_weights"].items():
        if weight != weights[name]:
            words = {"weight": plain(weight), "dimension": Dimension(name).label}
            found.append(CHANGES["weight"] % words)
    if settings["floor"] > 0:
        found.append(CHANGES["floor"] % {"floor": percent(settings["floor"])})
    found += [CHANGES["outlet"] % {"outlet": row["name"]} for row in settings["without_outlets"]]
    found += [CHANGES["event"] % {"title": row["title"]} for row in settings["without_events"]]
    if settings["kappa"] != method["kappa"]:
        found += [str(CHANGES["settings"])] * 2
    return found


def _sentence(words: Mapping[str, str], is_same: bool, is_known: bool, leaders: int) -> str:
    if not words["change"]:
        return "default" if leaders == 1 else "together"
    if not is_known:
        return "none"
    if not is_same:
        return "other"
    return "alike" if words["share"] == words["usual_share"] else "same"


def _leaders(point: Point) -> list[str]:
    """Return the poles with the largest share; several that are alike lead together."""
    shares = {code: pole["share"] for code, pole in point["poles"].items()}
    if None in shares.values():
        return []
    largest = max(shares.values())
    return [code for code, share in shares.items() if share > largest - ALIKE]


def _rows(answer: Answer, point: Point, usual: Point) -> list[Row]:
    shown = names(answer)
    poles = [
        Row(code, opening(name), _share_cells(point["poles"][code], usual["poles"][code]))
        for code, name in shown.items()
    ]
    pair = (point["effective_poles"], usual["effective_poles"])
    known = None if None in pair else round(pair[0], 1) - round(pair[1], 1)
    cells = [*(NONE if n is None else decimal(n) for n in pair), _difference(known, 1)]
    return [*poles, Row("", _("Effective poles"), cells)]


def _share_cells(here: Point, usual: Point) -> list[str]:
    pair = (here["share"], usual["share"])
    moved = None if None in pair else round(100 * pair[0]) - round(100 * pair[1])
    return [*(NONE if share is None else percent(share) for share in pair), _difference(moved, 0)]


def _difference(moved: float | None, digits: int) -> str:
    return NONE if moved is None else signed(moved, digits)


def _left_out(counted: Mapping[str, int]) -> str:
    """Say how many events count."""
    return _("%(counted)s of %(all)s events count.") % {
        "counted": count(counted["of"] - counted["events"]),
        "all": count(counted["of"]),
    }


def _table(answer: Answer) -> Table:
    """Return each pole's share under the settings and by default, newest first."""
    shown = names(answer)
    periods = period_names(answer["points"], answer["step"])
    pairs = zip(periods, answer["points"], answer["default"]["points"], strict=True)
    rows = [
        (
            name,
            [
                NONE
                if part["poles"][code]["share"] is None
                else percent(part["poles"][code]["share"])
                for code in shown
                for part in (point, usual)
            ],
        )
        for name, point, usual in pairs
    ]
    by_default = _("%(name)s by default")
    head = [
        text for name in shown.values() for text in (opening(name), by_default % {"name": name})
    ]
    return Table([_("Period"), *head], rows[::-1])


def _picture(answer: Answer, question: BalanceQuestion) -> Picture:
    data = ChartData(
        question=question, answer=dict(answer), year_ago=None, only=(), pins=[], periods=[]
    )
    drawn = lines(data, "share", 0, 1, percent)
    defaults = answer["default"]["points"]
    behind = [
        Mark(
            code,
            line(data.across, [point["poles"][code]["share"] for point in defaults], 0, 1),
            None,
        )
        for code in data.names
    ]
    return replace(drawn, behind=behind)


def _script(answer: Answer, question: BalanceQuestion) -> dict[str, Any]:
    """Return what the browser goes on with: addresses, defaults, and sentences to fill."""
    method = answer["methodology"]
    return {
        "impacts": method_url("api:impacts", question),
        "balance": method_url("api:balance", question),
        "what_if": reverse("api:what-if", args=[question.focus]),
        "defaults": {
            "half_life": answer["default"]["half_life"],
            "kappa": method["kappa"],
            "weights": method["dimension_weights"],
        },
        "dimensions": {name: str(label) for name, label in Dimension.choices},
        "names": names(answer),
        "sentences": {name: str(text) for name, text in SENTENCES.items()},
        "changes": {name: str(text) for name, text in CHANGES.items()},
        "counted": _("%(counted)s of %(all)s events count."),
        "label": _("%(pole)s %(share)s, by default %(usual)s"),
        "listing": _("%(first)s and %(last)s"),
    }
