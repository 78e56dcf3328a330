"""Any list as CSV: every row of the filter, streamed, each cell safe in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from django.http import StreamingHttpResponse

from balance.exports import safe_cell

ROWS_A_PIECE = 500
Row = Mapping[str, Any]
Spread = Callable[[Any], Mapping[str, Any]]  # A nested value as columns; all of them for any value.


def csv_response(
    rows: Iterable[Row], *, columns: list[str], name: str, spread: Mapping[str, Spread]
) -> StreamingHttpResponse:
    """Answer with the rows; the first piece is read at once, so that its errors are answers."""
    header = list(chain.from_iterable(spread[c]([]) if c in spread else [c] for c in columns))
    pieces = _pieces(chain([header], (_cells(row, columns, spread) for row in rows)))
    first = next(pieces)
    response = StreamingHttpResponse(chain([first], pieces), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _pieces(lines: Iterator[list[Any]]) -> Iterator[bytes]:
    while piece := list(islice(lines, ROWS_A_PIECE)):
        text = io.StringIO()
        csv.writer(text).writerows(piece)
        yield text.getvalue().encode()


def _cells(row: Row, columns: list[str], spread: Mapping[str, Spread]) -> list[Any]:
    values: list[Any] = []
    for column in columns:
        if column in spread:
            values.extend(spread[column](row[column]).values())
        else:
            values.append(row[column])
    return [safe_cell(_plain(value)) for value in values]


def _plain(value: Any) -> Any:
    """Return one cell: lists with semicolons between, truth as 0 or 1, nothing for null."""
    if isinstance(value, list | tuple):
        return ";".join(str(part) for part in value)
    return int(value) if isinstance(value, bool) else value
