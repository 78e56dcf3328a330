"""A file is read as a stream: what it holds is never in memory at once."""

import tracemalloc
from collections.abc import Iterator

from balance.models import Event
from tests.integration.balance.importers.conftest import csv_of

ROWS = 4_000


def large(**cells: str) -> bytes:
    """Return a file of some 40 MB, of rows that differ in their ids."""
    header, row = csv_of("events", {"description": "x" * 9_900, **cells}).splitlines(keepends=True)
    return header + b"".join(rows_like(row))


def rows_like(row: bytes) -> Iterator[bytes]:
    for number in range(ROWS):
        yield b"e-%d" % number + row[len(b"visit") :]


def peak_of(load, file: bytes, **options):
    tracemalloc.start()
    try:
        return load("events", file, **options), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_large_file_takes_the_memory_of_a_few_hundred_rows(load):
    file = large(recipients="NOBODY")

    report, peak = peak_of(load, file)

    assert (report.read, len(report.rejected), report.stored) == (ROWS, ROWS, 0)
    assert peak < len(file) / 2
    assert not Event.objects.exists()


def test_rows_that_cannot_be_read_are_not_even_kept_for_a_batch(load):
    file = large(date="never", description="x" * 120_000)[: 60 * 120_000]

    report, peak = peak_of(load, file)

    assert report.stored == 0
    assert peak < len(file) / 2
