"""Files to import, written row by row, and a small world for them to refer to."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest

from balance.importers.loading import import_csv
from balance.importers.registry import IMPORTED
from balance.importers.reports import Report
from balance.models import Actor, Focus
from balance.operations.demo import store_foci, store_poles

Load = Callable[..., Report]

DEFAULTS: dict[str, dict[str, str]] = {
    "actors": {"code": "NEW", "name": "Newland", "kind": "state"},
    "pole_memberships": {"actor": "RUS", "pole": "russia", "weight": "1"},
    "events": {
        "id": "visit",
        "date": "2024-03-05",
        "date_precision": "day",
        "initiators": "AZE",
        "recipients": "RUS",
        "event_type": "CONSULT",
        "cameo_code": "042",
        "dimension": "diplomatic",
        "title": "A visit",
        "outlet": "The Daily",
        "article_url": "https://daily.example/visit",
        "article_date": "2024-03-06",
        "confidence": "0.9",
    },
    "event_articles": {
        "event": "visit",
        "outlet": "The Other",
        "article_url": "https://other.example/visit",
        "article_date": "2024-03",
    },
    "relationships": {
        "id": "pact",
        "actor_a": "AZE",
        "actor_b": "TUR",
        "ladder": "bilateral",
        "kind": "alliance",
        "start": "2021-06-15",
        "start_precision": "day",
        "confidence": "1.0",
    },
    "memberships": {
        "actor": "AZE",
        "organisation": "SCO",
        "status": "member",
        "start": "2024",
        "precision": "year",
        "confidence": "0.6",
    },
    "indicators": {
        "indicator": "exports_usd",
        "partner": "ITA",
        "start": "2023-01-01",
        "end": "2024-01-01",
        "value": "12.5",
        "unit": "USD",
        "confidence": "1.0",
    },
    "claims": {
        "id": "claim-1",
        "speaker": "RFE/RL",
        "date": "2024-08",
        "date_precision": "month",
        "focus": "AZE",
        "pole": "china;russia",
        "claim": "China counts for more.",
        "kind": "assessment",
    },
    "voting_agreement": {
        "session": "71",
        "year": "2016",
        "focus": "AZ",
        "partner": "RU",
        "rollcalls": "nonunanimous",
        "n": "80",
        "agree": "0.55",
        "S_abs": "0.1",
    },
    "trade_shares": {"year": "2016", "total_usd": "1000", "RUS": "0.09", "TUR": "0.117"},
}


def csv_of(kind: str, *rows: dict[str, Any]) -> bytes:
    """Return a file of the kind, each row made of what it says and the kind's usual cells."""
    columns = [column.name for column in IMPORTED[kind].columns if not column.is_extra]
    columns += sorted({name for row in rows for name in row} - set(columns))
    text = StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**DEFAULTS[kind], **row} for row in rows)
    return text.getvalue().encode("utf-8", "surrogateescape")


@pytest.fixture
def world(db: None) -> None:
    """The five poles, a few actors, and Azerbaijan as the focus."""
    store_poles()
    Actor.objects.bulk_create(
        [
            Actor(code="AZE", name="Azerbaijan", kind="state"),
            Actor(code="RUS", name="Russia", kind="state"),
            Actor(code="TUR", name="Turkey", kind="state"),
            Actor(code="ITA", name="Italy", kind="state"),
            Actor(code="SCO", name="Shanghai Cooperation Organisation", kind="organisation"),
        ]
    )
    store_foci()
    assert Focus.objects.get().actor.code == "AZE"


@pytest.fixture
def load(world: None) -> Load:
    """Import rows, or a whole file as bytes, and return the report."""

    def load(kind: str, *rows: Any, **options: Any) -> Report:
        whole = rows[0] if rows and isinstance(rows[0], bytes) else csv_of(kind, *(rows or ({},)))
        return import_csv(kind=kind, file=BytesIO(whole), **options)

    return load
