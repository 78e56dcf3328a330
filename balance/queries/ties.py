"""The ties that stand, and in which poles the tied actors were, in one snapshot."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from django.db import connection

from balance.compute.ladders import FIRST, LAST, Span, gaps, overlap
from balance.compute.world import OTHER
from balance.models import Actor, Pole, PoleMembership, Tie, TieKind
from balance.queries.balance import Setting
from balance.queries.history import known_table

_SQL = (Path(__file__).resolve().parent.parent / "sql" / "ties.sql").read_text()
_TABLES = {
    "actor": Actor,
    "pole": Pole,
    "pole_membership": PoleMembership,
    "tie": Tie,
    "tie_kind": TieKind,
}

Row = dict[str, Any]


@dataclass(frozen=True)
class Ties:
    """Ties with the articles behind them, and the digest of all but the articles."""

    rows: Mapping[str, Any]
    version: str
    articles: Mapping[int, list[Row]]

    @property
    def all(self) -> list[Row]:
        """The ties, those first whose start is not stated, then in the order of time."""
        return list(self.rows["ties"] or ())

    @cached_property
    def rungs(self) -> list[tuple[str, str, str, int | None]]:
        """Ladder, code, name and rank of each rung, lowest first; marks have no rank."""
        return [(ladder, code, name, rank) for ladder, code, name, rank in self.rows["rungs"] or ()]

    @cached_property
    def _pole_spans(self) -> dict[str, list[tuple[str, Span]]]:
        found: dict[str, list[tuple[str, Span]]] = {}
        for actor, pole, start, end in self.rows["pole_memberships"] or ():
            found.setdefault(actor, []).append((pole, span_of(start, end)))
        return found

    @cached_property
    def _affiliations(self) -> dict[str, str]:
        return dict(self.rows["affiliations"] or ())

    def stands_for(self, actor: str) -> str:
        """Return whom the actor counts as; one with pole memberships of its own is itself."""
        seen = set()
        while actor not in self._pole_spans and actor in self._affiliations and actor not in seen:
            seen.add(actor)
            actor = self._affiliations[actor]
        return actor

    def places(self, actor: str, during: Span) -> Iterator[tuple[str, Span]]:
        """Yield the poles in which the actor was in a span of days, OTHER where it was in none."""
        spans = self._pole_spans.get(self.stands_for(actor), [])
        for pole, span in spans:
            if shared := overlap(span, during):
                yield pole, shared
        for gap in gaps(span for _pole, span in spans):
            if shared := overlap(gap, during):
                yield OTHER, shared


def load_ties(setting: Setting, *, everybody: bool) -> Ties:
    """Return the ties of the focus, or of everybody, now or as they stood at the instant."""
    as_of = setting.question.as_of
    tables = ", ".join(
        f"{name} AS ({known_table(model, past=as_of is not None)})"
        for name, model in _TABLES.items()
    )
    params = {
        "scheme": setting.focus.scheme_id,
        "as_of": as_of,
        "focus": setting.focus.actor.code,
        "everybody": everybody,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL.format(tables=tables), params)
        text, articles = cursor.fetchone()
    cited: dict[int, list[Row]] = {}
    for tie, article, outlet, url in json.loads(articles or "[]"):
        cited.setdefault(tie, []).append({"article": article, "outlet": outlet, "url": url})
    version = hashlib.sha256(text.encode()).hexdigest()[:32]
    return Ties(rows=json.loads(text), version=version, articles=cited)


def span_of(start: str | None, end: str | None) -> Span:
    """Return a span of ISO days as ordinals; an end that is open or not stated has no bound."""
    return (
        date.fromisoformat(start).toordinal() if start else FIRST,
        date.fromisoformat(end).toordinal() if end else LAST,
    )
