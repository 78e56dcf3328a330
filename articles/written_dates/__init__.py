"""Dates as people write them: read from a box, and written back into it the same."""

from articles.written_dates.lasting import Edge, Lasting, read_lasting, write_lasting
from articles.written_dates.reading import read_span
from articles.written_dates.refusals import Refused, Why
from articles.written_dates.spans import FIRST_DAY, LAST_DAY, Span
from articles.written_dates.writing import write_days, write_span

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "Edge",
    "Lasting",
    "Refused",
    "Span",
    "Why",
    "read_lasting",
    "read_span",
    "write_days",
    "write_lasting",
    "write_span",
]
