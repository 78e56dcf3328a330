"""How a page of reasons counts: the API's own parameters, as fields of a form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from articles.api.parameters import ChoicesField, NumberField, WordsField
from articles.api.times import DayField
from balance.models import Dimension
from balance.queries.questions import LONGEST_HALF_LIFE, BadQuestion, method_of
from balance.views.known_on import KnownOnForm
from balance.views.partial_dates import date_input

HIDDEN = ("dataset", "methodology", "as_of")
NO_NUL = [ProhibitNullCharactersValidator()]


def exact_day_field(label: Any) -> DayField:
    """Return a field for a day that also works where a browser has no calendar."""
    return DayField(label=label, required=False, widget=date_input())


class MethodForm(KnownOnForm):
    """Half-life and dimension; and, where the address has them, data set, methodology and as_of."""

    half_life = NumberField(
        label=_("Half-life, in days"),
        required=False,
        most=LONGEST_HALF_LIFE,
        widget=forms.TextInput(
            attrs={"inputmode": "decimal", "placeholder": _("as usual"), "size": 8}
        ),
    )
    dimension = ChoicesField(
        label=_("Dimension"), required=False, choices=Dimension.values, widget=forms.Select
    )
    dataset = WordsField(required=False, widget=forms.HiddenInput, validators=NO_NUL)
    methodology = WordsField(required=False, widget=forms.HiddenInput, validators=NO_NUL)

    def __init__(self, given: Mapping[str, str] | None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(given, now=now, **kwargs)
        chosen = self["dimension"].value() or ""
        options: list[tuple[Any, Any]] = [("", _("all")), *Dimension.choices]
        if chosen not in dict(options):
            options.append((chosen, chosen))
        self.fields["dimension"].widget.choices = options

    def method(self) -> dict[str, Any]:
        """Return the parts of a question that say how to count."""
        return method_of(self.cleaned_data)

    def refuse(self, error: BadQuestion) -> None:
        """Show what is wrong with the question beside the field that is to blame."""
        seen = error.field in self.fields and error.field not in HIDDEN
        self.add_error(error.field if seen else None, error.sentence)
