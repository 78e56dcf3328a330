"""What a reader may choose on a page of the balance; all of it stands in the address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from balance.models import Dimension
from balance.panels.charts import VIEWS
from balance.panels.shown import Shown
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.partial_dates import known_on_field, month_field

STEPS = {
    "day": _("day"),
    "week": _("week"),
    "month": _("month"),
    "quarter": _("quarter"),
    "year": _("year"),
}
HALF_LIVES = {
    "": _("as usual"),
    "90": _("90 days"),
    "180": _("180 days"),
    "365": _("365 days"),
    "730": _("730 days"),
}
KERNELS = {"stock": _("what stands"), "flow": _("each period")}
DIMENSIONS = {"": _("all")} | dict(Dimension.choices)
DEFAULTS = {"step": "month", "kernel": "stock"}
PRESETS = ((None, _("All years")), (10, _("10 years")), (5, _("5 years")), (1, _("1 year")))
MOST_CODES = 50
SLUG = re.compile(r"[a-zA-Z0-9_-]{1,50}")
FIELDS = {"start": "from", "end": "to"}  # The question's names, and the form's.


class BalanceForm(forms.Form):
    """Period, step, kernel, half-life, dimension and day of knowledge of the page's question.

    `shown` is what the reader sees of the charts, `is_whole` whether with every row of the tables;
    both are chosen beside the chart. `methodology` is that of a permanent link.
    """

    # Translators: the label of the step: day, week, month, quarter, year.
    step = forms.ChoiceField(label=_("By"), required=False)
    half_life = forms.ChoiceField(label=_("Half-life"), required=False)
    # Translators: what is counted: what stands, or each period.
    kernel = forms.ChoiceField(label=_("Count"), required=False)
    dimension = forms.ChoiceField(label=_("Dimension"), required=False)

    def __init__(self, given: Mapping[str, str], *, now: datetime) -> None:
        self._now = now
        self.shown = Shown(
            view=given.get("view", "") if given.get("view") in VIEWS else "",
            hide=_codes(given.get("hide", "")),
            only=_codes(given.get("only", "")),
        )
        self.is_whole = given.get("rows") == "all"
        self.methodology = given.get("methodology") or None
        data = {name: value for name, value in given.items() if value}
        super().__init__(DEFAULTS | data, label_suffix="")
        self.fields["from"] = month_field(_("From"))
        # Translators: the label of the last month in.
        self.fields["to"] = month_field(_("To"))
        self.fields["as_of"] = known_on_field(_("As known on"))
        self.order_fields(["from", "to", "step", "kernel", "half_life", "dimension", "as_of"])
        choices = {
            "step": STEPS,
            "half_life": HALF_LIVES,
            "kernel": KERNELS,
            "dimension": DIMENSIONS,
        }
        for name, options in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(options.items())

    def clean_as_of(self) -> datetime | None:
        """Return the instant, which must be past."""
        known_on: datetime | None = self.cleaned_data["as_of"]
        if known_on is not None and known_on >= self._now:
            raise forms.ValidationError(
                _("That day is not over yet, so nobody knows what will be known.")
            )
        return known_on

    def question(self, focus: str) -> BalanceQuestion:
        """Return the question that the valid form asks.

        Raises:
            BadQuestion: if its parts make no sense together.
        """
        chosen = self.cleaned_data
        start, end = chosen["from"], chosen["to"]
        return BalanceQuestion(
            focus=focus,
            start=start[0] if start else None,
            end=end[1] if end else None,
            step=chosen["step"],
            kernel=chosen["kernel"],
            half_life=float(chosen["half_life"]) if chosen["half_life"] else None,
            dimensions=(chosen["dimension"],) if chosen["dimension"] else None,
            methodology=self.methodology,
            as_of=chosen["as_of"],
        )

    @property
    def is_changed(self) -> bool:
        """Whether the reader chose anything beyond a usual period."""
        chosen = [name for name in self.fields if name != "from"]
        return any(self.data.get(name) != DEFAULTS.get(name) for name in chosen)

    def refuse(self, error: BadQuestion) -> None:
        """Show what is wrong with the question beside the field that is to blame."""
        name = FIELDS.get(error.field, error.field)
        self.add_error(name if name in self.fields else None, error.sentence)


def _codes(words: str) -> tuple[str, ...]:
    """Return the codes of an address; what is no code is no pole, and changes nothing."""
    return tuple(code for code in words.split(",")[:MOST_CODES] if SLUG.fullmatch(code))


@dataclass(frozen=True)
class Preset:
    """A link to a usual period that keeps the reader's other choices."""

    label: str
    address: str
    is_chosen: bool


def presets(request: HttpRequest, today: date) -> list[Preset]:
    """Return the usual periods, each as an address."""
    kept = QueryDict(mutable=True)
    for name in (
        "step",
        "kernel",
        "half_life",
        "dimension",
        "as_of",
        "view",
        "hide",
        "only",
        "rows",
        "methodology",
    ):
        if request.GET.get(name, "") not in ("", DEFAULTS.get(name)):
            kept[name] = request.GET[name]
    now = (request.GET.get("from", ""), request.GET.get("to", ""))
    return [
        _preset(str(label), f"{today.year - years}-{today.month:02}" if years else "", now, kept)
        for years, label in PRESETS
    ]


def _preset(label: str, start: str, now: tuple[str, str], kept: QueryDict) -> Preset:
    query = kept.copy()
    if start:
        query["from"] = start
    return Preset(label, f"?{query.urlencode()}", now == (start, ""))
