"""The choice of the instant whose knowledge a page shows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from articles.api.times import InstantField


class KnownOnForm(forms.Form):
    """An instant that must be past; it stays in the address, and is shown in words."""

    as_of = InstantField(required=False, widget=forms.HiddenInput)

    def __init__(self, given: Mapping[str, str] | None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(given, label_suffix="", **kwargs)
        self._now = now

    def clean_as_of(self) -> datetime | None:
        """Return the instant.

        Raises:
            ValidationError: if it is not yet past.
        """
        as_of: datetime | None = self.cleaned_data["as_of"]
        if as_of is not None and as_of >= self._now:
            raise ValidationError(gettext("That is not yet past, so nobody knows it."))
        return as_of
