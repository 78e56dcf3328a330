"""How well and how fast the coding engine reads: `python -m benchmarks.coding [--errors]`.

Reads human-coded sentences (../shared/data/coding) where they are present, and prints figures by
fold and by class. Folds are fixed by a hash of the sentence's id: a pattern is chosen by looking
at the errors of four folds, and the fifth says what it is worth.
"""

import argparse
import csv
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from balance.coding.dictionary import Dictionary, Name
from balance.coding.proposing import Proposed, propose
from balance.coding.sentences import sentences
from benchmarks.plain import DEMO

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SENTENCES = DATA / "coding" / "plover_gsr_cameo.jsonl"
ALIASES = DATA / "coding" / "actor_aliases.psv"
FOLDS = 5
HELD_OUT = 4
DAY = date(2000, 6, 15)
_MISTYPED = {"ITL": "ITA", "VTN": "VNM"}
_KINDS = ("name", "demonym", "place", "person")
_QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT"},
    2: {"COOPERATE", "AID", "YIELD", "CONCEDE", "RETREAT"},
    3: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    4: {"SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"},
}
QUAD = {kind: quad for quad, kinds in _QUADS.items() for kind in kinds}
NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}  # noqa: E501  # fmt: skip

Pair = tuple[str, str]
Coded = tuple[Pair, str]


@dataclass(frozen=True)
class Row:
    """A sentence with the directed pairs of two different states that a person coded."""

    id: str
    sentence: str
    gold: frozenset[Coded]

    @property
    def fold(self) -> int:
        return int(hashlib.sha256(self.id.encode()).hexdigest()[:8], 16) % FOLDS


