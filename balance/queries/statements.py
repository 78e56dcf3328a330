"""Measurable statements as editors write them, with the cure where one cannot be read."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.compute.statements import MEASURES, BadStatement, Statement, parse

EXAMPLE = "share of china >= share of west by 2025-12"
_CURES = {
    "shape": gettext_lazy(
        "Write a measure, a comparison (>=, >, <= or <), a number or another measure, and when:"
        " by, on or throughout a date. For example: %(example)s."
    ),
    "measure": gettext_lazy("“%(part)s” is no measure. Write one of: %(measures)s."),
    "pole": gettext_lazy("“%(part)s” needs a pole: write %(part)s of china."),
    "number": gettext_lazy("“%(part)s” is no number. Write it as 0.3, or a share as 30 %%."),
    "percent": gettext_lazy("Only shares are written in percent: write “%(part)s” as a number."),
    "range": gettext_lazy("The measure never is as large or as small as %(part)s."),
    "units": gettext_lazy("“%(part)s” is measured in another unit: compare like with like."),
    "date": gettext_lazy(
        "“%(part)s” is no date from 1900 to 2100. Write 2025, 2025-12 or 2025-12-03."
    ),
    "span": gettext_lazy("“%(part)s” is no span. Write throughout 2024..2025, the earlier first."),
}


class StatementRefused(ValueError):
    """A statement that nobody could check; `sentence` says what is wrong, and the cure."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def read_statement(text: str, *, poles: Collection[str]) -> Statement:
    """Return the statement, all of whose poles are known.

    Raises:
        StatementRefused: if it cannot be read, or names another pole.
    """
    try:
        statement = parse(text)
    except BadStatement as error:
        raise StatementRefused(_cure(error)) from None
    for pole in sorted(statement.poles - set(poles)):
        known = ", ".join(sorted(poles))
        raise StatementRefused(
            _("The focus is read against no pole %(pole)s. Write one of: %(known)s.")
            % {"pole": pole, "known": known}
        )
    return statement


def _cure(error: BadStatement) -> str:
    measures = [f"{name} of …" if kind.of_a_pole else name for name, kind in MEASURES.items()]
    return str(_CURES[error.problem]) % {
        "part": error.part,
        "example": EXAMPLE,
        "measures": ", ".join(measures),
    }
