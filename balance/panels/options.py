"""What an editor fixed for a panel: how it changes the reader's question, and how it is told."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.models import Dimension, Panel
from balance.models.panel_kinds import POLES, PanelKind
from balance.panels.wording import day, days, listing, plain
from balance.queries.questions import BadQuestion, BalanceQuestion


def fixed(panel: Panel, asked: BalanceQuestion, *, today: date) -> dict[str, Any]:
    """Return the parts of the reader's question that the editor's options replace."""
    parts: dict[str, Any] = {}
    if panel.focus:
        parts["focus"] = panel.focus.actor.code
    if panel.dataset:
        parts["dataset"] = panel.dataset.code
    if panel.methodology:
        parts["methodology"] = panel.methodology.version
    if panel.dimensions:
        parts["dimensions"] = tuple(name for name in Dimension.values if name in panel.dimensions)
    for name in ("step", "kernel", "half_life"):
        if value := getattr(panel, name):
            parts[name] = value
    return parts | _span(panel, asked.last_day(today))


def _span(panel: Panel, last: date) -> dict[str, date]:
    if panel.years:
        return {"start": date(max(1900, last.year - panel.years), last.month, 1)}
    if panel.period is None:
        return {}
    ends = {"start": panel.period.lower, "end": panel.period.upper}
    return {name: end for name, end in ends.items() if end is not None}


def fixed_in_words(panel: Panel) -> str:
    """Say what of the figure does not follow the reader's choices; empty where all does."""
    parts = [*_of_time(panel), *_of_method(panel)]
    if panel.focus:
        parts.insert(0, _("focus %(focus)s") % {"focus": panel.focus})
    if panel.dimensions:
        names = [str(Dimension(name).label) for name in panel.dimensions]
        parts.append(
            ngettext("dimension %(names)s", "dimensions %(names)s", len(names))
            % {"names": listing(names)}
        )
    if not parts:
        return ""
    return _("Fixed by the editor: %(options)s.") % {"options": "; ".join(parts)}


def _of_time(panel: Panel) -> list[str]:
    parts = []
    if panel.years:
        said = ngettext("the last year", "the last %(number)d years", panel.years)
        parts.append(said % {"number": panel.years})
    if panel.period:
        parts.append(_period(panel.period.lower, panel.period.upper))
    if panel.step:
        parts.append(_("by %(step)s") % {"step": panel.get_step_display()})
    if panel.kernel:
        parts.append(_("counting %(kernel)s") % {"kernel": panel.get_kernel_display()})
    return parts


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        return days(start, end)
    if start:
        return _("from %(day)s on") % {"day": day(start)}
    assert end is not None
    return _("up to %(day)s") % {"day": day(end - timedelta(days=1))}


def _of_method(panel: Panel) -> list[str]:
    parts = []
    if panel.half_life:
        parts.append(_("half-life %(days)s days") % {"days": plain(panel.half_life)})
    if panel.methodology:
        parts.append(_("methodology %(version)s") % {"version": panel.methodology.version})
    if panel.dataset:
        parts.append(_("data set %(name)s") % {"name": panel.dataset.name})
    return parts


def check_poles(panel: Panel, known: set[str], focus: str) -> None:
    """Object to poles that the focus is not read against, and to too few or too many.

    Raises:
        BadQuestion: with the sentence that stands in the panel's place.
    """
    chosen = panel.shown_poles
    gone = [str(pole) for pole in chosen if pole.code not in known]
    if gone:
        sentence = ngettext(
            "%(focus)s is not read against %(poles)s, or was not yet on the day chosen above. "
            "An editor chooses another pole for this panel.",
            "%(focus)s is not read against %(poles)s, or was not yet on the day chosen above. "
            "An editor chooses other poles for this panel.",
            len(gone),
        )
        raise BadQuestion("poles", sentence % {"focus": focus, "poles": listing(gone)})
    if objection := number_of_poles(panel.kind, len(chosen)):
        raise BadQuestion("poles", objection)


def number_of_poles(kind: str, number: int) -> str:
    """Say what is wrong with so many poles for the kind; empty where nothing is."""
    least, most = POLES.get(PanelKind(kind), (0, 1000))
    if least <= number <= most:
        return ""
    if (least, most) == (1, 1):
        return _("This kind of panel is about one pole: choose exactly one.")
    if least:
        words = {"least": least, "most": most}
        return _("This kind of panel compares poles: choose %(least)d to %(most)d.") % words
    return _("This kind of panel is about one pole or all: choose one at most.")
