"""The ties that stand, and in which poles the tied actors were, in one snapshot."""

from dataclasses import dataclass
from functools import cached_property

from balance.models import Tie, TieKind
from balance.queries.balance import Setting
from balance.queries.snapshots import Row, Snapshot


@dataclass(frozen=True)
class Ties(Snapshot):
    """Standing ties, with the ladders they are on."""

    @property
    def all(self) -> list[Row]:
        """The ties, those first whose start is not stated, then in the order of time."""
        return list(self.rows["ties"] or ())

    @cached_property
    def rungs(self) -> list[tuple[str, str, str, int | None]]:
        """Ladder, code, name and rank of each rung, lowest first; marks have no rank."""
        return [(ladder, code, name, rank) for ladder, code, name, rank in self.rows["rungs"] or ()]


def load_ties(setting: Setting, *, everybody: bool) -> Ties:
    """Return the ties of the focus, or of everybody, now or as they stood at the instant."""
    tables = {"tie": Tie, "tie_kind": TieKind}
    return Ties.read(setting, "ties.sql", tables, everybody=everybody)
