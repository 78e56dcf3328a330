"""Boxes of forms, and the fields that read them."""

from typing import Any

from django.forms import CharField, Textarea


class PlainTextField(CharField):
    """Text whose lines end as they are stored, not as a browser sends them."""

    widget = Textarea

    def to_python(self, value: Any) -> Any:
        """Return the text with plain line ends."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text
