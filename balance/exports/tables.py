"""A table as a file to download: CSV, or a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpResponse
from django.utils.text import slugify
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from balance.importers.spreadsheets import safe_cell

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_LONGEST = 32_767  # Characters of a cell of a spreadsheet.
Rows = Iterable[Iterable[Any]]


def table_response(rows: Rows, *, name: str, form: str) -> HttpResponse:
    """Return the table as a file of this name."""
    return file_response(table_file(rows, form=form), name=name, form=form)


def file_response(content: bytes, *, name: str, form: str) -> HttpResponse:
    """Return the bytes as a file that is saved, never shown."""
    response = HttpResponse(content, content_type=TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{slugify(name) or "table"}.{form}"'
    return response


def table_file(rows: Rows, *, form: str) -> bytes:
    """Return the table as the bytes of a file; what a spreadsheet would run is guarded."""
    return _book(rows) if form == "xlsx" else "".join(csv_lines(rows)).encode("utf-8", "replace")


def csv_lines(rows: Rows) -> Iterator[str]:
    """Yield the lines of the table, each with its end."""
    for row in rows:
        cells = [safe_cell(cell) for cell in row]
        text = StringIO()
        # The module leaves a carriage return bare, and a reader would take it for the row's end.
        if any("\r" in cell for cell in cells):
            csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(cells)
        else:
            csv.writer(text, lineterminator="\n").writerow(cells)
        yield text.getvalue()


def _book(rows: Rows) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    """Return a number as a number, and everything else as the text that it is."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = safe_cell(value).encode("utf-8", "replace").decode()
    text = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # A text that looks like a formula stays a text.
    cell.number_format = "@"
    return cell
