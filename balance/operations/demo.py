"""The frame of the demonstration: poles, focus, dashboards; the files of records hang on it."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from articles.models import Article, Outlet
from balance.models import (
    Actor,
    Annotation,
    Dashboard,
    Event,
    Focus,
    Indicator,
    Panel,
    Pole,
    Scheme,
    Translation,
)

FOLDER = Path(__file__).resolve().parent.parent / "demo"

Cells = dict[str, Any]


def ensure_frame() -> None:
    """Give an empty product its first scheme, and its first focus once that actor is there.

    Files of pole memberships, figures and claims refer to them, and no file brings them. Where
    editors have a scheme or focus of their own, nothing is added to it.
    """
    if not Scheme.objects.exists():
        store_poles()
    actors = {cells["actor"] for cells in _rows("foci")}
    if not Focus.objects.exists() and Actor.objects.filter(code__in=actors).count() == len(actors):
        store_foci()


def store_poles() -> None:
    """Store the scheme and its poles."""
    Scheme.objects.bulk_create(Scheme(**cells) for cells in _rows("schemes"))
    schemes = Scheme.objects.in_bulk(field_name="code")
    Pole.objects.bulk_create(
        Pole(**{**cells, "scheme": schemes[cells["scheme"]]}) for cells in _rows("poles")
    )


def store_foci() -> None:
    """Store the foci; their actors must be there."""
    schemes = Scheme.objects.in_bulk(field_name="code")
    for cells in _rows("foci"):
        if cells["scheme"] in schemes:
            Focus.objects.create(
                actor=Actor.objects.get(code=cells["actor"]),
                scheme=schemes[cells["scheme"]],
                is_default=cells["is_default"] == "true",
                summary=cells["summary"],
            )


def store_indicators() -> None:
    """Store the names of what is measured; the figures come in a file of records."""
    Indicator.objects.bulk_create(Indicator(**cells) for cells in _rows("indicator_names"))


def store_translations() -> None:
    """Store what the names of the demonstration are called in other languages."""
    Translation.objects.bulk_create(
        [Translation(**cells) for cells in _rows("translations")], ignore_conflicts=True
    )


def store_texts() -> list[int]:
    """Store two texts of our own, so that there is something to read; return their keys."""
    outlets: dict[str, Outlet] = {}
    for cells in _rows("articles"):
        name = cells["outlet"]
        outlets[name] = outlets.get(name) or Outlet.objects.create(name=name)
    made = Article.objects.bulk_create(
        Article(**{**cells, "outlet": outlets[cells["outlet"]]}) for cells in _rows("articles")
    )
    return [article.pk for article in made]


def store_countries() -> None:
    """Store the countries of the outlets where we know them; the articles bring the outlets."""
    countries = {cells["name"]: cells["country"] for cells in _rows("outlets")}
    outlets = list(Outlet.objects.filter(name__in=countries))
    for outlet in outlets:
        outlet.country = countries[outlet.name]
    Outlet.objects.bulk_update(outlets, ["country"])


def store_pages() -> None:
    """Store the dashboards with their panels, and the moments pinned on their charts."""
    foci = {focus.actor.code: focus for focus in Focus.objects.select_related("actor")}
    for cells in _rows("dashboards"):
        is_front = cells["is_front_page"] == "true"
        focus = foci[cells["focus"]]
        Dashboard.objects.create(**{**cells, "focus": focus, "is_front_page": is_front})
    dashboards = Dashboard.objects.in_bulk(field_name="slug")
    for cells in _rows("panels"):
        _store_panel(cells, dashboards[cells.pop("dashboard")])
    _pin_moments(next(focus for focus in foci.values() if focus.is_default), dashboards)


def _store_panel(cells: Cells, dashboard: Dashboard) -> None:
    codes, dimensions = (_listed(cells.pop(name)) for name in ("poles", "dimensions"))
    start, end = (cells.pop(name) for name in ("start", "end"))
    panel = Panel.objects.create(
        **cells,
        dashboard=dashboard,
        dimensions=dimensions,
        period=DateRange(_day(start), _day(end)) if start or end else None,
    )
    panel.poles.set(Pole.objects.filter(scheme=dashboard.focus.scheme_id, code__in=codes))


def _listed(cell: str) -> list[str]:
    return cell.split(";") if cell else []


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _pin_moments(focus: Focus, dashboards: Mapping[str, Dashboard]) -> None:
    events = Event.objects.in_bulk(field_name="slug")
    Annotation.objects.bulk_create(
        Annotation(
            focus=focus,
            dashboard=dashboards.get(cells["dashboard"]),
            on=events[cells["event"]].start,
            title=cells["title"],
            event=events[cells["event"]],
        )
        for cells in _rows("annotations")
    )


def _rows(name: str) -> Iterator[Cells]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
