"""Codes and numbers of rows as parameters of an address; one that nobody has is refused."""

import re
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.api.parameters import LONGEST, ParameterField, not_too_long, shown


class CodeField(ParameterField):
    """A code that a row of ours has; `noun` names it in the sentence."""

    schema: ClassVar = {"type": "string", "maxLength": LONGEST}

    def __init__(
        self, *, rows: QuerySet[Any], noun: str | Promise, column: str = "code", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.rows, self.noun, self.column = rows, noun, column

    def parse(self, text: str) -> str:
        if not self.rows.filter(**{self.column: not_too_long(text)}).exists():
            raise forms.ValidationError(
                _("There is no %(noun)s %(value)s.") % {"noun": self.noun, "value": shown(text)}
            )
        return text


class CodesField(CodeField):
    """Codes that rows of ours have, with commas between them."""

    schema: ClassVar = {"type": "array", "items": {"type": "string"}}
    is_list = True

    def parse(self, text: str) -> tuple[str, ...]:  # type: ignore[override]
        codes = tuple(part.strip() for part in not_too_long(text).split(","))
        known = set(
            self.rows.filter(**{f"{self.column}__in": codes}).values_list(self.column, flat=True)
        )
        for code in codes:
            if code not in known:
                super().parse(code)
        return codes


class IdField(CodeField):
    """A number that a row of ours has."""

    schema: ClassVar = {"type": "integer", "minimum": 1}

    def __init__(self, *, rows: QuerySet[Any], noun: str | Promise, **kwargs: Any) -> None:
        super().__init__(rows=rows, noun=noun, column="pk", **kwargs)

    def parse(self, text: str) -> int:  # type: ignore[override]
        if not re.fullmatch(r"(?a:\d{1,18})", text):
            raise forms.ValidationError(_("%(value)s is no number.") % {"value": shown(text)})
        return int(super().parse(text))
