"""Cells that a spreadsheet would run as a formula: guarded on the way out, freed on the way in."""

import re

# An equals sign and its like, also in full width, and what spreadsheets skip before looking.
_STARTS = r"[=+\-@\t\r\n\x00\uFF1D\uFF0B\uFF0D\uFF20]"
_RUNS = re.compile(rf"'*{_STARTS}")
_GUARDED = re.compile(rf"'+{_STARTS}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def safe_cell(value: object) -> str:
    """Return the value as a cell that a spreadsheet shows instead of running it.

    A text that it would run gets an apostrophe in front; numbers stay numbers.
    """
    text = "" if value is None else str(value)
    if not _RUNS.match(text) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def plain_cell(cell: str) -> str:
    """Return what `safe_cell` was given, word for word, or the cell without outer spaces."""
    return cell[1:] if _GUARDED.match(cell) else cell.strip()
