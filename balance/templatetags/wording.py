"""Filters that write numbers and dates the way every page does."""

import json
from collections.abc import Sequence
from itertools import repeat
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from balance.models import translated
from balance.panels import wording
from balance.panels.facts import partners
from balance.panels.pivots import PIVOT_EXPLAINED, WEAK_EXPLAINED
from balance.queries.search import START, STOP

register = template.Library()

for write in (
    wording.decimal,
    wording.signed,
    wording.percent,
    wording.count,
    wording.day,
    wording.month,
    wording.confidence,
    wording.opening,
    wording.plain,
    wording.parameter,
):
    register.filter(write.__name__, write)

register.filter("translated", translated)

GAP = "\x1f"  # Stands for the border of two cells while a row is escaped at once.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def when(record: Any) -> str:
    """Write when an event happened, as precisely as it is known."""
    return wording.span(record.start, record.end, record.precision)


@register.filter
def who(event: Any) -> str:
    """Name everybody who took part in an event, each once."""
    return ", ".join(partners(event.participants.all()))


@register.filter
def marked(text: str) -> SafeString:
    """Write a text with what a search found in it marked."""
    safe = escape(text).replace(START, "<mark>").replace(STOP, "</mark>")
    return mark_safe(safe)  # noqa: S308 - the text is escaped; only the marks are ours.


@register.filter
def has_marks(text: str | None) -> bool:
    """Say whether a search found anything in the text."""
    return START in (text or "")


@register.filter
def host(address: str) -> str:
    """Name the site of an address."""
    return urlsplit(address).netloc.removeprefix("www.")


@register.filter
def published(article: Any) -> str:
    """Write when an article was published, as precisely as it is known."""
    precision, on = article.published_precision, article.published_on
    if on is None:
        return ""
    return wording.span(on, on, precision)


@register.simple_tag
def body_rows(rows: list[tuple[str, list[str]]], links: Sequence[str] = ()) -> SafeString:
    """Write the rows of a long table; a template's loop would take ten times as long.

    Where there are links, each row's heading leads to its own.
    """
    addressed = zip(rows, links or repeat(""), strict=False)
    return mark_safe(  # noqa: S308 - every cell and address is escaped.
        "".join(_row(heading, cells, link) for (heading, cells), link in addressed)
    )


def _row(heading: str, cells: list[str], link: str) -> str:
    first, *others = escape(GAP.join([heading, *cells])).split(GAP)
    if link:
        first = f'<a href="{escape(link)}">{first}</a>'
    data = "".join([f"<td>{cell}</td>" for cell in others])
    return f'<tr><th scope="row">{first}</th>{data}</tr>'


@register.simple_tag
def pivot_explained() -> str:
    """Say in a few lines what a pivot is."""
    return str(PIVOT_EXPLAINED)


@register.simple_tag
def weak_explained() -> str:
    """Say in a line what a weak sign is."""
    return str(WEAK_EXPLAINED)


@register.simple_tag
def tone_explained() -> str:
    """Say in a line what a tone is."""
    return str(wording.TONE_EXPLAINED)


@register.simple_tag
def json_block(data: Any, css_class: str) -> SafeString:
    """Write data for a script to read; what might end the block is escaped."""
    text = mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308 - so.
    return format_html('<script type="application/json" class="{}">{}</script>', css_class, text)
