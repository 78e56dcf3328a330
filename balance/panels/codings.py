"""Two codings of one event side by side, and what agreement means, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from balance.compute.agreement import NO_VARIATION, RELIABLE, TENTATIVE, TOO_FEW
from balance.models import Actor, CameoCode, Coding, Dimension, EventType
from balance.panels.conventions import small
from balance.panels.wording import decimal, percent, span
from balance.queries.codings import Coded, CodingQuality, FieldAgreement, coded

LABELS = {
    "event_type": gettext_lazy("Event type"),
    "cameo_code": gettext_lazy("CAMEO code"),
    "dimension": gettext_lazy("Dimension"),
    "start": gettext_lazy("First day"),
    "confidence": gettext_lazy("Confidence"),
    "initiators": gettext_lazy("Initiators"),
    "recipients": gettext_lazy("Recipients"),
}
LEVELS = {
    "nominal": gettext_lazy("equal or not"),
    "interval": gettext_lazy("by distance"),
}
REASONS = {
    TOO_FEW: gettext_lazy("fewer than two events coded twice"),
    NO_VARIATION: gettext_lazy("all values are the same, so chance could not have missed"),
}
EXPLAINED = gettext_lazy(
    "Alpha is 1 where coders always agree and 0 where they agree no more than by chance."
    " From 0.8 on, conclusions may rest on a field; from 0.667 on, only tentative ones."
)


@dataclass(frozen=True)
class Row:
    """One field as it is recorded and as it was coded blind."""

    label: str
    recorded: str
    coded: str

    @property
    def agrees(self) -> bool:
        """Whether both are written alike."""
        return self.recorded == self.coded


@dataclass(frozen=True)
class AlphaRow:
    """One field's agreement in words."""

    label: str
    level: str
    alpha: str
    verdict: str


@dataclass(frozen=True)
class QualityView:
    """The section on coding quality."""

    headline: str
    explained: str
    events: int
    rows: list[AlphaRow]


def side_by_side(coding: Coding) -> list[Row]:
    """Return the record as it stood when the event was coded blind, and the blind coding."""
    pair = (coding.recorded, coded(coding))
    names = _Names(pair)
    return [
        Row(str(label), *(names.written(one, field) for one in pair))
        for field, label in (("when", _("When")), *LABELS.items())
        if field != "start"
    ]


class _Names:
    """What the codes of some codings are called, read with one query a table."""

    def __init__(self, codings: Iterable[Coded]) -> None:
        given = list(codings)
        actors = {code for one in given for code in (*one["initiators"], *one["recipients"])}
        self.actors = dict(Actor.objects.filter(code__in=actors).values_list("code", "name"))
        types = [one["event_type"] for one in given]
        self.types = dict(EventType.objects.filter(code__in=types).values_list("code", "name"))
        codes = [one["cameo_code"] for one in given]
        self.codes = dict(CameoCode.objects.filter(code__in=codes).values_list("code", "name"))

    def written(self, one: Coded, field: str) -> str:
        """Write a field of a coding."""
        if field == "when":
            days = date.fromisoformat(one["start"]), date.fromisoformat(one["end"])
            return span(*days, one["precision"])
        value: Any = one[field]
        match field:
            case "initiators" | "recipients":
                return ", ".join(self.actors.get(code, code) for code in value) or _("nobody")
            case "event_type":
                return self.types.get(value, value)
            case "cameo_code":
                return f"{value} {self.codes.get(value, '')}".strip() or _("none")
            case "dimension":
                return str(Dimension(value).label)
        return percent(value)


def quality_view(quality: CodingQuality) -> QualityView:
    """Return how far coders agree, in words; without codings there is a word and no number."""
    return QualityView(
        headline=_headline(quality),
        explained=str(EXPLAINED),
        events=quality.events,
        rows=[_alpha(row) for row in quality.fields],
    )


def _headline(quality: CodingQuality) -> str:
    if not quality.events:
        return _("No event has been coded twice yet")
    twice = ngettext(
        "%(events)d event was coded twice, the second time blind",
        "%(events)d events were coded twice, the second time blind",
        quality.events,
    ) % {"events": quality.events}
    known = [(row.found.alpha, row) for row in quality.fields if row.found.alpha is not None]
    if not known:
        return twice
    alpha, row = min(known, key=lambda pair: pair[0])
    return _("%(twice)s; coders agree least on the %(field)s: alpha %(alpha)s") % {
        "twice": twice,
        "field": small(str(LABELS[row.field])),
        "alpha": decimal(alpha, 2),
    }


def _alpha(row: FieldAgreement) -> AlphaRow:
    alpha, reason = row.found.alpha, row.found.reason
    return AlphaRow(
        label=str(LABELS[row.field]),
        level=str(LEVELS[row.level]),
        alpha="–" if alpha is None else decimal(alpha, 2),
        verdict=_verdict(alpha) if alpha is not None else str(REASONS[reason or TOO_FEW]),
    )


def _verdict(alpha: float) -> str:
    if alpha >= RELIABLE:
        return _("conclusions may rest on it")
    return _("tentative conclusions only") if alpha >= TENTATIVE else _("too little to rest on")
