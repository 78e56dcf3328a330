"""The events behind a change: when, what, reported by whom, and what each gave to which pole."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from balance.panels.wording import signed, span


def mover(event: dict[str, Any], poles: Mapping[str, str]) -> dict[str, Any]:
    """Return an event as the panel lists it; `poles` are the poles' names by code."""
    start, end = date.fromisoformat(event["date"]), date.fromisoformat(event["end"])
    return {
        "id": event["event"],
        "title": event["title"],
        "when": span(start, end, event["precision"]),
        "day": event["date"],
        "effects": [
            effect for part in event["poles"] for effect in _effects(part, poles[part["pole"]])
        ],
        "sources": event["sources"],
    }


def _effects(part: dict[str, Any], name: str) -> list[dict[str, str]]:
    """Return what an event gave to a pole: "+3.2 cooperation with China"."""
    words = {
        "cooperation": _("%(amount)s cooperation with %(pole)s"),
        "conflict": _("%(amount)s conflict with %(pole)s"),
    }
    return [
        {
            "pole": part["pole"],
            "kind": kind,
            "words": sentence % {"amount": signed(part[kind]), "pole": name},
        }
        for kind, sentence in words.items()
        if part[kind]
    ]
