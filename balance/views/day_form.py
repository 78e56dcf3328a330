"""The choice of one day."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from balance.views.controls import day_field


class DayForm(forms.Form):
    """A day, a month's or a year's last day; by default today. `on` is the first day after it."""

    def __init__(self, given: Mapping[str, str], *, today: date) -> None:
        data = {name: value for name, value in given.items() if value}
        super().__init__({"on": today.isoformat()} | data, label_suffix="")
        self.fields["on"] = day_field(_("On"))

    def clean_on(self) -> date | None:
        """Return the first day after the chosen one."""
        span = self.cleaned_data["on"]
        return span[1] if span else None
