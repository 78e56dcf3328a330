"""How far the picture hangs on single choices, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.panels import answers
from balance.panels.addresses import method_url
from balance.panels.wording import count, day, listing, opening, percent, points, span
from balance.queries.questions import BalanceQuestion

Answer = Mapping[str, Any]
METHOD = ("scale", "half_life")
ALIKE = 1e-9  # Shares closer than this differ only by rounding.
MOST_ROWS = 500  # Of a group; the CSV has them all.


@dataclass(frozen=True)
class VariantRow:
    """A variant in a list: what it changes, who leads then, and what it moves most."""

    key: str
    label: str
    leader: str
    moved: str
    url: str


@dataclass(frozen=True)
class Group:
    """Variants that do the same to the ranking."""

    title: str
    is_open: bool
    rows: list[VariantRow]
    left_out: int


@dataclass(frozen=True)
class OpenVariant:
    """The variant that the reader opened, beside the usual picture."""

    label: str
    says: str
    rows: list[tuple[str, str, list[str]]]
    events: list[dict[str, Any]]
    url: str
    url_says: str


@dataclass(frozen=True)
class RobustnessView:
    """What balance/robustness.html shows."""

    headline: str
    on: str
    groups: list[Group]
    chosen: OpenVariant | None
    is_unknown: bool
    data_url: str
    csv_url: str


def robustness_view(answer: Answer, question: BalanceQuestion, key: str) -> RobustnessView:
    """Return the page's words; `key` is the variant that the reader opens, if any."""
    chosen = next((v for v in answer["variants"] if v["key"] == key), None)
    return RobustnessView(
        headline=headline(answer),
        on=day(date.fromisoformat(answer["on"])),
        groups=_groups(answer, question),
        chosen=_open(answer, chosen, question) if chosen else None,
        is_unknown=bool(key) and chosen is None,
        **files(question),
    )


def headline(answer: Answer) -> str:
    """Say in how many variants the same pole leads, and in how many the ranking holds."""
    counts = answer["counts"]
    if None in answer["default"]["shares"].values():
        on = day(date.fromisoformat(answer["on"]))
        return _("No cooperation is on record on %(day)s, so there is no ranking.") % {"day": on}
    words = {
        "leaders": opening(_has_the_largest(answer, answer["default"])),
        "held": count(counts["same_leader"]),
        "all": count(counts["variants"]),
        "ranking": count(counts["same_ranking"]),
    }
    if counts["same_leader"] < counts["variants"]:
        sentence = ngettext(
            "%(leaders)s in %(held)s of %(all)s variant; the ranking holds in %(ranking)s.",
            "%(leaders)s in %(held)s of %(all)s variants; the ranking holds in %(ranking)s.",
            counts["variants"],
        )
    elif counts["same_ranking"] < counts["variants"]:
        sentence = ngettext(
            "%(leaders)s in the only variant; the ranking holds in %(ranking)s.",
            "%(leaders)s in all %(all)s variants; the ranking holds in %(ranking)s.",
            counts["variants"],
        )
    else:
        sentence = ngettext(
            "%(leaders)s in the only variant, and the ranking holds.",
            "%(leaders)s in all %(all)s variants, and the ranking holds in all.",
            counts["variants"],
        )
    return sentence % words


def other_leaders(answer: Answer, question: BalanceQuestion) -> list[VariantRow]:
    """Return the variants in which another pole leads."""
    return [
        _row(answer, variant, question)
        for variant in _ordered(answer)
        if not variant["same_leader"]
    ]


def files(question: BalanceQuestion) -> dict[str, str]:
    """Return where the API gives the same numbers."""
    end = {"end": question.end.isoformat()} if question.end else {}
    return {
        "data_url": method_url("api:robustness", question, **end),
        "csv_url": method_url("api:robustness", question, **end, format="csv"),
    }


def page_url(question: BalanceQuestion, **more: str) -> str:
    """Return the page that shows the variants of the question's last day."""
    last = {"to": (question.end - timedelta(days=1)).isoformat()} if question.end else {}
    return method_url("robustness", question, **last, **more)


def _groups(answer: Answer, question: BalanceQuestion) -> list[Group]:
    sorted_out: tuple[list[Any], ...] = ([], [], [])
    for variant in _ordered(answer):
        holds = variant["same_leader"] + (variant["same_leader"] and variant["same_ranking"])
        sorted_out[holds].append(variant)
    titles = (
        _("Another largest share (%(number)s)"),
        _("The same largest share, but others change places (%(number)s)"),
        _("The ranking holds (%(number)s)"),
    )
    return [
        Group(
            title=title % {"number": count(len(variants))},
            is_open=at == 0,
            rows=[_row(answer, variant, question) for variant in variants[:MOST_ROWS]],
            left_out=max(0, len(variants) - MOST_ROWS),
        )
        for at, (title, variants) in enumerate(zip(titles, sorted_out, strict=True))
        if variants
    ]


