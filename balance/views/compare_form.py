"""What a reader may lay side by side; all of it stands in the address."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from balance.models import Focus, Methodology
from balance.operations.compare import MOST
from balance.queries.pages import pole_names
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.controls import DIMENSIONS, HALF_LIVES
from balance.views.known_on import KnownOnForm
from balance.views.partial_dates import month_field

DATES, POLES, SETTINGS, FOCI = "dates", "poles", "settings", "foci"
MODES = {
    DATES: _("Two dates"),
    POLES: _("Poles"),
    SETTINGS: _("Two ways to count"),
    FOCI: _("Foci"),
}
YEARS = 5  # From the first month to the last, unless the reader says otherwise.
OTHER_HALF_LIFE = "90"  # Beside the usual one, unless the reader says otherwise.
KEPT = ("focus", "from", "to", "half_life", "dimension", "as_of")

Asked = list[tuple[Focus, BalanceQuestion]]


class CompareForm(KnownOnForm):
    """The months, and what each way to compare needs besides; `by` is the way."""

    by = forms.ChoiceField(required=False, widget=forms.HiddenInput)

    def __init__(self, given: QueryDict, *, foci: Sequence[Focus], now: datetime) -> None:
        self._given = data = given.copy()
        self.mode = str(data["by"]) if data.get("by") in MODES else DATES
        if self.mode == SETTINGS:
            data.setdefault("other_half_life", OTHER_HALF_LIFE)
        super().__init__(data, now=now)
        self._foci = {focus.actor.code: focus for focus in foci}
        self.focus = self._foci.get(data.get("focus", ""), foci[0])
        self.fields["by"] = _choice("", MODES, widget=forms.HiddenInput)
        self._add_subject()
        self.fields["from"] = month_field(_("From the end of"))
        self.fields["to"] = month_field(_("To the end of"))
        self.fields["to"].widget.attrs["placeholder"] = _("today")
        self.fields["half_life"] = _choice(_("Half-life"), HALF_LIVES)
        if self.mode == SETTINGS:
            self._add_settings()
        self.fields["dimension"] = _choice(_("Dimension"), DIMENSIONS)

    def clean(self) -> dict[str, Any]:
        """Fill in the months left out, and refuse those in the wrong order."""
        cleaned = super().clean() or self.cleaned_data
        if "from" not in cleaned or "to" not in cleaned:
            return cleaned
        today = (cleaned.get("as_of") or self._now).date()
        last = cleaned["to"][1] - timedelta(days=1) if cleaned["to"] else today
        if last > today:
            last = today
        span = cleaned["from"]
        first = (span[1] - timedelta(days=1) if span else _years_before(last)).replace(day=1)
        if (first.year, first.month) >= (last.year, last.month):
            self.add_error("to", gettext("This month is not after the first one."))
        cleaned["start"], cleaned["end"] = first, last + timedelta(days=1)
        self._given["from"] = f"{first:%Y-%m}"
        return cleaned

    def clean_focus(self) -> Any:
        """Return the chosen foci, at most six; without any choice, the first few there are."""
        chosen = self.cleaned_data["focus"]
        if self.mode == FOCI:
            return _few(chosen) or list(self._foci)[:MOST]
        return chosen or self.focus.actor.code

    def clean_pole(self) -> list[str]:
        """Return the chosen poles, at most six."""
        return _few(self.cleaned_data["pole"])

    def asked(self) -> Asked:
        """Return what the valid form asks: a focus and a question for each column.

        Raises:
            BadQuestion: if its parts make no sense together.
        """
        chosen = self.cleaned_data
        if self.mode == FOCI:
            return [(self._foci[code], self._question(code)) for code in chosen["focus"]]
        asked = [(self.focus, self._question(self.focus.actor.code))]
        if self.mode == SETTINGS:
            other = self._question(self.focus.actor.code, "other_")
            asked.append((self.focus, other))
        return asked

    def refuse(self, error: BadQuestion) -> None:
        """Show what is wrong with the question beside the field that is to blame."""
        self.add_error(error.field if error.field in self.fields else None, error.sentence)

    def tabs(self) -> list[tuple[str, str, bool]]:
        """Return the ways to compare: name, address, and whether it is this one."""
        kept = QueryDict(mutable=True)
        for name in KEPT:
            if self._given.get(name):
                kept[name] = str(self._given[name])
        return [
            (str(label), f"?{_with(kept, mode)}", mode == self.mode)
            for mode, label in MODES.items()
            if mode != FOCI or len(self._foci) > 1 or self.mode == FOCI
        ]

    def _question(self, focus: str, which: str = "") -> BalanceQuestion:
        chosen = self.cleaned_data
        half_life = chosen.get(f"{which}half_life")
        return BalanceQuestion(
            focus=focus,
            start=chosen["start"],
            end=chosen["end"],
            half_life=float(half_life) if half_life else None,
            dimensions=(chosen["dimension"],) if chosen["dimension"] else None,
            methodology=chosen.get(f"{which}methodology") or None,
            as_of=chosen["as_of"],
        )

    def _add_subject(self) -> None:
        """Add the field for the focus, or foci, and the one for the poles."""
        foci = {code: str(focus) for code, focus in self._foci.items()}
        if self.mode == FOCI:
            self.fields["focus"] = _several(_("Foci"), foci)
        else:
            widget = forms.Select if len(foci) > 1 else forms.HiddenInput
            self.fields["focus"] = _choice(_("Focus"), foci, widget=widget)
        if self.mode == POLES:
            self.fields["pole"] = _several(_("Poles"), pole_names(self.focus))

    def _add_settings(self) -> None:
        versions = [row.version for row in Methodology.objects.public()]
        choices = {"": _("the published one"), **dict(zip(versions, versions, strict=True))}
        self.fields["methodology"] = _choice(_("Methodology"), choices)
        self.fields["other_half_life"] = _choice(_("beside half-life"), HALF_LIVES)
        self.fields["other_methodology"] = _choice(_("and methodology"), choices)


def _choice(label: Any, choices: Mapping[str, Any], *, widget: Any = forms.Select) -> forms.Field:
    return forms.ChoiceField(
        label=label, required=False, choices=list(choices.items()), widget=widget
    )


def _several(label: Any, choices: Mapping[str, Any]) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        choices=list(choices.items()),
        widget=forms.CheckboxSelectMultiple,
    )


def _few(codes: list[str]) -> list[str]:
    """Return the codes once each.

    Raises:
        ValidationError: if they are more than stand side by side.
    """
    different = list(dict.fromkeys(codes))
    if len(different) > MOST:
        raise forms.ValidationError(gettext("At most %(most)d side by side.") % {"most": MOST})
    return different


def _years_before(last: date) -> date:
    return date(max(1900, last.year - YEARS), last.month, 1)


def _with(kept: QueryDict, mode: str) -> str:
    query = kept.copy()
    query["by"] = mode
    return query.urlencode()
