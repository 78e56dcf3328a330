"""Every formula of the method, as readable text, with the published parameters in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from balance.compute.bootstrap import ENOUGH
from balance.compute.levels import MEMORY
from balance.compute.pivots import PIVOT, WEAK
from balance.compute.resampling import DRAWS
from balance.compute.scan import FEWEST, SHUFFLES, WINDOW
from balance.models import Dimension, Methodology
from balance.panels.certainty import LEADS, PROBABLY
from balance.panels.wording import decimal, listing, percent, plain


@dataclass(frozen=True)
class Formula:
    """A quantity of the method: its name, how it is reckoned, and what it says."""

    name: str
    formula: str
    words: str = ""


@dataclass(frozen=True)
class Chapter:
    """Formulas that belong together."""

    anchor: str
    title: str
    formulas: list[Formula] = field(default_factory=list)


def chapters(methodology: Methodology) -> list[Chapter]:
    """Return the whole method under the parameters of a version."""
    values: dict[str, Any] = {
        "h": plain(methodology.half_life),
        "kappa": plain(methodology.kappa),
        "scale": methodology.get_scale_display(),
        "weights": _weights(methodology),
        "draws": decimal(DRAWS, 0),
        "enough": ENOUGH,
        "leads": percent(LEADS),
        "probably": percent(PROBABLY),
        "window": WINDOW,
        "fewest": FEWEST,
        "shuffles": decimal(SHUFFLES, 0),
        "pivot": decimal(PIVOT, 2),
        "weak": decimal(WEAK, 1),
        "reach": plain(MEMORY * methodology.half_life),
    }
    return [
        Chapter(anchor, title, [Formula(*(part % values for part in row)) for row in rows])
        for anchor, title, rows in _chapters()
    ]


def _weights(methodology: Methodology) -> str:
    weights = methodology.dimension_weights
    if len(set(weights.values())) == 1:
        return _("every dimension weighs %(weight)s") % {
            "weight": plain(next(iter(weights.values())))
        }
    return listing([f"{Dimension(name).label} {plain(value)}" for name, value in weights.items()])


def _chapters() -> Iterator[tuple[str, str, Iterable[tuple[str, ...]]]]:
    yield "impact", _("From an event to points"), _impact()
    yield "levels", _("What stands, and what happens"), _levels()
    yield "measures", _("The balance at one time"), _measures()
    yield "uncertainty", _("How sure the numbers are"), _uncertainty()
    yield "change", _("What changed, and why"), _change()
    yield "lenses", _("Three lenses, never summed"), _lenses()
    yield "statements", _("Claims"), _claims()


def _impact() -> Iterator[tuple[str, ...]]:
    yield (
        _("Intensity"),
        "g = −10 … +10",
        _("Read in the scale “%(scale)s”, or set by an editor with a reason."),
    )
    yield (
        _("Attribution"),
        _("a = 1 ⁄ m × w(pole)"),
        _(
            "Each of m partners gets an equal part, unless an editor weighed them; w is the"
            " partner’s weight in the pole on the day. What no pole takes is OTHER; together 1."
        ),
    )
    yield (
        _("Daily impact"),
        _("x⁺ = a × c × max(g, 0) ⁄ days,  x⁻ = a × c × max(−g, 0) ⁄ days"),
        _("c is the confidence, 0 to 1. Only confirmed events count."),
    )


def _levels() -> Iterator[tuple[str, ...]]:
    yield (
        _("Stock"),
        _("C⁺(t) = Σ x⁺(day) × 2^(−(t − day) ⁄ h),  h = %(h)s"),
        _("Over all days up to t; C⁻ likewise. An impact counts half after %(h)s days."),
    )
    yield _("Flow"), _("C⁺ = Σ x⁺(day)"), _("Over the days of a period, without fading.")
    yield _("Dimensions"), _("C⁺ = Σ weight × C⁺(dimension)"), _("In force: %(weights)s.")
    yield (
        _("Events"),
        _("n = Σ a(first day)"),
        _("Over the events of a period, or, of a stock, of the last %(reach)s days."),
    )


def _measures() -> Iterator[tuple[str, ...]]:
    yield (
        _("Share"),
        "s = C⁺ ⁄ ΣC⁺",
        _("Of the cooperation with all K poles; the shares sum to 100 %%."),
    )
    yield _("Friction"), "f = C⁻ ⁄ ΣC⁻", _("The same of conflict.")
    yield (
        _("Tone"),
        "T = (C⁺ − C⁻) ⁄ (C⁺ + C⁻ + κ),  κ = %(kappa)s",
        _("From −1 to +1; few points pull it to 0."),
    )
    yield _("Concentration"), "HHI = Σ s²", _("From 1 ⁄ K, all alike, to 1, a single pole.")
    yield (
        _("Effective poles"),
        "N = exp(H),  H = −Σ s × ln s",
        _("As if so many equal partners: from 1 to K."),
    )
    yield (
        pgettext("measure", "Balance"),
        "B = H ⁄ ln K",
        _("From 0, a single pole, to 1, all alike."),
    )
    yield (
        _("Tilt from B to A"),
        "(C⁺(A) − C⁺(B)) ⁄ (C⁺(A) + C⁺(B) + κ),  κ = %(kappa)s",
        _("From −1 to +1."),
    )
    yield _("Shift"), "½ Σ |s(t₁) − s(t₀)|", _("How much of the shares changed hands.")
    yield (
        _("Coverage"),
        "ΣC⁺ ⁄ (ΣC⁺ + C⁺(OTHER))",
        _("How much of all cooperation is with poles."),
    )
    yield (
        _("Thin evidence"),
        _("Σn < 5  or  Σ(C⁺ + C⁻) < %(kappa)s"),
        _("Such periods are hatched. No number is never zero: it has a reason."),
    )


def _uncertainty() -> Iterator[tuple[str, ...]]:
    yield (
        _("Interval"),
        _("5th … 95th percentile of %(draws)s draws"),
        _(
            "Each draw counts every event a Poisson(1) number of times and keeps it with the"
            " probability c. For B and N the percentiles are moved by the value less the mean of"
            " the draws. With fewer than %(enough)s draws that have a value there is no interval."
        ),
    )
    yield (
        _("Lead probability"),
        _("the part of the draws in which s is the largest"),
        _("“Leads” from %(leads)s, “probably leads” from %(probably)s, else “no clear leader”."),
    )
    yield (
        _("Robustness"),
        _("one change at a time"),
        _("Two other scales, three other half-lives, each outlet and each event left out."),
    )


def _change() -> Iterator[tuple[str, ...]]:
    yield (
        _("Explanation"),
        _("C⁺(t₁) − C⁺(t₀) = Σ arrived + Σ faded"),
        _("By event, exactly: what came after t₀, and what counts less than it did then."),
    )
    yield (
        _("Pivot"),
        _("V(t) = ½ Σ |part after − part before|,  z = (V − mean) ⁄ deviation"),
        _(
            "Of cooperation and conflict by pole, %(window)s days before and after t, at least"
            " %(fewest)s events each; mean and deviation of %(shuffles)s shuffles. p is how often a"
            " shuffle’s largest z reaches it: a pivot up to %(pivot)s, a weak sign up to %(weak)s."
        ),
    )


def _lenses() -> Iterator[tuple[str, ...]]:
    yield _("Events"), "C⁺, C⁻, s, f, T, B", _("What happened: all of the above.")
    yield (
        _("Standing ties"),
        _("the highest rung in force on a ladder"),
        _("Treaties and memberships with their dates. They do not fade and have no points."),
    )
    yield (
        _("Measured dependence"),
        _("a pole’s figure ⁄ the reported total, or else the sum of the partners listed"),
        _("Trade, gas, arms by year, each with its source."),
    )


def _claims() -> Iterator[tuple[str, ...]]:
    yield (
        _("Score"),
        _("none"),
        _("What people say is never scored into the balance; an editor says what became of it."),
    )
    yield (
        _("Check of a measurable statement"),
        "share of china >= share of west by 2025-12",
        _(
            "By the stock and this version: “by” holds at the end of one month at least, after it"
            " was said, or of the last day; “on” at the end of that day; “throughout” at the end of"
            " every month and of the last day. The check never changes an editor’s word."
        ),
    )
