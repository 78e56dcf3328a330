"""Requests to the running site, as a reader's browser or program sends them."""

import http.client
import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class Reader:
    """One connection that stays open."""

    def __init__(self, address: str) -> None:
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


def resident_megabytes(group: int) -> float:
    """Return the memory of a process and its descendants in one session, on Linux."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(") ")[2].split()
        except OSError:  # It ended meanwhile.
            continue
        if int(fields[3]) == group:  # The session.
            total += int(fields[21])
    return total * os.sysconf("SC_PAGE_SIZE") / 1e6