def _ordered(answer: Answer) -> list[dict[str, Any]]:
    """Return scales and half-lives first, then what moves the shares most when it is left out."""

    def place(variant: dict[str, Any]) -> tuple[int, float]:
        if variant["kind"] in METHOD:
            return METHOD.index(variant["kind"]), 0.0
        changes = [_change(answer, variant, code) for code in variant["shares"]]
        return len(METHOD), -max(abs(change or 0.0) for change in changes)

    return sorted(answer["variants"], key=place)


def _row(answer: Answer, variant: dict[str, Any], question: BalanceQuestion) -> VariantRow:
    return VariantRow(
        key=variant["key"],
        label=variant["label"],
        leader=opening(_largest(answer, variant)),
        moved=_moved_most(answer, variant),
        url=page_url(question, variant=variant["key"]),
    )


def _largest(answer: Answer, standing: Mapping[str, Any]) -> str:
    """Name the pole with the largest share; several where they are alike."""
    shares = standing["shares"]
    if None in shares.values():
        return _("none")
    largest = max(shares.values())
    names = answers.names(answer)
    return listing([names[code] for code, share in shares.items() if share > largest - ALIKE])


def _has_the_largest(answer: Answer, standing: Mapping[str, Any]) -> str:
    words = {"poles": _largest(answer, standing)}
    if None in standing["shares"].values():
        return _("no pole has a share")
    if standing["leader"]:
        return _("%(poles)s has the largest share") % words
    return _("%(poles)s have the largest share together") % words


def _moved_most(answer: Answer, variant: dict[str, Any]) -> str:
    changes = {
        code: change
        for code in variant["shares"]
        if (change := _change(answer, variant, code)) is not None
    }
    if not changes:
        return _("no share is left")
    code = max(changes, key=lambda code: abs(changes[code]))
    if round(100 * changes[code]) == 0:
        return _("no share moves by a point")
    words = {"pole": answers.names(answer)[code], "points": points(round(100 * changes[code]))}
    if changes[code] > 0:
        return opening(_("%(pole)s up %(points)s") % words)
    return opening(_("%(pole)s down %(points)s") % words)


def _open(answer: Answer, variant: dict[str, Any], question: BalanceQuestion) -> OpenVariant:
    if not variant["same_leader"]:
        says = _("Here %(leaders)s; with the usual choices %(usual)s.")
    elif not variant["same_ranking"]:
        says = _("Here too %(leaders)s, but others change places.")
    else:
        says = _("Here too %(leaders)s, and the ranking holds.")
    url, url_says = _whole(variant, question)
    return OpenVariant(
        label=variant["label"],
        says=says
        % {
            "leaders": _has_the_largest(answer, variant),
            "usual": _has_the_largest(answer, answer["default"]),
        },
        rows=[_share_row(answer, variant, pole) for pole in answer["poles"]],
        events=[_event(event) for event in variant["events"]],
        url=url,
        url_says=url_says,
    )


def _share_row(
    answer: Answer, variant: dict[str, Any], pole: dict[str, Any]
) -> tuple[str, str, list[str]]:
    code = pole["code"]
    change = _change(answer, variant, code)
    cells = [
        percent(answer["default"]["shares"][code], 1),
        percent(variant["shares"][code], 1),
        "–" if change is None else _signed_points(change),
    ]
    return code, opening(pole["name"]), cells


def _signed_points(change: float) -> str:
    moved = round(100 * change)
    if moved == 0:
        return _("as usual")
    up = _("up %(points)s") if moved > 0 else _("down %(points)s")
    return up % {"points": points(moved)}


def _whole(variant: dict[str, Any], question: BalanceQuestion) -> tuple[str, str]:
    """Return where the whole picture of a variant is, where there is a page of it."""
    kind, _dash, value = variant["key"].partition("-")
    if kind == "half_life":
        whole = replace(question, half_life=float(value))
        return method_url("focus", whole), _("The whole page with this half-life")
    if kind == "scale":
        return reverse("methodology"), _("The scales of intensity")
    page = reverse("what-if", args=[question.focus])
    return f"{page}?without_{kind}={value}", _("The whole picture without it, month by month")


def _event(event: dict[str, Any]) -> dict[str, Any]:
    start, end = date.fromisoformat(event["date"]), date.fromisoformat(event["end"])
    when = span(start, end, event["precision"])
    return {"id": event["event"], "title": event["title"], "day": event["date"], "when": when}


def _change(answer: Answer, variant: dict[str, Any], code: str) -> float | None:
    before, after = answer["default"]["shares"][code], variant["shares"][code]
    return None if before is None or after is None else after - before
