"""The lines of a CSV file, one record at a time, whatever the file holds."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from django.utils.translation import gettext as _

LONGEST = 1 << 20  # Characters of a line, or a record. A file of one must not fill the memory.
_TOO_LONG = "\x00too long"  # Stands for a line that was thrown away; compared by identity.


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the file: the line it begins on, its cells, or what is wrong with it."""

    line: int
    cells: list[str]
    problem: str = ""


class _TooLong(csv.Error):
    """A line or record is longer than any row of ours can be."""


class _Lines:
    """The file's lines; those after the first of a broken record can be read again."""

    def __init__(self, text: TextIO) -> None:
        self.text = text
        self.given_back: deque[str] = deque()
        self.taken: list[str] = []
        self.length = 0
        self.before = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.given_back.popleft() if self.given_back else self._read()
        if not line:
            raise StopIteration
        self.taken.append(line)
        self.length += len(line)
        if line is _TOO_LONG or self.length > LONGEST:
            raise _TooLong
        return line

    def begin_record(self) -> None:
        self.before += len(self.taken)
        self.taken, self.length = [], 0

    def give_back(self) -> None:
        self.given_back.extendleft(reversed(self.taken[1:]))
        self.taken = self.taken[:1]

    def _read(self) -> str:
        line = self.text.readline(LONGEST)
        if len(line) < LONGEST or line.endswith(("\n", "\r")):
            return line
        while len(rest := self.text.readline(LONGEST)) == LONGEST:
            if rest.endswith(("\n", "\r")):
                break
        return _TOO_LONG


def records(file: BinaryIO) -> Iterator[Record]:
    """Yield the file's records from its first byte on, the header among them.

    Bytes that are not UTF-8 come as lone surrogates, so that the row which has them can be named.
    After a record that is no CSV reading goes on at its second line: one quotation mark too many
    costs one row, not the rest of the file.
    """
    file.seek(0)
    text = TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _records(_Lines(text))
    finally:
        text.detach()


def _records(lines: _Lines) -> Iterator[Record]:
    reader = csv.reader(lines, strict=True)
    while True:
        lines.begin_record()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.give_back()
            yield Record(lines.before + 1, [], _in_words(error))
            reader = csv.reader(lines, strict=True)
        else:
            if any(cell.strip() for cell in cells):
                yield Record(lines.before + 1, cells)


def _in_words(error: csv.Error) -> str:
    if isinstance(error, _TooLong) or "field limit" in str(error):
        return _("the row is too long; look for a quotation mark that is never closed")
    return _("the quotation marks do not pair up; write one inside a cell twice, and close each")
