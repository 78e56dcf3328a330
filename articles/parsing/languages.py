"""The language of a text, among those in use: fewer to choose from are fewer to mistake."""

from collections.abc import Sequence
from functools import cache

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

ENOUGH = 5_000  # Letters: more of them tell nothing more.
FEWEST_LETTERS = 12
SURE_ENOUGH = 0.6


def language_of(text: str, *, among: Sequence[str]) -> str:
    """Return the code of the text's language, or nothing where the words do not tell.

    Args:
        text: as it stands on the page.
        among: two-letter codes, such as `az`.
    """
    sample = text[:ENOUGH]
    letters = sum(letter.isalpha() for letter in sample)
    is_ideographic = any("\u4e00" <= letter <= "\u9fff" for letter in sample)
    if letters < (2 if is_ideographic else FEWEST_LETTERS):
        return ""
    if len(among) < 2:
        return "".join(among)
    likeliest = _detector(tuple(among)).compute_language_confidence_values(sample)[0]
    if likeliest.value < SURE_ENOUGH:
        return ""
    return likeliest.language.iso_code_639_1.name.lower()


def known_codes() -> set[str]:
    """Return the codes of all languages that can be told apart."""
    return {name.lower() for name in dir(IsoCode639_1) if len(name) == 2 and name.isupper()}


@cache
def _detector(codes: tuple[str, ...]) -> LanguageDetector:
    wanted = [getattr(IsoCode639_1, code.upper()) for code in codes]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*wanted).build()
