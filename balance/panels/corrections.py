"""The log of corrections in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.models import Dimension, Event, Precision
from balance.panels.wording import day, opening, plain
from balance.queries.corrections import Change, Correction

KINDS = {
    "corrected": gettext_lazy("corrected"),
    "withdrawn": gettext_lazy("withdrawn"),
    "restored": gettext_lazy("restored"),
}
BY = {"editor": gettext_lazy("by an editor"), "import": gettext_lazy("by an import")}


@dataclass(frozen=True)
class ChangeView:
    """A change as readers read it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class CorrectionView:
    """What a row of balance/corrections.html shows."""

    correction: Correction
    kind: str
    by: str
    changes: list[ChangeView]


def correction_view(correction: Correction) -> CorrectionView:
    """Return the correction with its values in words."""
    return CorrectionView(
        correction=correction,
        kind=str(KINDS[correction.kind]),
        by=str(BY[correction.by]),
        changes=[_view(change) for change in correction.changes],
    )


def summary(correction: Correction) -> str:
    """Say in a sentence what happened, for a feed."""
    said = {"title": correction.title, "reason": correction.reason}
    match correction.kind:
        case "withdrawn":
            return _("Withdrawn: “%(title)s”") % said
        case "restored":
            return _("Restored: “%(title)s”") % said
    return _("Corrected: “%(title)s”") % said


def _view(change: Change) -> ChangeView:
    return ChangeView(
        _label(change.field), _said(change.field, change.before), _said(change.field, change.after)
    )


def _label(field: str) -> str:
    if field == "participant":
        return _("Participant")
    told: Any = Event._meta.get_field(field)
    return opening(str(told.verbose_name))


def _said(field: str, value: Any) -> str:
    """Write a value as the pages do; what is not there as a word."""
    if value in (None, ""):
        return _("none")
    if field in ("start", "end"):
        return day(date.fromisoformat(value))
    if field == "dimension":
        return str(Dimension(value).label)
    if field == "precision":
        return str(Precision(value).label)
    return plain(value) if isinstance(value, float | int) else str(value)
