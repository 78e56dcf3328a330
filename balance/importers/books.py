"""The rows of a spreadsheet (xlsx): what its cells say, in the words of a CSV file."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from balance.importers.cells import decimal
from balance.importers.files import Record

BEGINNING = b"PK\x03\x04"
MOST_ROWS, MOST_COLUMNS = 100_000, 200
BEYOND = 5  # Columns without a header in which a stray cell is still seen.
MOST_PARTS, MOST_UNPACKED = 500, 150_000_000  # Bytes.
_PLAIN_ZEROS = re.compile(r"0{2,20}")


class FileRefused(ValueError):
    """The file cannot be taken in as a whole; the sentence says why, and the cure."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def sheet_names(content: bytes) -> list[str]:
    """Return the names of the sheets.

    Raises:
        FileRefused: if this is no spreadsheet, or one that is made to hurt.
    """
    return list(_opened(content, values=True).sheetnames)


def book_records(content: bytes, *, sheet: str = "") -> Iterator[Record]:
    """Yield the rows of a sheet, or of the first one, the header first; empty rows are left out.

    Numbers read as they are shown where they have leading zeros, dates as far as they are shown,
    and formulas as their last values.

    Raises:
        FileRefused: if the sheet is not there or the file cannot be read.
    """
    _inspect(content)
    lost = _formulas_without_values(content, sheet)
    width = 0
    for line, cells in _rows(content, sheet, values=True):
        texts = [_text(cell) for cell in cells]
        width = width or _last_filled(texts)
        texts = texts[: max(width, _last_filled(texts))]
        texts += [""] * (width - len(texts))
        if line > MOST_ROWS:
            raise FileRefused(
                _("The sheet has more than %(most)s rows: divide it into several files.")
                % {"most": f"{MOST_ROWS:,}"}
            )
        if line in lost:
            yield Record(line, texts, _no_value(lost[line]))
        elif any(texts):
            yield Record(line, texts)


def _rows(content: bytes, sheet: str, *, values: bool) -> Iterator[tuple[int, tuple[Any, ...]]]:
    book = _opened(content, values=values)
    try:
        chosen = book[sheet] if sheet else book.worksheets[0]
    except (KeyError, IndexError):
        raise FileRefused(
            _("The file has no sheet “%(sheet)s”: choose one that it has.") % {"sheet": sheet[:60]}
        ) from None
    try:
        chosen.reset_dimensions()  # What a file says of its own size may be wrong.
        first = next(chosen.iter_rows(max_row=1, max_col=MOST_COLUMNS), ())
        filled = [place for place, cell in enumerate(first, 1) if cell.value is not None]
        width = max(filled, default=MOST_COLUMNS) + BEYOND
        yield from enumerate(chosen.iter_rows(max_row=MOST_ROWS + 1, max_col=width), 1)
    except FileRefused:
        raise
    except Exception:  # Whatever a broken sheet does to the library, it is a broken sheet.
        raise _broken() from None
    finally:
        book.close()


def _opened(content: bytes, *, values: bool) -> Any:
    _inspect(content)
    try:
        return load_workbook(BytesIO(content), read_only=True, data_only=values, keep_links=False)
    except Exception:
        raise _broken() from None


def _inspect(content: bytes) -> None:
    """Look into the archive before anything of it is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise FileRefused(
                    _("The file unpacks to more than a sheet of ours can be: save it as CSV.")
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as opened:
                        if b"<!DOCTYPE" in opened.read(2_000).upper():
                            raise _broken()
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise _broken() from None


def _broken() -> FileRefused:
    return FileRefused(
        _("The file is no spreadsheet that can be read: save it again as xlsx, or as CSV.")
    )


def _formulas_without_values(content: bytes, sheet: str) -> dict[int, str]:
    """Return the first cell of each row that has a formula nobody ever computed."""
    with ZipFile(BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if not any(b"<f" in archive.read(name) for name in sheets):
            return {}
    lost: dict[int, str] = {}
    both = zip(
        _rows(content, sheet, values=False), _rows(content, sheet, values=True), strict=False
    )
    for (line, formulas), (_line, cells) in both:
        for place, (formula, cell) in enumerate(zip(formulas, cells, strict=False)):
            if formula.data_type == "f" and cell.value is None:
                lost.setdefault(line, f"{get_column_letter(place + 1)}{line}")
    return lost


def _no_value(cell: str) -> str:
    return _(
        "the formula in %(cell)s has no value yet; open the file in a spreadsheet program,"
        " save it, or write the value"
    ) % {"cell": cell}


def _last_filled(texts: list[str]) -> int:
    return max((place for place, text in enumerate(texts, 1) if text), default=0)


def _text(cell: Any) -> str:
    """Return what the cell says."""
    value, shown = cell.value, getattr(cell, "number_format", "") or ""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        text = decimal(float(value)) if isinstance(value, float) else str(value)
        return text.zfill(len(shown)) if _PLAIN_ZEROS.fullmatch(shown) else text
    if isinstance(value, datetime | date):
        return _day(value, shown.lower())
    return str(value)


def _day(value: date, shown: str) -> str:
    """Return the day, month or year, as precisely as the cell shows it."""
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(" ")
    iso = value.isoformat()[:10]
    if "d" in shown or "y" not in shown:
        return iso
    return iso[:7] if "m" in shown else iso[:4]
