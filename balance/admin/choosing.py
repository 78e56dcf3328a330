"""What a box offers that is searched as one types."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView


class ChoicesView(AutocompleteJsonView):
    """Django's answer, with as much beside each name as its admin says it takes to choose."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """Return the key, and the text that is shown for it."""
        choice = super().serialize_result(obj, to_field_name)
        if write := getattr(self.model_admin, "choice_text", None):
            choice["text"] = write(obj)
        return choice
