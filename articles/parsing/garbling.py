"""Texts that a machine broke: by a wrong encoding, or by a poor translation."""

import re
from itertools import pairwise

SIGNS_ENOUGH = 3
A_SIGN_IN = 3_000  # Letters: longer texts may have more slips before they count as broken.
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf¡-¿]|â€[™œ\x9d“”¦]|Ð[\x80-\xbf°-¿]|Ñ[\x80-\xbf€-™]|ï¿½|\ufffd")
_BREAKS: tuple[re.Pattern[str], ...] = (
    # A sentence that starts small, after a word that is no abbreviation.
    re.compile(r"[^\W\d_]{4,}[.!?][”\"»]? [^\W\d_A-ZА-ЯЁƏÖÜÇŞĞİ]{2}"),
    # A word that opens sentences, in the middle of one.
    re.compile(r"[a-z\]] (?:The|In|It|This|These|And|But|Of|To|With|For|As) [a-z]"),
    # The same word twice.
    re.compile(
        r"\b(the|a|an|of|to|in|and|for|is|was|has|by|on|и|в|на|с|ve|və) \1\b", re.IGNORECASE
    ),
)


def is_garbled(text: str) -> bool:
    """Say whether so many signs are broken that an editor should look twice."""
    if len(_MOJIBAKE.findall(text)) >= SIGNS_ENOUGH:
        return True
    signs = sum(_counted(pattern, text) for pattern in _BREAKS) + _quotations_left_open(text)
    return signs >= max(SIGNS_ENOUGH, len(text) / A_SIGN_IN)


def _counted(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _found in pattern.finditer(text))


def _quotations_left_open(text: str) -> int:
    """Count quotations that neither end in their paragraph nor go on in the next one."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    return sum(
        1
        for here, then in pairwise([*paragraphs, ""])
        if "„" not in here  # There, “ closes.
        and here.count("“") == here.count("”") + 1
        and not then.lstrip().startswith("“")
    )
