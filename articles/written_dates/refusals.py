"""Why a text is no date that can be stored."""

from enum import StrEnum


class Why(StrEnum):
    """What is the matter with a text; a form says it in the reader's language."""

    UNREADABLE = "unreadable"
    SEASON = "season"
    VAGUE = "vague"
    NO_YEAR = "no_year"
    SHORT_YEAR = "short_year"
    NO_SUCH_MONTH = "no_such_month"
    NO_SUCH_DAY = "no_such_day"
    AMBIGUOUS = "ambiguous"
    FAR = "far"
    BACKWARDS = "backwards"
    ONE_DATE = "one_date"


class Refused(ValueError):
    """The text is no date that can be stored; `parts` are what a sentence about it needs."""

    def __init__(self, why: Why, **parts: object) -> None:
        super().__init__(why.value)
        self.why = why
        self.parts = parts
