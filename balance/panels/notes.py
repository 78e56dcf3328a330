"""Editors' notes: Markdown in, harmless HTML out."""

from urllib.parse import urlsplit

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "h3", "h4", "hr"}
markdown = MarkdownIt("commonmark", {"html": False})


def note_html(text: str) -> SafeString:
    """Return the note as HTML that may stand on a public page."""
    return mark_safe(  # noqa: S308 - nh3 has let through nothing but TAGS and checked addresses.
        nh3.clean(
            markdown.render(text),
            tags=TAGS,
            attributes={"a": {"href"}},
            attribute_filter=_keep_address,
            link_rel="noopener noreferrer",
        )
    )


def is_safe_address(address: str) -> bool:
    """Say whether a link stays on this site or goes to the web, and nothing else."""
    if any(character <= " " or character == "\\" for character in address):
        return False  # A browser drops or turns these, and may read //evil where we read a path.
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    return not address.startswith("//")


def _keep_address(element: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or is_safe_address(value) else None
