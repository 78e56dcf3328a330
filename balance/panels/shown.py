"""What a reader wants to see of the charts; it changes no number."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """How the shares are drawn, empty as usual, and which poles; static/js/selection.js agrees.

    `hide` are codes of poles that are not drawn, `only` of those that alone are.
    """

    view: str = ""
    hide: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    def without(self, codes: Collection[str]) -> frozenset[str]:
        """Return those of a chart's poles that are not drawn: never all of them."""
        known = set(codes)
        hidden = known - set(self.only) if self.only else known & set(self.hide)
        return frozenset(hidden if hidden != known else ())

    def choices(self) -> dict[str, object]:
        """Return it as an address has it."""
        return {"view": self.view, "hide": ",".join(self.hide), "only": ",".join(self.only)}


AS_USUAL = Shown()
