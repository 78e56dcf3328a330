"""Answers about standing ties, as short as a test needs them."""

from typing import Any

RUNGS = {
    "bilateral": ["diplomatic relations", "strategic partnership", "alliance"],
    "membership": ["observer", "member"],
    "conflict": ["dispute", "war"],
}


def rung(ladder: str, rank: int) -> dict[str, Any]:
    name = RUNGS[ladder][rank - 1]
    return {"code": name.replace(" ", "_"), "name": name, "rank": rank}


def cell(ladder: str, rank: int | None = None, **given: Any) -> dict[str, Any]:
    found = None if rank is None else rung(ladder, rank)
    return {"rung": found, "ties": [], "marks": [], "steps": []} | given


def step(ladder: str, rank: int, start: str | None, end: str | None, **given: Any) -> dict:
    precisions = {"start_precision": start and "day", "end_precision": end and "day"}
    return {"rung": rung(ladder, rank), "start": start, "end": end} | precisions | given


def row(code: str, **cells: dict[str, Any]) -> dict[str, Any]:
    ladders = {ladder: cells.get(ladder) or cell(ladder) for ladder in RUNGS}
    return {"code": code, "name": code.capitalize(), "ladders": ladders}


def answer(*poles: dict[str, Any], **given: Any) -> dict[str, Any]:
    ladders = [
        {"code": code, "rungs": [rung(code, rank + 1) for rank in range(len(names))]}
        for code, names in RUNGS.items()
    ]
    return {
        "focus_name": "Azerbaijan",
        "on": "2024-07-10",
        "ladders": ladders,
        "poles": list(poles),
        "other": {"ladders": row("other")["ladders"], "actors": []},
        "ties": [],
    } | given


def tie(number: int, ladder: str, **given: Any) -> dict[str, Any]:
    return {
        "id": number,
        "actor_a": "CHN",
        "actor_a_name": "China",
        "actor_b": "IRN",
        "actor_b_name": "Iran",
        "partner": "CHN",
        "partner_name": "China",
        "poles": ["china"],
        "ladder": ladder,
        "kind": "alliance",
        "kind_name": "alliance",
        "rank": 3,
        "label": "",
        "about": "",
        "start": "2020-01-01",
        "start_precision": "day",
        "end": None,
        "end_precision": None,
        "confidence": 1.0,
        "in_force": True,
        "articles": [],
    } | given
