"""Every page of the site with an address to call it by, and who may look at it and send to it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from articles.admin.reading import ReadOnlyAdmin
from balance.models import Event
from balance.operations.desk_roles import TABLES, DeskRole

OPERATIONS = Path(__file__).parents[4] / "docs" / "operations.md"
ANYBODY, NOBODY = "anybody", "nobody"
ROLES = [ANYBODY, *DeskRole]
_ROW = re.compile(r"^\| `([^|`]+)` \| (\w+) \| (\w+) \|", re.MULTILINE)
_NONE = "00000000-0000-0000-0000-000000000000"
_SAMPLES = {"code": "AZE", "uuid": _NONE, "picture": "svg", "int": "1", "key": "1"}
_WORDS = {"url": "nowhere", "app_label": "balance", "app": "balance", "form": "csv"}
_GROUP = re.compile(r"\(\?P(<\w+>)(?:[^()]|\([^)]*\))*\)")  # As routers write it.


class Page(NamedTuple):
    """A page: its name, an address of it, and the roles from which on it is seen and sent to."""

    name: str
    address: str
    looks: str
    sends: str


def documented() -> dict[str, tuple[str, str]]:
    """Return the pages that docs/operations.md lists, by name."""
    text = OPERATIONS.read_text(encoding="utf-8")
    return {name: (looks, sends) for name, looks, sends in _ROW.findall(text)}


def patterns(of: Any = None, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Yield every address of the site as Django's routes write it, with its name."""
    for part in of or get_resolver().url_patterns:
        route = prefix + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from patterns(part.url_patterns, route, part.namespace or space)
        elif isinstance(part, URLPattern):
            name = part.name or ("to-the-row" if "object_id" in route else "elsewhere")
            yield (f"{space}:{name}" if space else name), route


def pages(rows: dict[type[models.Model], Any]) -> Iterator[Page]:
    """Yield every page; a row of each table of the admin stands in for all of them."""
    listed = documented()
    standard = _standard(rows)
    for name, route in patterns():
        listing = standard.get(name) or listed.get(name) or listed.get(_general(name))
        looks, sends = listing or ("unlisted", "unlisted")
        yield Page(name, _address(route, rows), looks, sends)


def _general(name: str) -> str:
    """Return the name that stands for all pages of the API and of one kind."""
    return "api:*" if name.startswith("api:") else name


def _standard(rows: dict[type[models.Model], Any]) -> dict[str, tuple[str, str]]:
    """Return who may open the pages that the admin makes for every table."""
    found = {}
    for model, its_admin in admin.site._registry.items():
        view, add, change, _delete = TABLES[model._meta.label_lower]
        if isinstance(its_admin, ReadOnlyAdmin):
            add = change = None
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found |= {
            f"{name}_changelist": (view, view),
            f"{name}_add": (add or NOBODY, add or NOBODY),
            f"{name}_change": (view, change or NOBODY),
            f"{name}_delete": (NOBODY, NOBODY),
            f"{name}_history": (view, view),
            f"{name}_restore": (change or NOBODY, change or NOBODY),
        }
    return found


def _address(route: str, rows: dict[type[models.Model], Any]) -> str:
    path = route.replace("^", "").replace("$", "")
    table = re.match(r"admin/(\w+)/(\w+)/", path)
    row = next(
        (rows[m] for m in rows if table and m._meta.label_lower == ".".join(table.groups())), None
    )
    event = next((rows[model] for model in rows if model is Event), None)

    def of_route(found: re.Match[str]) -> str:
        kind, name = found.group(1) or "str", found.group(2)
        if name == "kind":
            return str(ContentType.objects.get_for_model(Event).pk)
        if name == "key" and "note" in path and "write" in path and event:
            return str(event.pk)
        if name == "name" and "export" in path:
            return "event"
        if name in _WORDS:
            return _WORDS[name]
        if name.endswith(("id", "key", "pk")) and row is not None:
            return str(row.pk)
        return _SAMPLES.get(kind, "x")

    path = re.sub(r"<(?:(\w+):)?(\w+)>", of_route, _GROUP.sub(r"\1", path))
    return f"/{path}"
