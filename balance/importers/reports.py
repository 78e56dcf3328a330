"""What an import did, row by row where a row was bad."""

from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

LISTED = 100_000  # Bad rows that a report names; the rest it counts.
SHOWN = 1_000  # Rows that are new, or that differ, which a report names.


@dataclass(frozen=True, slots=True)
class Rejection:
    """A bad row: its line, its column, what is wrong and what to do."""

    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        place = _("line %(line)s") % {"line": self.line}
        return (
            f"{place}, {self.field}: {self.reason}." if self.field else f"{place}: {self.reason}."
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is there with other values: each column with what is stored and what is new."""

    line: int
    key: str
    cells: list[tuple[str, str, str]]


@dataclass
class Report:
    """Counts of one import: every row read is stored, changed, a duplicate, or rejected."""

    read: int = 0
    stored: int = 0
    duplicate: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    unlisted: int = 0  # Rejected too, but too many to name.
    changed: int = 0
    new: list[tuple[int, str]] = field(default_factory=list)  # Lines and keys of the first ones.
    differences: list[Difference] = field(default_factory=list)  # The first ones.
    columns: list[str] = field(default_factory=list)  # As the file's header has them.

    @property
    def refused(self) -> int:
        """How many rows were bad."""
        return len(self.rejected) + self.unlisted

    def reject(self, line: int, column: str, reason: str) -> None:
        """Count a bad row, and name it while there is room."""
        if len(self.rejected) < LISTED:
            self.rejected.append(Rejection(line, column, reason))
        else:
            self.unlisted += 1

    def as_json(self) -> dict[str, Any]:
        """Return the report for a machine; what is rare is there only when it happened."""
        found = {name: getattr(self, name) for name in ("read", "stored", "duplicate")}
        found["rejected"] = [asdict(rejection) for rejection in self.rejected]
        found |= {name: count for name in ("unlisted", "changed") if (count := getattr(self, name))}
        return found

    def __str__(self) -> str:
        return _(
            "%(read)s read, %(stored)s stored, %(duplicate)s there already, %(rejected)s rejected."
        ) % {
            "read": self.read,
            "stored": self.stored,
            "duplicate": self.duplicate,
            "rejected": self.refused,
        }
