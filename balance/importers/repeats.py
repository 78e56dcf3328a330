"""Rows of one file that have the same key, found in eight bytes a row."""

from array import array
from collections.abc import Iterable
from hashlib import blake2b

import numpy as np

from balance.importers.files import Record
from balance.importers.reading import Header


class Repeats:
    """The first look at a file: how many rows it has, and which keys come more than once.

    However long the file is, only the keys that repeat are kept, as digests.
    """

    def __init__(self, header: Header, rows: Iterable[Record]) -> None:
        self.header = header
        digests = array("Q", (self._digest(record) for record in rows))
        self.rows = len(digests)
        found, counts = np.unique(np.frombuffer(digests, dtype=np.uint64), return_counts=True)
        self._repeated = frozenset(found[counts > 1].tolist())
        self._first_lines: dict[int, int] = {}

    def line_before(self, record: Record) -> int | None:
        """Return the line on which the record's key stood before, if it did."""
        digest = self._digest(record)
        if digest not in self._repeated:
            return None
        first = self._first_lines.setdefault(digest, record.line)
        return None if first == record.line else first

    def _digest(self, record: Record) -> int:
        # A broken record has no key; its line makes it one of a kind.
        key = "\x00".join(self.header.key(record)) if not record.problem else f"\x00{record.line}"
        data = key.encode("utf-8", "surrogateescape")
        return int.from_bytes(blake2b(data, digest_size=8).digest())
