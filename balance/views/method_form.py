"""How a page of reasons counts: the API's own parameters, as fields of a form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.api.parameters import ChoicesField, NumberField, WordsField
from articles.api.times import DayField, InstantField
from balance.models import EDITORIAL, Dimension
from balance.queries.questions import BadQuestion

LONGEST_HALF_LIFE = 100_000  # days
HIDDEN = ("dataset", "methodology", "as_of")
NO_NUL = [ProhibitNullCharactersValidator()]


def day_field(label: Any) -> DayField:
    """Return a field for a day that also works where a browser has no calendar."""
    look = {"inputmode": "numeric", "placeholder": "2024-07-03", "size": 10, "autocomplete": "off"}
    return DayField(label=label, required=False, widget=forms.TextInput(attrs=look))


class MethodForm(forms.Form):
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
    as_of = InstantField(required=False, widget=forms.HiddenInput)

    def __init__(self, given: Mapping[str, str] | None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(given, label_suffix="", **kwargs)
        self._now = now
        chosen = self["dimension"].value() or ""
        options: list[tuple[Any, Any]] = [("", _("all")), *Dimension.choices]
        if chosen not in dict(options):
            options.append((chosen, chosen))
        self.fields["dimension"].widget.choices = options

    def clean_as_of(self) -> datetime | None:
        """Return the instant.

        Raises:
            ValidationError: if it is not yet past.
        """
        as_of: datetime | None = self.cleaned_data["as_of"]
        if as_of is not None and as_of >= self._now:
            raise ValidationError(gettext("That is not yet past, so nobody knows it."))
        return as_of

    def method(self) -> dict[str, Any]:
        """Return the parts of a question that say how to count."""
        chosen = self.cleaned_data
        return {
            "half_life": chosen["half_life"],
            "dimensions": chosen["dimension"],
            "dataset": chosen["dataset"] or EDITORIAL,
            "methodology": chosen["methodology"],
            "as_of": chosen["as_of"],
        }

    def refuse(self, error: BadQuestion) -> None:
        """Show what is wrong with the question beside the field that is to blame."""
        seen = error.field in self.fields and error.field not in HIDDEN
        self.add_error(error.field if seen else None, error.sentence)
