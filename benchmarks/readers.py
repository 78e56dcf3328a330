"""Requests to the running site, as a reader's browser or program sends them."""

import http.client
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class Reader:
    """One connection that stays open."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)

    def get(self, path: str) -> bytes:
        """Return the body of an answer.

        Raises:
            RuntimeError: if the answer is not 200; a fast error is no result.
        """
        self._connection.request("GET", path)
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answers {response.status}: {body[:200]!r}")
        return body

    def json(self, path: str) -> Any:
        return json.loads(self.get(path))


class Processes:
    """All processes of one session, on Linux: a server and its children."""

    def __init__(self, session: int) -> None:
        self._session = str(session)

    def megabytes(self) -> float:
        """Return the memory they hold now."""
        pages = sum(int(fields[21]) for fields in self._stats())
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def milliseconds(self) -> float:
        """Return the time that processors have worked for them, whoever else was waiting."""
        ticks = sum(int(fields[11]) + int(fields[12]) for fields in self._stats())
        return ticks / os.sysconf("SC_CLK_TCK") * 1000

    def _stats(self) -> Iterator[list[str]]:
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(") ")[2].split()
            except OSError:  # It ended meanwhile.
                continue
            if fields[3] == self._session:
                yield fields
