"""A second writer, on a connection of its own, who meets the first half-way."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction

Meanwhile = Callable[[Callable[[], Any]], Future[Any]]


@pytest.fixture
def meanwhile(transactional_db: None) -> Iterator[Meanwhile]:
    """Run a function in another transaction, until it commits, fails or waits for this one.

    The answer is a future: ask it for its result or exception after this transaction has ended.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:

        def start(write: Callable[[], Any]) -> Future[Any]:
            its_process: Future[int] = Future()
            writer = pool.submit(_write, write, its_process)
            pid = its_process.result(timeout=10)
            while not writer.done() and not _waits(pid):
                time.sleep(0.005)
            return writer

        yield start


def _write(write: Callable[[], Any], its_process: "Future[int]") -> Any:
    try:
        with transaction.atomic():
            its_process.set_result(_ask("SELECT pg_backend_pid()"))
            return write()
    finally:
        connection.close()


def _waits(pid: int) -> bool:
    return bool(_ask("SELECT cardinality(pg_blocking_pids(%s)) > 0", pid))


def _ask(question: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]
