"""Which outlets support which events."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection

from articles.models import Article, Outlet
from balance.models import Evidence
from balance.queries.history import known_table

_SQL = (Path(__file__).resolve().parent.parent / "sql" / "outlets.sql").read_text()
_TABLES = {"evidence": Evidence, "article": Article, "outlet": Outlet}


@dataclass(frozen=True)
class SupportingOutlets:
    """The outlets with an article that supports an event, and a digest of that."""

    text: str

    @property
    def version(self) -> str:
        """A digest: another one when evidence, or an outlet's name, is another."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:32]

    def standing_alone(self, among: set[int]) -> list[tuple[int, str, set[int]]]:
        """Return the outlets that alone support some of the events: id, name, and which."""
        rows: list[tuple[int, str, list[int]]] = json.loads(self.text)
        seen, shared = set[int](), set[int]()
        for _key, _name, events in rows:
            shared |= seen.intersection(events)
            seen.update(events)
        alone = [(key, name, (among & set(events)) - shared) for key, name, events in rows]
        return [row for row in alone if row[2]]


def load_outlets(as_of: datetime | None) -> SupportingOutlets:
    """Return the outlets as they stand, or stood at the instant."""
    tables = ", ".join(
        f"{name} AS ({known_table(model, past=as_of is not None)})"
        for name, model in _TABLES.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(_SQL.format(tables=tables), {"as_of": as_of})
        return SupportingOutlets(cursor.fetchone()[0])
