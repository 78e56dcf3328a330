"""Answers side by side, a column each: several foci, or one focus counted in two ways."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from balance.panels.answers import Answer, Point, names
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
from balance.panels.pictures import lines
from balance.panels.tables import NONE, Table, period_names, shares_table
from balance.panels.wording import listing, opening, percent, plain
from balance.queries.questions import BalanceQuestion


@dataclass(frozen=True)
class Column:
    """A question with its answer, and what tells it from the others."""

    name: str
    question: BalanceQuestion
    answer: Answer

    @property
    def last(self) -> Point:
        """The latest point."""
        point: Point = self.answer["points"][-1]
        return point

    @cached_property
    def shares(self) -> dict[str, float]:
        """The poles' latest shares, those that are known."""
        poles = self.last["poles"]
        return {c: own["share"] for c, own in poles.items() if own["share"] is not None}


def foci_comparison(columns: Sequence[Column]) -> Comparison:
    """Return the foci side by side."""
    leaders = [
        _("%(pole)s for %(focus)s (%(share)s)")
        % {
            "pole": names(column.answer)[code],
            "focus": column.name,
            "share": percent(column.shares[code]),
        }
        for column in columns
        if (code := _leader(column))
    ]
    headline = (
        _("The largest share: %(leaders)s.") % {"leaders": listing(leaders)}
        if leaders
        else _("No cooperation is on record in this period.")
    )
    return _comparison(columns, headline, "")


def settings_comparison(columns: Sequence[Column]) -> Comparison:
    """Return two ways to count side by side: what differs most, and whether the leader does."""
    one, other = columns
    return _comparison(columns, settings_headline(one, other), _leaders_sentence(one, other))


def settings_headline(one: Column, other: Column) -> str:
    """Name the pole whose share differs most between the columns."""
    both = {
        code: (share, other.shares[code])
        for code, share in one.shares.items()
        if code in other.shares
    }
    if not both:
        return _("No cooperation is on record in this period.")
    code = max(both, key=lambda code: abs(both[code][1] - both[code][0]))
    if percent(both[code][0]) == percent(both[code][1]):
        return _("Counted either way, every share is the same to the point.")
    return _("%(pole)s differs most: %(a)s with %(one)s, %(b)s with %(other)s.") % {
        "pole": opening(names(one.answer)[code]),
        "a": percent(both[code][0]),
        "b": percent(both[code][1]),
        "one": one.name,
        "other": other.name,
    }


def setting_name(answer: Answer, other: Answer) -> str:
    """Name how an answer was counted, in what it differs from another."""
    words = {"days": plain(answer["half_life"]), "version": answer["methodology"]["version"]}
    if answer["methodology"]["version"] == other["methodology"]["version"]:
        return _("a half-life of %(days)s days") % words
    if answer["half_life"] == other["half_life"]:
        return _("methodology %(version)s") % words
    return _("a half-life of %(days)s days and methodology %(version)s") % words


def _leaders_sentence(one: Column, other: Column) -> str:
    first, second = _leader(one), _leader(other)
    if not first or not second:
        return ""
    known = names(one.answer) | names(other.answer)
    if first == second:
        return _("The largest share stays with %(pole)s.") % {"pole": known[first]}
    words = {"first": known[first], "second": known[second]}
    return _("The largest share passes from %(first)s to %(second)s.") % words


def _leader(column: Column) -> str:
    shares = column.shares
    return max(shares, key=shares.__getitem__) if shares else ""


def _comparison(columns: Sequence[Column], headline: str, deck: str) -> Comparison:
    high = max(top(c.answer["points"], names(c.answer), with_ends=False) for c in columns)
    written = Written(all(c.answer.get("intervals") == "computed" for c in columns))
    known = {code: name for column in columns for code, name in names(column.answer).items()}
    is_pair = len(columns) == 2
    return Comparison(
        headline=headline,
        deck=deck,
        unit=_("Share of the cooperation on record with the poles; all charts on the same axes"),
        head=[
            _("Pole"),
            *written.heads(*(opening(column.name) for column in columns)),
            *([_("Difference")] if is_pair else []),
        ],
        rows=[
            *(_row(code, name, columns, written) for code, name in known.items()),
            _effective(columns, written, is_pair),
        ],
        sources=[source(c.answer, c.question, opening(c.name)) for c in columns],
        frames=[_frame(column, high) for column in columns],
        tables=[(opening(column.name), _table(column)) for column in columns],
    )


def _frame(column: Column, high: float) -> Frame:
    """Return the column's chart; bands of several poles would hide each other."""
    data = ChartData(column.question, column.answer, None, (), [], [])
    picture = lines(data, "share", 0, high, percent)
    bare = [replace(label, mark=replace(label.mark, band="")) for label in picture.labels]
    return Frame(
        code="",
        name=opening(column.name),
        value=when(column.last),
        picture=replace(picture, labels=bare),
    )


def _table(column: Column) -> Table:
    found, answer = column.answer["points"], column.answer
    return shares_table(
        found,
        period_names(found, answer["step"]),
        names(answer),
        with_ends=answer.get("intervals") == "computed",
    )


def _row(code: str, name: str, columns: Sequence[Column], written: Written) -> Row:
    cells = [cell for column in columns for cell in written.share(column.last, code)]
    if len(columns) == 2:
        before, after = (column.shares.get(code) for column in columns)
        cells.append(change_in_points(before, after))
    return Row(code, opening(name), cells)


def _effective(columns: Sequence[Column], written: Written, is_pair: bool) -> Row:
    cells = [cell for column in columns for cell in written.effective(column.last)]
    return Row("", _("Effective poles"), [*cells, *([NONE] if is_pair else [])])
