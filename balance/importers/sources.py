"""An uploaded file, CSV or spreadsheet, as rows that can be read again and again."""

from dataclasses import dataclass
from functools import partial
from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from balance.importers.books import BEGINNING, FileRefused, book_records, sheet_names
from balance.importers.files import records
from balance.importers.loading import Source

MOST_BYTES = 20_000_000
_OLD_BOOK = b"\xd0\xcf\x11\xe0"

__all__ = ["MOST_BYTES", "FileRefused", "Upload", "cell_name"]


@dataclass(frozen=True)
class Upload:
    """An uploaded file; of a spreadsheet the sheet of this name, or the first one."""

    content: bytes
    sheet: str = ""

    @property
    def is_book(self) -> bool:
        """Whether it is a spreadsheet."""
        return self.content.startswith(BEGINNING)

    def sheets(self) -> list[str]:
        """Return the names of the sheets; none of a CSV file.

        Raises:
            FileRefused: if the file cannot be read.
        """
        return sheet_names(self.content) if self.is_book else []

    def source(self) -> Source:
        """Return what yields the rows, the header first, anew with every call.

        Raises:
            FileRefused: if the file as a whole cannot be read.
        """
        if self.content.startswith(_OLD_BOOK):
            raise FileRefused(_("This is an old spreadsheet (xls): save it as xlsx, or as CSV."))
        if not self.is_book:
            return partial(records, BytesIO(self.content))
        rows = list(book_records(self.content, sheet=self.sheet))
        return lambda: iter(rows)


def cell_name(columns: list[str], column: str, line: int) -> str:
    """Return what a spreadsheet calls the cell, such as B7; empty where it has no such column."""
    return f"{get_column_letter(columns.index(column) + 1)}{line}" if column in columns else ""
