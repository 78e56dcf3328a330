"""The rows behind a lens beside the events, read in one statement with their digest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from django.db import connection, models

from balance.models import Actor, Pole, PoleMembership
from balance.queries.balance import Setting
from balance.queries.history import known_table
from balance.queries.pole_members import Places

_FOLDER = Path(__file__).resolve().parent.parent / "sql"
_TABLES: dict[str, type[models.Model]] = {
    "actor": Actor,
    "pole": Pole,
    "pole_membership": PoleMembership,
}

Row = dict[str, Any]


@dataclass(frozen=True)
class Snapshot:
    """Rows with the articles behind them, and the digest of all but the articles."""

    rows: Mapping[str, Any]
    version: str
    articles: Mapping[int, list[Row]]

    @cached_property
    def places(self) -> Places:
        """Which poles the actors were in."""
        return Places(self.rows["pole_memberships"], self.rows["affiliations"])

    @classmethod
    def read(
        cls, setting: Setting, sql: str, tables: Mapping[str, type[models.Model]], **params: Any
    ) -> Self:
        """Return the rows of the statement, now or as they stood at the question's instant."""
        as_of = setting.question.as_of
        sources = ", ".join(
            f"{name} AS ({known_table(model, past=as_of is not None)})"
            for name, model in {**_TABLES, **tables}.items()
        )
        given = {
            "scheme": setting.focus.scheme_id,
            "focus": setting.focus.actor.code,
            "as_of": as_of,
            **params,
        }
        with connection.cursor() as cursor:
            cursor.execute((_FOLDER / sql).read_text().format(tables=sources), given)
            text, articles = cursor.fetchone()
        version = hashlib.sha256(text.encode()).hexdigest()[:32]
        return cls(json.loads(text), version, _by_record(articles))


def _by_record(articles: str | None) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for record, article, outlet, url in json.loads(articles or "[]"):
        found.setdefault(record, []).append({"article": article, "outlet": outlet, "url": url})
    return found