def names(path: Path = ALIASES) -> Iterator[Name]:
    """Yield the names of a file of aliases: code|names|demonyms|capitals|people."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        code, *columns = line.split("|")
        for kind, column in zip(_KINDS, columns, strict=False):
            for text in filter(None, map(str.strip, column.split(";"))):
                yield Name(text, code, kind, is_case_sensitive=text.isupper())  # type: ignore[arg-type]


def states(path: Path = ALIASES) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {code for line in lines if len(code := line.split("|")[0]) == 3}


def rows() -> list[Row]:
    """Return the interstate rows: those with a coded pair of two different states."""
    known = states()
    found = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = frozenset(
            ((first, second), _alike(event["plover"]))
            for event in row["events"]
            for first, second in _pairs(event["pairs"])
            if first != second and {first, second} <= known
        )
        found.append(Row(row["id"], row["sentence"], gold))
    return [row for row in found if row.gold]


def _pairs(pairs: Iterable[Iterable[str]]) -> Iterator[Pair]:
    for pair in pairs:
        first, second = (_MISTYPED.get(code, code) for code in pair)
        yield first, second


def _alike(event_type: str) -> str:
    """The sentences know one class YIELD where the product has two types."""
    return "YIELD" if event_type in ("CONCEDE", "RETREAT") else event_type


def coded(found: Iterable[Proposed], known: set[str]) -> Iterator[tuple[Coded, float]]:
    """Yield the directed pairs of states that events say, with the score of the event."""
    for proposed in found:
        if proposed.kind != "event":
            continue
        for first in proposed.initiators:
            for second in proposed.recipients:
                if first != second and {first, second} <= known:
                    yield ((first, second), _alike(proposed.event_type)), proposed.score


@dataclass
class Tally:
    """Hits, and what was said and coded, of one measure."""

    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, said: set, true: set) -> None:
        self.right += len(said & true)
        self.said += len(said)
        self.true += len(true)

    def __str__(self) -> str:
        precision, recall = self.right / max(self.said, 1), self.right / max(self.true, 1)
        return f"F1 {self.f1:.3f} (precision {precision:.2f}, recall {recall:.2f}, of {self.true})"

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.said + self.true, 1)


@dataclass
class Report:
    """The measures of a set of rows."""

    pair: Tally = field(default_factory=Tally)
    pair_and_class: Tally = field(default_factory=Tally)
    pair_and_type: Tally = field(default_factory=Tally)
    by_class: dict[int, Tally] = field(default_factory=lambda: {quad: Tally() for quad in NAMES})
    by_type: dict[str, Tally] = field(default_factory=dict)
    types_found: int = 0
    types: int = 0
    scored: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, row: Row, found: list[Proposed], known: set[str]) -> set[Coded]:
        pairs = dict(sorted(coded(found, known), key=lambda pair: pair[1]))
        said, gold = set(pairs), set(row.gold)
        self.pair.add({pair for pair, _ in said}, {pair for pair, _ in gold})
        classes = [{(pair, QUAD[kind]) for pair, kind in of} for of in (said, gold)]
        self.pair_and_class.add(*classes)
        self.pair_and_type.add(said, gold)
        for quad, tally in self.by_class.items():
            tally.add(*({each for each in of if each[1] == quad} for of in classes))
        for kind in {kind for _, kind in said | gold}:
            tally = self.by_type.setdefault(kind, Tally())
            tally.add(*({each for each in of if each[1] == kind} for of in (said, gold)))
        top = [_alike(proposed.event_type) for proposed in found if proposed.kind == "event"][:3]
        kinds = {kind for _, kind in gold}
        self.types += len(kinds)
        self.types_found += len(kinds & set(top))
        self.scored += [
            (score, (pair, QUAD[kind]) in classes[1]) for (pair, kind), score in pairs.items()
        ]
        return said

    @property
    def summary(self) -> str:
        return (
            f"pair {self.pair.f1:.3f}, pair and class {self.pair_and_class.f1:.3f}, "
            f"pair and type {self.pair_and_type.f1:.3f}, top 3 {self.types_found / self.types:.3f}"
        )

    def bins(self) -> Iterator[str]:
        for low, high in ((0.8, 1.01), (0.6, 0.8), (0.4, 0.6), (0.2, 0.4), (0.0, 0.2)):
            inside = [right for score, right in self.scored if low <= score < high]
            if inside:
                share = sum(inside) / len(inside)
                said = f"{low:.1f} to {min(high, 1):.1f}"
                yield f"score {said}: precision {share:.2f} of {len(inside)}"

    def lines(self) -> Iterator[str]:
        yield f"directed pair:  {self.pair}"
        yield f"pair and class: {self.pair_and_class}"
        yield f"pair and type:  {self.pair_and_type}"
        yield f"top-3 type recall: {self.types_found / max(self.types, 1):.3f} of {self.types}"
        for quad, tally in self.by_class.items():
            yield f"  {NAMES[quad]}: {tally}"
        for kind in sorted(self.by_type):
            yield f"    {kind}: {self.by_type[kind]}"
        yield from self.bins()


def report(of: Iterable[Row], dictionary: Dictionary, errors: bool = False) -> Report:
    known, made = states(), Report()
    for row in of:
        found = propose(row.sentence, published_on=DAY, dictionary=dictionary)
        said = made.add(row, found, known)
        if errors and said != row.gold:
            print(row.id, row.sentence)
            print("    coded", sorted(row.gold))
            print("    said ", sorted(said), [(p.kind, p.event_type) for p in found])
    return made


def speed(text: str, dictionary: Dictionary, seconds: float = 3.0) -> float:
    """Return how many sentences of the text a second one core reads."""
    count, read, begun = sum(1 for _ in sentences(text)), 0, time.process_time()
    while time.process_time() - begun < seconds:
        propose(text, published_on=DAY, dictionary=dictionary)
        read += count
    return read / (time.process_time() - begun)


def speed_on_demonstration() -> float:
    """Return the speed on the demonstration's descriptions, with its actors."""
    with (DEMO / "actors.csv").open(encoding="utf-8", newline="") as lines:
        known = [
            Name(text.strip(), row["code"], is_case_sensitive=text.isupper())
            for row in csv.DictReader(lines)
            for text in (row["name"], *row["aliases"].split(";"))
        ]
    with (DEMO / "events.csv").open(encoding="utf-8", newline="") as lines:
        text = "\n".join(row["description"] for row in csv.DictReader(lines))
    return speed(text, Dictionary(known))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list those of four folds")
    arguments = parser.parse_args()
    dictionary = Dictionary(names())
    everything = rows()
    folds = dict(sorted(Counter(row.fold for row in everything).items()))
    print(f"{len(everything)} interstate rows; by fold {folds}")
    if arguments.errors:
        report([row for row in everything if row.fold != HELD_OUT], dictionary, errors=True)
        return
    for fold in range(FOLDS):
        made = report([row for row in everything if row.fold == fold], dictionary)
        note = " (held out)" if fold == HELD_OUT else ""
        print(f"fold {fold}{note}: {made.summary}")
    print("\n".join(report(everything, dictionary).lines()))
    text = "\n".join(json.loads(line)["sentence"] for line in SENTENCES.read_text().splitlines())
    print(f"{speed(text, dictionary):.0f} sentences a second on one core")


if __name__ == "__main__":
    main()
