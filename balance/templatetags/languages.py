"""The same page in the other languages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polib
from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.template import Context
from django.urls import translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language, to_locale

from balance.models import Pole, translations
from balance.templatetags.wording import json_block

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


@register.simple_tag
def page_words() -> SafeString | str:
    """Write what scripts say in the page's language; nothing on an English page."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return ""
    poles = set(Pole.objects.values_list("name", flat=True))
    names = {english: text for english, text in translations().items() if english in poles}
    return json_block({"words": _words(language), "names": names}, "words")


@cache
def _words(language: str) -> dict[str, str | list[str]]:
    """Return the catalogue of the scripts: each English sentence and its translation, or forms."""
    made = Path(settings.LOCALE_PATHS[0], to_locale(language), "LC_MESSAGES", "djangojs.mo")
    if not made.exists():
        return {}
    return {
        entry.msgid: [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)]
        if entry.msgid_plural
        else entry.msgstr
        for entry in polib.mofile(str(made))
        if entry.msgid
    }


def _tag(code: str) -> str:
    """Return the language without its country: the page is for everybody who reads English."""
    return code.partition("-")[0]
