"""The columns of every kind of file, in words."""

from collections.abc import Iterator

from balance.importers.registry import KINDS


def columns_in_words() -> str:
    """Return what each column of each kind of file means."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for name, kind in KINDS.items():
        yield f"{name}:"
        for column in kind.columns:
            must = "must be filled" if column.is_required else "may be empty"
            yield f"  {column.name} ({'may be left out' if column.is_extra else must}): {column.help}"
