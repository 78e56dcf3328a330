"""Two dates, or several poles, of one focus side by side; panels.columns has the others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from balance.panels.addresses import method_url
from balance.panels.answers import Answer, Point, names
from balance.panels.certainty import ends, overlap
from balance.panels.chart_data import ChartData
from balance.panels.comparison import (
    Comparison,
    Frame,
    Row,
    Written,
    change_in_points,
    source,
    top,
    when,
)
from balance.panels.drawing import Mark, Values, from_top
from balance.panels.pictures import Label, Picture, lines
from balance.panels.slope import slope
from balance.panels.tables import NONE, period_names, shares_table
from balance.panels.wording import listing, opening, percent, signed
from balance.queries.questions import BalanceQuestion


def dates_comparison(
    answer: Answer, question: BalanceQuestion, moved: Mapping[str, Any] | None = None
) -> Comparison:
    """Return the first point of the answer beside its last; `moved` is the API's shift of both."""
    known, written = names(answer), _written(answer)
    first, last = answer["points"][0], answer["points"][-1]
    deck = [_moved_sentence(moved), within_the_margin(first, last, known)]
    between = {"from": first["date"], "to": last["date"]}
    return Comparison(
        headline=dates_headline(first, last, known),
        deck=" ".join(sentence for sentence in deck if sentence),
        unit=_("Share of the cooperation on record with the poles, at the end of each date"),
        head=[_("Pole"), *written.heads(when(first), when(last)), pgettext("difference", "Change")],
        rows=[
            *(_share_row(code, name, [first, last], written) for code, name in known.items()),
            _effective_row([first, last], written),
        ],
        sources=[source(answer, question)],
        slope=slope(first, last, (when(first), when(last)), known, high=top([first, last], known)),
        shift_url=method_url("api:shift", question, **between) if moved else "",
    )


def poles_comparison(answer: Answer, question: BalanceQuestion, codes: Sequence[str]) -> Comparison:
    """Return a frame for each of the poles, all on the same axes, the others faint behind it."""
    known, written = names(answer), _written(answer)
    chosen = {code: known[code] for code in codes if code in known} or known
    data = ChartData(question, answer, None, (), [], [])
    first, last = answer["points"][0], answer["points"][-1]
    picture = lines(data, "share", 0, high := top(answer["points"], known), percent)
    table = shares_table(
        answer["points"],
        period_names(answer["points"], answer["step"]),
        chosen,
        with_ends=data.has_intervals,
    )
    return Comparison(
        headline=poles_headline(last, chosen, answer["focus_name"]),
        deck=f"{dates_headline(first, last, chosen)} {within_the_margin(first, last, chosen)}",
        unit=_("Share of the cooperation on record with all poles; the other poles in grey"),
        head=[_("Pole"), *written.heads(when(first), when(last)), pgettext("difference", "Change")],
        rows=[_share_row(code, name, [first, last], written) for code, name in chosen.items()],
        sources=[source(answer, question)],
        frames=[
            Frame(
                code=code,
                name=opening(name),
                value=percent(last["poles"][code]["share"]),
                picture=alone(picture, code, data.by_pole("share")[code], high),
            )
            for code, name in chosen.items()
        ],
        tables=[(_("Period by period"), table)],
    )


def dates_headline(first: Point, last: Point, known: Mapping[str, str]) -> str:
    """Name the pole that rose most between two points, and the one that fell most."""
    words = {"first": when(first), "last": when(last)}
    changes = _changes(first, last, known)
    if not changes:
        sentence = _("Between %(first)s and %(last)s nothing can be compared: a share is missing.")
        return sentence % words
    up, down = max(changes, key=changes.__getitem__), min(changes, key=changes.__getitem__)
    rises, falls = round(100 * changes[up]) > 0, round(100 * changes[down]) < 0
    words |= _from_to("up", up, first, last, known) | _from_to("down", down, first, last, known)
    if rises and falls:
        sentence = _(
            "Between %(first)s and %(last)s %(up)s rose from %(up_from)s to %(up_to)s "
            "and %(down)s fell from %(down_from)s to %(down_to)s."
        )
    elif rises:
        sentence = _(
            "Between %(first)s and %(last)s %(up)s rose from %(up_from)s to %(up_to)s; "
            "no other share fell by a point."
        )
    elif falls:
        sentence = _(
            "Between %(first)s and %(last)s %(down)s fell from %(down_from)s to %(down_to)s; "
            "no other share rose by a point."
        )
    else:
        sentence = _("Between %(first)s and %(last)s no share moved by a point.")
    return sentence % words


