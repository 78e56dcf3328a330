"""What if: the balance under a reader's settings, all of which stand in the address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.api.parameters import FromZeroField, KeysField, NumberField, WordsField
from balance.models import Dimension
from balance.operations.what_if import choices, what_if_answer
from balance.panels.what_if import what_if_view
from balance.panels.wording import opening
from balance.queries.questions import LONGEST_HALF_LIFE, BadQuestion, BalanceQuestion
from balance.queries.what_if import LARGEST_WEIGHT, MOST_KEYS, Settings
from balance.views.focus_pages import answer_or_usual, focus_or_404, unanswered
from balance.views.known_on import KnownOnForm
from balance.views.method_form import HIDDEN, NO_NUL

WEIGHT = "weight_"
LISTS = ("without_outlet", "without_event")
FULL = _("No more than %(most)d can be left out; take one back first.")
Answered = tuple[BalanceQuestion, dict[str, Any]]


class Usual(NamedTuple):
    """From where to where a slider goes, and by which step; more can be typed."""

    least: str
    most: str
    step: str
    least_typed: str
    most_typed: str


@dataclass(frozen=True)
class Slider:
    """A setting that is a number: a slider for the usual ones, and a field for any."""

    name: str
    label: str
    value: str
    usual: Usual
    errors: list[str]


class ChosenField(WordsField):
    """One of a list that the page offers: an id, and words after it for the reader."""

    def parse(self, text: str) -> int:  # type: ignore[override]
        found = re.match(r"\s*([0-9]{1,18})\b", text)
        if not found:
            raise forms.ValidationError(gettext("Choose one of the list, or give its number."))
        return int(found[1])


class WhatIfForm(KnownOnForm):
    """Half-life, weights, floor, and what is left out; empty is the default.

    An address that is cited also holds the methodology and the day of knowledge fast.
    """

    half_life = NumberField(label=_("Half-life, in days"), required=False, most=LONGEST_HALF_LIFE)
    floor = FromZeroField(label=_("Least confidence, 0 to 1"), required=False, most=1)
    without_outlet = KeysField(required=False, most=MOST_KEYS)
    without_event = KeysField(required=False, most=MOST_KEYS)
    add_outlet = ChosenField(label=_("Leave out an outlet"), required=False, validators=NO_NUL)
    add_event = ChosenField(label=_("Leave out an event"), required=False, validators=NO_NUL)
    methodology = WordsField(required=False, widget=forms.HiddenInput, validators=NO_NUL)

    def __init__(self, given: QueryDict, *, now: datetime) -> None:
        data = {name: str(value) for name, value in given.items() if value}
        data |= {name: ",".join(filter(None, given.getlist(name))) for name in LISTS}
        super().__init__(data, now=now)
        for name, label in Dimension.choices:
            self.fields[f"{WEIGHT}{name}"] = FromZeroField(
                label=label, required=False, most=LARGEST_WEIGHT
            )
        for name in ("add_outlet", "add_event"):
            list_id = f"{name}-choices"
            self.fields[name].widget.attrs |= {"list": list_id, "autocomplete": "off"}

    def clean(self) -> None:
        """Refuse more than one address may leave out, beside the field that adds."""
        for name in LISTS:
            added = name.replace("without", "add")
            all_of_them = _with(self.cleaned_data.get(name), self.cleaned_data.get(added))
            if name in self.errors or len(all_of_them) > MOST_KEYS:
                self.add_error(added, self.errors.get(name) or FULL % {"most": MOST_KEYS})

    def question(self, focus: str) -> BalanceQuestion:
        """Return the question of the valid form, whose half-life is a setting, too."""
        chosen = self.cleaned_data
        names = ("half_life", "methodology", "as_of")
        return BalanceQuestion(focus=focus, **{name: chosen[name] for name in names})

    def settings(self) -> Settings:
        """Return the settings of the valid form.

        Raises:
            BadQuestion: if they mean nothing.
        """
        chosen = self.cleaned_data
        weights = {name: chosen[f"{WEIGHT}{name}"] for name in Dimension.values}
        return Settings(
            weights={name: weight for name, weight in weights.items() if weight is not None},
            floor=chosen["floor"] or 0.0,
            without_outlets=_with(chosen["without_outlet"], chosen["add_outlet"]),
            without_events=_with(chosen["without_event"], chosen["add_event"]),
        )

    def empty_added(self) -> None:
        """Let the fields that add be empty again; what makes no sense stays to be mended."""
        added = {"add_outlet", "add_event"} - set(self.errors)
        self.data = {name: value for name, value in self.data.items() if name not in added}

    def refuse(self, error: BadQuestion) -> None:
        """Show what is wrong with the question beside the field that is to blame."""
        beside = error.field.replace("without_", "add_")
        seen = beside in self.fields and beside not in HIDDEN
        self.add_error(beside if seen else None, error.sentence)


@require_safe
def what_if(request: HttpRequest, code: str) -> HttpResponse:
    """Show the balance under the settings of the address, beside the default."""
    focus = focus_or_404(code)
    now = timezone.now()
    form = WhatIfForm(request.GET, now=now)
    try:
        question, answer = _answer(form, code, now.date())
    except BadQuestion as error:
        return unanswered(request, focus, error)
    settings = _address(answer)
    form.empty_added()
    is_whole = request.GET.get("rows") == "all"
    context = {
        "here": "balance",
        "focus": focus,
        "asked": question,
        "answer": answer,
        "form": form,
        "most": MOST_KEYS,
        "full": FULL % {"most": MOST_KEYS},
        "sliders": _sliders(form, answer),
        "left_out": _labelled(answer["settings"], "without_outlets", "without_events"),
        "offered": _labelled(choices(question=question, today=now.date()), "outlets", "events"),
        "what_if": what_if_view(answer, question, settings, is_whole=is_whole),
    }
    return render(request, "balance/what_if.html", context)


def _answer(form: WhatIfForm, code: str, today: date) -> Answered:
    """Answer what the reader asked, or, where that makes no sense, the usual."""

    def answered(question: BalanceQuestion, settings: Settings) -> Answered:
        return question, what_if_answer(question=question, settings=settings, today=today)

    return answer_or_usual(
        form,
        lambda: answered(form.question(code), form.settings()),
        lambda: answered(BalanceQuestion(focus=code), Settings()),
    )


def _with(keys: tuple[int, ...] | None, added: int | None) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*(keys or ()), *(() if added is None else (added,)))))


def _address(answer: dict[str, Any]) -> dict[str, str]:
    """Return the settings that differ from the default, as an address has them."""
    settings, method = answer["settings"], answer["methodology"]
    asked: dict[str, Any] = {}
    if settings["half_life"] != answer["default"]["half_life"]:
        asked["half_life"] = _written(settings["half_life"])
    for name, weight in settings["dimension_weights"].items():
        if weight != method["dimension_weights"][name]:
            asked[f"{WEIGHT}{name}"] = _written(weight)
    if settings["floor"]:
        asked["floor"] = _written(settings["floor"])
    for name, rows, key in (
        ("without_outlet", settings["without_outlets"], "id"),
        ("without_event", settings["without_events"], "event"),
    ):
        if rows:
            asked[name] = _comma(row[key] for row in rows)
    return asked


def _comma(keys: Iterable[int]) -> str:
    return ",".join(map(str, keys))


def _written(number: float) -> str:
    """Write a number as an address has it."""
    return f"{number:.9f}".rstrip("0").rstrip(".")


def _slider(form: WhatIfForm, name: str, value: float, usual: Usual) -> Slider:
    """Return the slider with its value; the reader's words where they are wrong."""
    field = form[name]
    return Slider(
        name=name,
        label=opening(str(field.label)),
        value=str(form.data.get(name, "")) if field.errors else _written(value),
        usual=usual,
        errors=[str(error) for error in field.errors],
    )


def _sliders(form: WhatIfForm, answer: dict[str, Any]) -> dict[str, list[Slider]]:
    settings = answer["settings"]
    half_life = Usual("30", "1460", "5", "0.1", f"{LONGEST_HALF_LIFE}")
    weight = Usual("0", "3", "0.1", "0", f"{LARGEST_WEIGHT}")
    return {
        "half_life": [_slider(form, "half_life", settings["half_life"], half_life)],
        "weights": [
            _slider(form, f"{WEIGHT}{name}", value, weight)
            for name, value in settings["dimension_weights"].items()
        ],
        "floor": [_slider(form, "floor", settings["floor"], Usual("0", "1", "0.05", "0", "1"))],
    }


def _labelled(rows: dict[str, Any], outlets: str, events: str) -> dict[str, list[dict[str, Any]]]:
    """Return outlets by their names, and events by their titles with the year."""
    title = _("%(title)s (%(year)s)")
    return {
        "outlets": [{"id": row["id"], "label": row["name"]} for row in rows[outlets]],
        "events": [
            {"id": row["event"], "label": title % {"title": row["title"], "year": row["date"][:4]}}
            for row in rows[events]
        ],
    }
