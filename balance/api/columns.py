"""Nested values as the columns of a CSV file; a name each, whatever the value holds."""

from typing import Any

from balance.models import Dimension, Role

Nested = list[dict[str, Any]]
COLUMN_OF = {
    Role.INITIATOR: "initiators",
    Role.RECIPIENT: "recipients",
    Role.HOST: "hosts",
    Role.WITNESS: "witnesses",
    Role.MEDIATOR: "mediators",
}


def participants(rows: Nested) -> dict[str, Any]:
    """Return the codes by role, and the weights where editors set any."""
    by_role = {
        column: ";".join(row["actor"] for row in rows if row["role"] == role)
        for role, column in COLUMN_OF.items()
    }
    weights = [f"{row['actor']}={row['weight']:g}" for row in rows if row["weight"] is not None]
    return by_role | {"weights": ";".join(weights)}


def evidence(rows: Nested) -> dict[str, Any]:
    """Return the articles, and where they are."""
    return {
        "articles": ";".join(str(row["article"]) for row in rows),
        "outlets": ";".join(row["outlet"] for row in rows),
        "urls": " ".join(row["url"] for row in rows if row["url"]),
        "quotes": " | ".join(row["quote"] for row in rows if row["quote"]),
    }


def check(row: dict[str, Any] | list[Any] | None) -> dict[str, Any]:
    """Return what the numbers say about a claim."""
    given = row if isinstance(row, dict) else {}
    return {"verdict": given.get("verdict"), "check": given.get("sentence")}


def members(rows: Nested) -> dict[str, Any]:
    """Return who is or was in the pole, and when."""
    return {"members": ";".join(f"{row['actor']} {_span(row)}" for row in rows)}


def poles(rows: Nested) -> dict[str, Any]:
    """Return in which poles the actor is or was, and when."""
    return {"poles": ";".join(f"{row['pole']} {_span(row)}" for row in rows)}


def _span(row: dict[str, Any]) -> str:
    return f"{row['weight']:g} [{row['start'] or ''},{row['end'] or ''})"


def panels(rows: Nested) -> dict[str, Any]:
    """Return the kinds of the panels, in their order."""
    return {"panels": ";".join(row["kind"] for row in rows)}


def weights(row: dict[str, float] | list[Any]) -> dict[str, Any]:
    """Return a column for each dimension."""
    given = row if isinstance(row, dict) else {}
    return {f"weight_{name}": given.get(name) for name in Dimension.values}
