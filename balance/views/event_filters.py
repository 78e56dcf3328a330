"""What a reader may ask of the list of events."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from balance.models import Dimension, Focus, Pole
from balance.models.spans import FIRST_DAY, LAST_DAY
from balance.queries.events import EventFilter
from balance.views.partial_dates import day_field, first_day

LIST, CALENDAR = "list", "calendar"
NEWEST = "newest"
CODE = r"^[A-Z0-9][A-Z0-9_.:-]*$"


class EventFilterForm(forms.Form):
    """Words, days, pole, actor and dimension; wrong parts are shown and left out."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    # Translators: the label of the first day in.
    start = day_field(_("From"))
    # Translators: the label of the first day out.
    end = day_field(_("Before"))
    pole = forms.ChoiceField(label=_("Pole"), required=False)
    dimension = forms.ChoiceField(
        label=_("Dimension"), required=False, choices=[("", _("all")), *Dimension.choices]
    )
    actor = forms.RegexField(
        CODE,
        label=_("Actor’s code"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"placeholder": "TUR", "size": 8, "autocomplete": "off"}),
        error_messages={"invalid": _("A code is capital letters and digits, such as TUR.")},
    )
    order = forms.ChoiceField(label=_("Order"), required=False)
    focus = forms.RegexField(CODE, required=False, max_length=40, widget=forms.HiddenInput)
    view = forms.ChoiceField(
        required=False, choices=[(LIST, ""), (CALENDAR, "")], widget=forms.HiddenInput
    )
    year = forms.IntegerField(
        required=False,
        min_value=FIRST_DAY.year,
        max_value=LAST_DAY.year - 1,
        widget=forms.HiddenInput,
    )

    def __init__(self, given: Mapping[str, str], *, focus: Focus | None) -> None:
        super().__init__(given, label_suffix="")
        self._scheme = focus.scheme_id if focus else None
        poles = Pole.objects.filter(scheme=focus.scheme_id) if focus else Pole.objects.none()
        field = self.fields["pole"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("all")), *((pole.code, str(pole)) for pole in poles)]
        order = self.fields["order"]
        assert isinstance(order, forms.ChoiceField)
        order.choices = [("", _("best match first")), (NEWEST, _("newest first"))]
        if not given.get("q"):
            order.widget = forms.HiddenInput()

    @property
    def poles(self) -> dict[str, str]:
        """The names of the poles that can be chosen, by code."""
        field = self.fields["pole"]
        assert isinstance(field, forms.ChoiceField)
        choices: Any = field.choices
        return {code: str(name) for code, name in choices if code}

    @property
    def is_calendar(self) -> bool:
        """Whether the reader asks for a calendar instead of the list."""
        return bool(self.cleaned_data.get("view") == CALENDAR)

    def clean(self) -> dict[str, Any]:
        """Refuse days that leave nothing between them."""
        cleaned = super().clean() or {}
        start, end = first_day(cleaned.get("start")), first_day(cleaned.get("end"))
        if start and end and start >= end:
            self.add_error("end", _("This day is not after the first one."))
        return cleaned

    def asked(self) -> EventFilter:
        """Return the question, of the parts that make sense."""
        self.full_clean()
        chosen = self.cleaned_data
        return EventFilter(
            focus=chosen.get("focus", ""),
            scheme=self._scheme,
            start=first_day(chosen.get("start")),
            end=first_day(chosen.get("end")),
            pole=chosen.get("pole", ""),
            actor=chosen.get("actor", ""),
            dimension=chosen.get("dimension", ""),
            words=chosen.get("q", ""),
        )

    def kept(self) -> dict[str, str]:
        """Return the parts of the question that make sense, as the page's address has them."""
        asked = self.asked()
        given = {
            "q": asked.words,
            "start": asked.start and asked.start.isoformat(),
            "end": asked.end and asked.end.isoformat(),
            "pole": asked.pole,
            "dimension": asked.dimension,
            "actor": asked.actor,
            "focus": asked.focus,
        }
        return {name: value for name, value in given.items() if value}

    def file_address(self, *, csv: bool) -> str:
        """Return where the API gives the same events."""
        query = {**self.kept(), "status": "confirmed"} | ({"format": "csv"} if csv else {})
        return f"{reverse('api:event-list')}?{urlencode(query)}"

    def tally_address(self) -> str:
        """Return where the API gives the counts."""
        return f"{reverse('api:event-tally')}?{urlencode({**self.kept(), 'status': 'confirmed'})}"