def poles_headline(last: Point, chosen: Mapping[str, str], focus: str) -> str:
    """Rank the poles by their latest share."""
    shares = {code: last["poles"][code]["share"] for code in chosen}
    ranked = sorted((code for code in shares if shares[code] is not None), key=lambda c: -shares[c])
    if not ranked:
        return _("No cooperation is on record in this period.")
    words = {
        "pole": opening(chosen[ranked[0]]),
        "share": percent(shares[ranked[0]]),
        "focus": focus,
        "others": listing([f"{chosen[code]} {percent(shares[code])}" for code in ranked[1:]]),
    }
    if not words["others"]:
        return _("%(pole)s has %(share)s of %(focus)s’s cooperation with the poles.") % words
    sentence = _("%(pole)s has %(share)s of %(focus)s’s cooperation with the poles, %(others)s.")
    return sentence % words


def within_the_margin(first: Point, last: Point, known: Mapping[str, str]) -> str:
    """Name the poles of which the intervals leave open whether they rose or fell."""
    unsure = [
        name
        for code, name in known.items()
        if overlap(ends(first["poles"][code], "share"), ends(last["poles"][code], "share"))
    ]
    if not unsure:
        return ""
    if len(unsure) == len(known) > 1:
        return _("Every change is within the margin: the intervals of both dates overlap.")
    sentence = _("Within the margin, since the intervals of both dates overlap: %(poles)s.")
    return sentence % {"poles": listing(unsure)}


def alone(picture: Picture, code: str, values: Values, high: float) -> Picture:
    """Return the picture with one pole's mark in front and the others faint behind it."""
    (own,) = (label for label in picture.labels if label.mark.code == code)
    last = next((value for value in reversed(values) if value is not None), None)
    at = None if last is None else from_top(last, 0, high)
    behind = [
        Label(Mark("behind", label.mark.path, None), "", "")
        for label in picture.labels
        if label is not own
    ]
    return replace(
        picture, labels=[*behind, replace(own, name="", mark=replace(own.mark, label_at=at))]
    )


def _written(answer: Answer) -> Written:
    return Written(with_ends=answer.get("intervals") == "computed")


def _moved_sentence(moved: Mapping[str, Any] | None) -> str:
    if moved is None or moved["shift"] is None:
        return ""
    return _("%(part)s of the engagement changed poles.") % {"part": percent(moved["shift"])}


def _changes(first: Point, last: Point, known: Mapping[str, str]) -> dict[str, float]:
    both = {c: (first["poles"][c]["share"], last["poles"][c]["share"]) for c in known}
    return {code: b - a for code, (a, b) in both.items() if a is not None and b is not None}


def _from_to(
    which: str, code: str, first: Point, last: Point, known: Mapping[str, str]
) -> dict[str, str]:
    return {
        which: known[code],
        f"{which}_from": percent(first["poles"][code]["share"]),
        f"{which}_to": percent(last["poles"][code]["share"]),
    }


def _share_row(code: str, name: str, both: Sequence[Point], written: Written) -> Row:
    before, after = (point["poles"][code]["share"] for point in both)
    cells = [cell for point in both for cell in written.share(point, code)]
    return Row(code, opening(name), [*cells, change_in_points(before, after)])


def _effective_row(both: Sequence[Point], written: Written) -> Row:
    before, after = (point["effective_poles"] for point in both)
    change = NONE if before is None or after is None else signed(after - before)
    cells = [cell for point in both for cell in written.effective(point)]
    return Row("", _("Effective poles"), [*cells, change])
