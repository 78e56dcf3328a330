"""What a parameter of an address may be. Whatever else is given is refused with a sentence."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

LONGEST = 200
LARGEST_KEY = 2**63 - 1  # That the database can hold.


def shown(value: str) -> str:
    """Return the value as a sentence may repeat it: short, and without control characters."""
    text = "".join(letter if letter.isprintable() else "�" for letter in value[:40])
    return f"“{text}…”" if len(value) > 40 else f"“{text}”"


def refuse_unknown(query: QueryDict, known: Iterable[str]) -> None:
    """Refuse parameters that nobody reads, that are given twice, or that hold a NUL.

    Raises:
        ValidationError: with a sentence for each.
    """
    known, refused = set(known), {}
    for name, values in query.lists():
        if name not in known:
            refused[name[:60].replace("\0", "�")] = _("There is no such parameter here.")
        elif len(values) > 1:
            refused[name] = _("Give it once.")
        elif "\0" in values[0]:
            refused[name] = _("It holds a NUL character.")
    if refused:
        raise ValidationError(refused)


def not_too_long(text: str) -> str:
    """Return the text.

    Raises:
        ValidationError: if it is longer than any parameter of ours.
    """
    if len(text) > LONGEST:
        raise forms.ValidationError(
            _("That is %(count)s characters long; give at most %(most)s.")
            % {"count": len(text), "most": LONGEST}
        )
    return text


class ParameterField(forms.Field):
    """A field that also says in the schema what it takes."""

    schema: ClassVar[Mapping[str, Any]] = {"type": "string"}
    is_list = False

    def to_python(self, value: str | None) -> Any:
        """Return what the text means; None when it is not given."""
        return self.parse(value.strip()) if value and value.strip() else None

    def parse(self, text: str) -> Any:
        """Return what the text means."""
        raise NotImplementedError


class WordsField(ParameterField):
    """Words to look for."""

    schema: ClassVar = {"type": "string", "maxLength": LONGEST}

    def parse(self, text: str) -> str:
        return not_too_long(text)


class ChoicesField(ParameterField):
    """Some of the choices, with commas between them."""

    is_list = True

    def __init__(self, *, choices: Iterable[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = tuple(choices)
        self.schema = {  # type: ignore[misc]
            "type": "array",
            "items": {"type": "string", "enum": list(self.choices)},
        }

    def parse(self, text: str) -> tuple[str, ...]:
        chosen = tuple(part.strip() for part in not_too_long(text).split(","))
        for part in chosen:
            if part not in self.choices:
                raise forms.ValidationError(
                    _("%(value)s is not known; take one of %(choices)s.")
                    % {"value": shown(part), "choices": ", ".join(self.choices)}
                )
        return chosen


class ChoiceField(ChoicesField):
    """One of the choices."""

    is_list = False

    def __init__(self, *, choices: Iterable[str], **kwargs: Any) -> None:
        super().__init__(choices=choices, **kwargs)
        self.schema = {"type": "string", "enum": list(self.choices)}  # type: ignore[misc]

    def parse(self, text: str) -> str:  # type: ignore[override]
        (choice, *others) = super().parse(text)
        if others:
            raise forms.ValidationError(_("Give only one."))
        return choice


class NumberField(ParameterField):
    """A number above 0."""

    schema: ClassVar = {"type": "number", "exclusiveMinimum": 0}

    def __init__(self, *, most: float, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most
        self.schema = {**type(self).schema, "maximum": most}  # type: ignore[misc]

    def parse(self, text: str) -> float:
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) or not 0 < float(text) <= self.most:
            raise forms.ValidationError(
                _("%(value)s is no number above 0 and up to %(most)s.")
                % {"value": shown(text), "most": self.most}
            )
        return float(text)


class FromZeroField(NumberField):
    """A number from 0 up."""

    schema: ClassVar = {"type": "number", "minimum": 0}

    def parse(self, text: str) -> float:
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) or float(text) > self.most:
            raise forms.ValidationError(
                _("%(value)s is no number from 0 to %(most)s.")
                % {"value": shown(text), "most": self.most}
            )
        return float(text)


class KeysField(ParameterField):
    """Ids of rows, with commas between them."""

    is_list = True

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most
        item = {"type": "integer", "minimum": 1, "maximum": LARGEST_KEY}
        self.schema = {"type": "array", "items": item, "maxItems": most}  # type: ignore[misc]

    def parse(self, text: str) -> tuple[int, ...]:
        parts = [part.strip() for part in text.split(",")]
        for part in parts:
            if not re.fullmatch(r"[0-9]{1,18}", part) or not 0 < int(part) <= LARGEST_KEY:
                raise forms.ValidationError(
                    _("%(value)s is no id; give numbers with commas between them.")
                    % {"value": shown(part)}
                )
        keys = tuple(dict.fromkeys(map(int, parts)))
        if len(keys) > self.most:
            raise forms.ValidationError(
                _("Those are %(count)d ids; give at most %(most)d.")
                % {"count": len(keys), "most": self.most}
            )
        return keys
