"""Which outlets support which events, with which articles."""

import hashlib
import json
from collections.abc import Collection
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
class Support:
    """An article that supports an event, and who published it where; None is not stated."""

    article: int
    outlet: str
    country: str | None


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
        outlets = [
            (key, name, {event for event, _article in supported})
            for key, name, _country, supported in self._rows
        ]
        seen, shared = set[int](), set[int]()
        for _key, _name, events in outlets:
            shared |= seen & events
            seen |= events
        alone = [(key, name, (among & events) - shared) for key, name, events in outlets]
        return [row for row in alone if row[2]]

    def only_by(self, outlets: Collection[int]) -> set[int]:
        """Return the events that some of these outlets support, and no other outlet does."""
        mine, others = set[int](), set[int]()
        for key, _name, _country, supported in self._rows:
            (mine if key in outlets else others).update(event for event, _article in supported)
        return mine - others

    def names(self) -> dict[int, str]:
        """Return the outlets' names by id, in the order of the ids."""
        return {key: name for key, name, _country, _supported in self._rows}

    def ids_by_event(self) -> dict[int, list[int]]:
        """Return the ids of the outlets that support each event."""
        found: dict[int, list[int]] = {}
        for key, _name, _country, supported in self._rows:
            for event in dict(supported):
                found.setdefault(event, []).append(key)
        return found

    def by_event(self) -> dict[int, list[Support]]:
        """Return the articles that support each event, by outlet."""
        found: dict[int, list[Support]] = {}
        for _key, name, country, supported in self._rows:
            for event, article in supported:
                found.setdefault(event, []).append(Support(article, name, country or None))
        return found

    @property
    def _rows(self) -> list[tuple[int, str, str, list[tuple[int, int]]]]:
        rows: list[tuple[int, str, str, list[tuple[int, int]]]] = json.loads(self.text)
        return rows


def load_outlets(as_of: datetime | None) -> SupportingOutlets:
    """Return the outlets as they stand, or stood at the instant."""
    tables = ", ".join(
        f"{name} AS ({known_table(model, past=as_of is not None)})"
        for name, model in _TABLES.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(_SQL.format(tables=tables), {"as_of": as_of})
        return SupportingOutlets(cursor.fetchone()[0])
