import time
from contextlib import contextmanager
from datetime import date

import pytest

from balance.coding.dictionary import Dictionary, Name
from balance.coding.proposing import Proposed, propose

STATES = {
    "AZE": ("Azerbaijan", "Azerbaijani", "Baku", "Ilham Aliyev", "Aliyev", "Hikmet Hajiyev"),
    "RUS": ("Russia", "Russian", "Moscow", "Vladimir Putin", "Putin"),
    "IRN": ("Iran", "Iranian", "Tehran", "Masoud Pezeshkian"),
    "TUR": ("Turkey", "Turkish", "Ankara", "Erdogan"),
    "CHN": ("China", "Chinese", "Beijing", "Xi Jinping"),
    "USA": ("United States", "American", "Washington", "Joe Biden"),
    "ARM": ("Armenia", "Armenian", "Yerevan", "Nikol Pashinyan"),
    "FRA": ("France", "French", "Paris", "Macron"),
    "KAZ": ("Kazakhstan", "Kazakh", "Astana", "Tokayev"),
}
KINDS = ("name", "demonym", "place", "person", "person", "person")
BODIES = {"EUU": "European Union", "SCO": "SCO", "BRICS": "BRICS", "UN": "United Nations"}


def small_dictionary() -> Dictionary:
    names = [
        Name(text, code, kind)
        for code, texts in STATES.items()
        for text, kind in zip(texts, KINDS, strict=False)
    ]
    names += [Name(text, code, "institution") for code, text in BODIES.items()]
    return Dictionary([*names, Name("US", "USA", is_case_sensitive=True), Name("U.S.", "USA")])


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return small_dictionary()


@pytest.fixture
def read(dictionary):
    def read(text: str, on: date | None = date(2024, 8, 24)) -> list[Proposed]:
        """Return the proposals in the text's order."""
        found = propose(text, published_on=on, dictionary=dictionary)
        return sorted(found, key=lambda proposed: proposed.start)

    return read


@pytest.fixture
def time_limit():
    @contextmanager
    def limit(seconds: float):
        begun = time.process_time()
        yield
        assert time.process_time() - begun < seconds

    return limit
