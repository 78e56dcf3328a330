"""The columns of every kind of file, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from balance.importers.columns import Column
from balance.importers.registry import IMPORTED


def columns_in_words() -> str:
    """Return what each column of each kind of file means."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for name, kind in IMPORTED.items():
        yield f"{name}:"
        for column in kind.columns:
            yield f"  {column.name} ({_must(column)}): {column.help}"


def _must(column: Column) -> str:
    if column.is_extra:
        return _("may be left out")
    return _("must be filled in") if column.is_required else _("may be empty")
