"""What other sites and search engines are told about a page: words, address and picture."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.core.exceptions import DisallowedHost
from django.template import Context, Node, NodeList
from django.template.base import Parser, Token
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from balance.panels.addresses import with_choices
from balance.panels.card_words import signed_words
from balance.panels.charts import CHARTS
from balance.panels.panel_view import PanelView

register = template.Library()


class CaptureNode(Node):
    """Keeps what stands inside under a name: a block of a template has only one place."""

    def __init__(self, name: str, nodes: NodeList) -> None:
        self.name = name
        self.nodes = nodes

    def render(self, context: Context) -> SafeString:
        """Render what stands inside, for later."""
        words = " ".join(self.nodes.render(context).split())
        context[self.name] = mark_safe(words)  # noqa: S308 - a template has escaped it.
        return mark_safe("")


@register.tag
def capture(parser: Parser, token: Token) -> CaptureNode:
    """Keep the words up to endcapture under the name."""
    _tag, name = token.split_contents()
    nodes = parser.parse(("endcapture",))
    parser.delete_first_token()
    return CaptureNode(name, nodes)


@register.inclusion_tag("components/page_card.html", takes_context=True)
def page_card(context: Context, title: SafeString, description: SafeString) -> dict[str, Any]:
    """Fill components/page_card.html; an error page has no card."""
    request = context.get("request")
    try:
        site = request.build_absolute_uri("/").rstrip("/") if request else ""
    except DisallowedHost:
        site = ""
    if not site or request is None or request.resolver_match is None:
        return {"description": description}
    image, is_chart = _image(context, title, description)
    return {
        "title": title,
        "description": description or title,
        "address": f"{site}{request.path}",
        "image": f"{site}{image}",
        "is_chart": is_chart,
    }


def _image(context: Context, title: SafeString, description: SafeString) -> tuple[str, bool]:
    """Return the card of the page's first chart, or else one with the page's words."""
    page = context.get("page")
    panels: Sequence[PanelView] = getattr(page, "panels", ())
    for panel in panels if isinstance(panels, list) else ():
        if panel.kind in CHARTS and panel.figure:
            return panel.figure.picture_url("png", size="card"), True
    words = signed_words(_plain(title), _plain(description))
    return with_choices(reverse("card"), {"words": words}), False


def _plain(words: SafeString) -> str:
    """Return escaped words as a picture has them."""
    signs = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&"}
    text = strip_tags(words)
    for escaped, sign in signs.items():
        text = text.replace(escaped, sign)
    return text
