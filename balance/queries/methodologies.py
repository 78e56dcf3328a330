"""Versions of the method, and what differs between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from balance.models import Dimension, Methodology

PARAMETERS = ("scale", "half_life", "kappa", *(f"weight_{name}" for name in Dimension.values))


@dataclass(frozen=True, slots=True)
class Change:
    """A parameter that two methodologies do not share, as people read it."""

    label: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Version:
    """A version that readers may ask for; `changes` from the public one before it, None if none."""

    methodology: Methodology
    former: Methodology | None
    changes: list[Change]


def public_versions() -> list[Version]:
    """Return the published version and the retired ones, the newest first."""
    newest_first = list(Methodology.objects.public().order_by("-published_at", "-id"))
    return [
        Version(methodology, former, changes(former, methodology) if former else [])
        for methodology, former in zip_longest(newest_first, newest_first[1:])
    ]


def changes(before: Methodology, after: Methodology) -> list[Change]:
    """Return the parameters in which the second methodology differs from the first."""
    return list(_changes(before, after))


def _changes(before: Methodology, after: Methodology) -> Iterator[Change]:
    for name in PARAMETERS:
        old, new = _shown(before, name), _shown(after, name)
        if old != new:
            field: Any = Methodology._meta.get_field(name)
            yield Change(str(field.verbose_name), old, new)


def _shown(methodology: Methodology, name: str) -> Any:
    return str(methodology.get_scale_display()) if name == "scale" else getattr(methodology, name)
