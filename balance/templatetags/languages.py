"""The same page in the other languages."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.template import Context
from django.urls import translate_url
from django.utils.translation import get_language

register = template.Library()


@dataclass(frozen=True)
class Other:
    """A language of the site: its own name, and where it has the page."""

    tag: str
    name: str
    url: str
    whole: str  # With the host, as search engines want it.
    is_current: bool


@register.simple_tag(takes_context=True)
def page_languages(context: Context) -> list[Other]:
    """Return every language with the page's address in it; none where the address is not known."""
    request: Any = context.get("request")
    try:
        here, site = request.get_full_path(), request.build_absolute_uri("/").rstrip("/")
    except (AttributeError, DisallowedHost):  # An error page has no request, or a forged host.
        return []
    return [
        Other(
            tag=_tag(code),
            name=name,
            url=(url := translate_url(here, code)),
            whole=f"{site}{url}",
            is_current=code == get_language(),
        )
        for code, name in settings.LANGUAGES
    ]


def _tag(code: str) -> str:
    """Return the language without its country: the page is for everybody who reads English."""
    return code.partition("-")[0]
