"""The codebook as a page, and as sections that a search finds."""

import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

FILE = settings.BASE_DIR / "docs" / "codebook.md"
_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
_REPOSITORY_LINK = re.compile(r"\[([^\]]+)\]\((?!#|https?:)[^)]*\)")  # Leads nowhere on the site.


@dataclass(frozen=True)
class Section:
    """A heading of the codebook with what stands below it."""

    title: str
    anchor: str
    level: int
    text: str


@dataclass(frozen=True)
class Codebook:
    """The page, and its sections in order."""

    html: SafeString
    sections: tuple[Section, ...]


@cache
def codebook() -> Codebook:
    """Return the codebook of this version of the site; it is read once."""
    source = _REPOSITORY_LINK.sub(r"\1", FILE.read_text(encoding="utf-8"))
    tokens = _markdown.parse(source.split("\n", 1)[1])
    sections = tuple(_sections(tokens, source.splitlines()[1:]))
    for token in tokens:
        if token.type == "table_open":
            token.attrSet("tabindex", "0")  # On a phone it scrolls, also for a keyboard.
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    return Codebook(mark_safe(html), sections)  # noqa: S308 - our own file, and no HTML in it.


def sections_with(words: str) -> list[Section]:
    """Return the sections that have every word, those with it in the title first."""
    wanted = words.casefold().split()
    found = [
        section
        for section in codebook().sections
        if wanted and all(word in f"{section.title} {section.text}".casefold() for word in wanted)
    ]
    return sorted(found, key=lambda s: not all(word in s.title.casefold() for word in wanted))


def _sections(tokens: list[Token], lines: list[str]) -> list[Section]:
    """Give every heading an address, and return what stands below each."""
    heads = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    ends = [(tokens[at].map or [0])[0] for at in heads[1:]] + [len(lines)]
    sections = []
    for at, end in zip(heads, ends, strict=True):
        title = tokens[at + 1].content
        tokens[at].attrSet("id", slugify(title))
        below = " ".join(lines[(tokens[at].map or [0, 0])[1] : end])
        sections.append(Section(title, slugify(title), int(tokens[at].tag[1]), below))
    return sections
