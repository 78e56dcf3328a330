"""Codes in cells, turned into rows of other tables; a wrong code gets the nearest right one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from django.utils.translation import gettext as _

from balance.importers.cells import quoted
from balance.importers.columns import Reference

SUGGESTIONS = 200  # Looking for the nearest code is slow; a file of wrong codes gets no more.
POOL = 20_000


class Lookups:
    """The ids behind the codes of one import, fetched once each."""

    def __init__(self) -> None:
        self._ids: dict[Reference, dict[str, int]] = defaultdict(dict)
        self._pools: dict[Reference, dict[str, str]] = {}
        self._suggested: dict[tuple[Reference, str, float], str] = {}

    def fetch(self, wanted: Iterable[tuple[Reference, str]]) -> None:
        """Look the codes up, in one query for each table; forget those of the batch before."""
        missing: dict[Reference, set[str]] = defaultdict(set)
        for reference, code in wanted:
            missing[reference].add(code)
        for reference, codes in missing.items():
            rows = reference.model._default_manager.filter(**{f"{reference.lookup}__in": codes})
            self._ids[reference] = dict(rows.values_list(reference.lookup, "pk"))

    def __getitem__(self, place: tuple[Reference, str]) -> int:
        reference, code = place
        return self._ids[reference][code]

    def __contains__(self, place: tuple[Reference, str]) -> bool:
        reference, code = place
        return code in self._ids[reference]

    def unknown(self, reference: Reference, code: str) -> str:
        """Return what to say of a code that is not there."""
        words = {**quoted(code), "noun": reference.noun}
        if nearest := self._nearest(reference, code):
            return _("there is no %(noun)s %(cell)s; did you mean %(nearest)s?") % {
                **words,
                "nearest": nearest,
            }
        return _("there is no %(noun)s %(cell)s; add it first, or correct the code") % words

    def looks_like_a_slip(self, reference: Reference, code: str) -> bool:
        """Return whether this is written as a code, and very nearly one that is there."""
        return code.isupper() and bool(self._nearest(reference, code, likeness=0.8))

    def _nearest(self, reference: Reference, code: str, *, likeness: float = 0.6) -> str:
        """Return the code that looks most like this one, or whose row has this name."""
        place = (reference, code, likeness)
        if place not in self._suggested:
            if len(self._suggested) >= SUGGESTIONS:
                return ""
            pool = self._pool(reference)
            padded = f"0{code}"  # Spreadsheets take the zero of a CAMEO code for nothing.
            found = (
                [padded]
                if padded in pool
                else get_close_matches(code.upper()[:100], pool, n=1, cutoff=likeness)
            )
            self._suggested[place] = pool[found[0]] if found else ""
        return self._suggested[place]

    def _pool(self, reference: Reference) -> dict[str, str]:
        if reference not in self._pools:
            self._pools[reference] = dict(_words(reference))
        return self._pools[reference]


def _words(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield each word that suggests a code, in capitals, with the code; codes last, so they win."""
    rows = reference.model._default_manager.order_by("pk")
    for lookup in (*reference.also, reference.lookup):
        for word, code in rows.values_list(lookup, reference.lookup)[:POOL]:
            if word:
                yield word.upper(), code
