"""The parameters of an address as a question about the balance."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError

from articles.api.filters import SpanForm, sentences
from articles.api.parameters import (
    ChoiceField,
    ChoicesField,
    FromZeroField,
    KeysField,
    NumberField,
    ParameterField,
    WordsField,
)
from articles.api.times import DayField, InstantField
from balance.compute.periods import STEPS
from balance.models import Dimension
from balance.queries.questions import (
    KERNELS,
    LONGEST_HALF_LIFE,
    BalanceQuestion,
    method_of,
)
from balance.queries.what_if import LARGEST_KAPPA, LARGEST_WEIGHT, MOST_KEYS, Settings

METHOD: Mapping[str, ParameterField] = {
    "half_life": NumberField(
        required=False,
        most=LONGEST_HALF_LIFE,
        help_text=_("Days after which an act counts half; by default the methodology's."),
    ),
    "dimension": ChoicesField(
        required=False, choices=Dimension.values, help_text=_("Only these; by default all.")
    ),
    "dataset": WordsField(
        required=False, help_text=_("The code of a data set; by default editorial.")
    ),
    "methodology": WordsField(
        required=False, help_text=_("A version; by default the published one.")
    ),
    "as_of": InstantField(
        required=False, help_text=_("As known on this day, its end in UTC, or at this instant.")
    ),
}
BALANCE: Mapping[str, ParameterField] = {
    "start": DayField(
        required=False, help_text=_("The first day; by default of the first event's year.")
    ),
    "end": DayField(required=False, help_text=_("The first day that is out; by default tomorrow.")),
    "step": ChoiceField(
        required=False, choices=STEPS, help_text=_("From point to point; by default a month.")
    ),
    "kernel": ChoiceField(
        required=False,
        choices=KERNELS,
        help_text=_("What has built up by a day, or what happened in a period; by default stock."),
    ),
    **METHOD,
    "interval": ChoiceField(
        required=False, choices=("0", "1"), help_text=_("1: with intervals, once computed.")
    ),
}
EXPLAIN: Mapping[str, ParameterField] = {
    "pole": WordsField(required=True, help_text=_("The code of a pole, or other.")),
    "from": DayField(required=True, help_text=_("Stock at the end of this day …")),
    "to": DayField(required=True, help_text=_("… and at the end of this one.")),
    **METHOD,
}

LAST_DAY: Mapping[str, ParameterField] = {
    "end": DayField(required=False, help_text=_("The first day that is out; by default tomorrow.")),
    **METHOD,
}
PIVOTS: Mapping[str, ParameterField] = {
    "wait": ChoiceField(
        required=False,
        choices=("0", "1"),
        help_text=_("0: without waiting; the state says whether they are computed. By default 1."),
    ),
    **METHOD,
}
MOVERS: Mapping[str, ParameterField] = {
    "pole": WordsField(required=False, help_text=_("Only what they brought to this pole.")),
    **LAST_DAY,
}
REVISIONS: Mapping[str, ParameterField] = {
    "month": DayField(
        required=False, help_text=_("Any day of the month; by default the month a year ago.")
    ),
    "kernel": BALANCE["kernel"],
    **METHOD,
}
EFFECT: Mapping[str, ParameterField] = {
    "event": NumberField(required=True, most=10**9, help_text=_("The event's id.")),
    **METHOD,
}
STANDING: Mapping[str, ParameterField] = {
    "on": DayField(required=False, help_text=_("The rungs on this day; by default today.")),
    "others": ChoiceField(
        required=False, choices=("0", "1"), help_text=_("1: with the ties between others.")
    ),
    "as_of": METHOD["as_of"],
}
DEPENDENCE: Mapping[str, ParameterField] = {"as_of": METHOD["as_of"]}
LENSES: Mapping[str, ParameterField] = {"kernel": BALANCE["kernel"], **METHOD}
MATRIX: Mapping[str, ParameterField] = {
    "on": DayField(required=False, help_text=_("Stock at the end of this day; else today.")),
    **METHOD,
}
SHIFT: Mapping[str, ParameterField] = {"from": EXPLAIN["from"], "to": EXPLAIN["to"], **METHOD}
TILT: Mapping[str, ParameterField] = {
    "a": WordsField(required=True, help_text=_("The code of the pole towards which 1 leans.")),
    "b": WordsField(required=True, help_text=_("The code of the pole towards which -1 leans.")),
    **{name: field for name, field in BALANCE.items() if name != "interval"},
}
DAILY: Mapping[str, ParameterField] = {
    name: field for name, field in METHOD.items() if name != "half_life"
}
WEIGHT = "weight_"  # Before the name of a dimension.
SETTINGS: Mapping[str, ParameterField] = {
    "kappa": NumberField(
        required=False,
        most=LARGEST_KAPPA,
        help_text=_("Points that pull a tone half way to zero; by default the methodology's."),
    ),
    **{
        f"{WEIGHT}{dimension}": FromZeroField(
            required=False,
            most=LARGEST_WEIGHT,
            help_text=_("How much this dimension counts; by default as the methodology says."),
        )
        for dimension in Dimension.values
    },
    "floor": FromZeroField(
        required=False, most=1, help_text=_("Leave out events with less confidence than this.")
    ),
    "without_outlet": KeysField(
        required=False,
        most=MOST_KEYS,
        help_text=_("Ids of outlets: leave out the events that only these support."),
    ),
    "without_event": KeysField(
        required=False, most=MOST_KEYS, help_text=_("Ids of events to leave out.")
    ),
}
WHAT_IF: Mapping[str, ParameterField] = {
    **{name: field for name, field in BALANCE.items() if name != "interval"},
    **SETTINGS,
}


def read(
    fields: Mapping[str, ParameterField], query: QueryDict, *, now: datetime
) -> dict[str, Any]:
    """Return what the parameters mean.

    Raises:
        ValidationError: with a sentence for each that means nothing.
    """
    form: forms.Form = type("Question", (SpanForm,), dict(fields))(query)
    if not form.is_valid():
        raise ValidationError(sentences(form.errors))
    cleaned = form.cleaned_data
    if cleaned["as_of"] is not None and cleaned["as_of"] >= now:
        raise ValidationError({"as_of": gettext("That is not yet past, so nobody knows it.")})
    return cleaned


def balance_question(focus: str, query: QueryDict, *, now: datetime) -> BalanceQuestion:
    """Return the question that the parameters of balance/<focus>/ ask.

    Raises:
        ValidationError, BadQuestion: if they mean nothing.
    """
    asked = read(BALANCE, query, now=now)
    return over_time(focus, asked, interval=asked["interval"] == "1")


def over_time(focus: str, asked: Mapping[str, Any], *, interval: bool = False) -> BalanceQuestion:
    """Return the question of an address that takes a span, a step and a kernel.

    Raises:
        BadQuestion: if it means nothing.
    """
    return BalanceQuestion(
        focus=focus,
        start=asked["start"],
        end=asked["end"],
        step=asked["step"] or "month",
        kernel=asked["kernel"] or "stock",
        interval=interval,
        **method_of(asked),
    )


def explain_question(
    focus: str, query: QueryDict, *, now: datetime
) -> tuple[BalanceQuestion, str, date, date]:
    """Return the question of balance/<focus>/explain/, its pole, and its two days.

    Raises:
        ValidationError, BadQuestion: if they mean nothing.
    """
    asked = read(EXPLAIN, query, now=now)
    if asked["from"] > asked["to"]:
        raise ValidationError({"to": gettext("The second day comes before the first.")})
    question = BalanceQuestion(focus=focus, **method_of(asked))
    return question, asked["pole"], asked["from"], asked["to"]


def method_question(focus: str, asked: Mapping[str, Any]) -> BalanceQuestion:
    """Return the question of an address that takes a method, and perhaps an end or a kernel.

    Raises:
        BadQuestion: if it means nothing.
    """
    return BalanceQuestion(
        focus=focus, end=asked.get("end"), kernel=asked.get("kernel") or "stock", **method_of(asked)
    )


def settings_of(asked: Mapping[str, Any]) -> Settings:
    """Return the settings of an address that takes them.

    Raises:
        BadQuestion: if they mean nothing.
    """
    weights = {name: asked[f"{WEIGHT}{name}"] for name in Dimension.values}
    return Settings(
        kappa=asked["kappa"],
        weights={name: weight for name, weight in weights.items() if weight is not None},
        floor=asked["floor"] or 0.0,
        without_outlets=asked["without_outlet"] or (),
        without_events=asked["without_event"] or (),
    )


def lenses_question(focus: str, asked: Mapping[str, Any]) -> BalanceQuestion:
    """Return the question of balance/<focus>/lenses/.

    Raises:
        BadQuestion: if it means nothing.
    """
    return BalanceQuestion(focus=focus, kernel=asked["kernel"] or "stock", **method_of(asked))
