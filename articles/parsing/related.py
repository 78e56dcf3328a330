"""Lists of other articles, which many pages have in the middle of their own text."""

import re

_HEADLINE = re.compile(r"\s*[-–•*▪■►]\s+(?P<words>\S.{20,170})$")
_SEES_ALSO = re.compile(
    r"\s*(?:[-–•*]\s+)?(?:"
    r"read (?:more|also|next)|also read|see also|related(?: articles| stories| news)?|"
    r"more (?:on|from) .{1,40}|you may also like|recommended|"
    r"читайте также|читать также|по теме|смотрите также|ещё по теме|"
    r"oxşar xəbərlər|həmçinin oxuyun|ilgili haberler|ayrıca okuyun|"
    r"همچنین بخوانید|بیشتر بخوانید|相关(?:阅读|新闻|报道)|延伸阅读"
    r")\s*:?\s*$",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"[.;,:…][\"”»)]*$")
FEWEST = 2  # Lines in a row: one alone may be a sentence that somebody numbered.
FEWEST_WORDS = 5


def without_related(text: str) -> str:
    """Return the text without the lists of headlines that lead to other articles."""
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        end = _end_of_list(lines, at)
        if end > at:
            at = end
        else:
            kept.append(lines[at])
            at += 1
    return "\n".join(kept) if len(kept) < len(lines) else text


def _end_of_list(lines: list[str], start: int) -> int:
    """Return the line after the list that starts here; the start itself where none does."""
    is_named = bool(_SEES_ALSO.match(lines[start]))
    at = start + is_named
    first = at
    while at < len(lines) and _is_headline(lines[at]):
        at += 1
    if is_named:
        return at
    leads_in = start > 0 and lines[start - 1].rstrip().endswith(":")
    return at if at - first >= FEWEST and not leads_in else start


def _is_headline(line: str) -> bool:
    """Say whether the line is a point of a list that reads like a headline."""
    found = _HEADLINE.match(line)
    if not found:
        return False
    words = found["words"].strip()
    is_long_enough = len(words.split()) >= FEWEST_WORDS
    return is_long_enough and not words[0].islower() and not _ENDS_A_SENTENCE.search(words)
