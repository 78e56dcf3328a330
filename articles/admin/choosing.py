"""Choosing a row of another table: one query a field, however many rows a form has."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect


class NamedAutocomplete(AutocompleteSelect):
    """An autocomplete that can be told the name of what is chosen."""

    names: dict[str, str] | None = None

    @property
    def media(self) -> forms.Media:
        """Add what gives the box a name that a screen reader says."""
        naming: Any = forms.Script("js/admin-labels.js", type="module")
        return super().media + forms.Media(js=[naming])

    def optgroups(
        self, name: str, value: Sequence[str], attrs: dict[str, Any] | None = None
    ) -> Any:
        """Return the chosen option, without a query where its name is known."""
        value = [key for key in value if _is_key(key)]  # What is no key is no choice.
        if self.names is None:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options += [
            self.create_option(name, key, self.names[key], True, len(options))
            for key in value
            if key in self.names
        ]
        return [(None, options, 0)]


def _is_key(value: str) -> bool:
    return value.isascii() and value.isdecimal()


def read_choices_once(rows: Iterable[forms.ModelForm]) -> None:
    """Give the forms' fields that refer to other rows their names: one query a field."""
    fields: dict[str, list[forms.BoundField]] = {}
    for form in rows:
        for name, field in form.fields.items():
            if isinstance(field, forms.ModelChoiceField) and not field.widget.is_hidden:
                fields.setdefault(name, []).append(form[name])
    for bound in fields.values():
        if isinstance(_chooser(bound[0]), NamedAutocomplete):
            _name_the_chosen(bound)
        else:
            _share_the_list(bound)


def _chooser(bound: forms.BoundField) -> Any:
    """Return the widget itself, without the buttons that the admin wraps around it."""
    widget = bound.field.widget
    return getattr(widget, "widget", widget)


def _name_the_chosen(fields: list[forms.BoundField]) -> None:
    keys = {key for bound in fields if _is_key(key := str(bound.value()))}
    queryset: Any = fields[0].field.queryset  # type: ignore[attr-defined]
    chosen = queryset.filter(pk__in=keys)
    names = {str(row.pk): str(row) for row in chosen}
    for bound in fields:
        _chooser(bound).names = names


def _share_the_list(fields: list[forms.BoundField]) -> None:
    choices = list(fields[0].field.choices)  # type: ignore[attr-defined]
    for bound in fields:
        bound.field.widget.choices = _chooser(bound).choices = choices
