"""What names in English are called in the site's other languages."""

import threading
from collections.abc import Mapping

from django.core.signals import request_started
from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from balance.models.history import versioned


@versioned
class Translation(models.Model):
    """What editors wrote, in another language: the name of a pole or an actor, a title, a note.

    It hangs on the English words, not on a row: where an editor rewords a name, readers see the
    new English one until somebody translates it, and a page "as known on" translates the old one.
    """

    class Language(models.TextChoices):
        AZERBAIJANI = "az", "Azərbaycanca"
        RUSSIAN = "ru", "Русский"
        TURKISH = "tr", "Türkçe"

    english = models.TextField(
        _("in English"), help_text=_("A name, title or note, letter for letter as it stands.")
    )
    language = models.CharField(_("language"), max_length=2, choices=Language)
    text = models.TextField(
        _("translation"), help_text=_("A name in the nominative, as in a list.")
    )

    class Meta:
        ordering = ["english", "language"]
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            # Of the digest: a note is longer than what an index holds.
            models.UniqueConstraint(
                MD5("english"), "language", name="translation_once_in_a_language"
            ),
            models.CheckConstraint(
                name="translation_says_something", condition=~Q(english="") & ~Q(text="")
            ),
            models.CheckConstraint(
                name="translation_language_is_known", condition=Q(language__in=["az", "ru", "tr"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.english}: {self.text}"


_read = threading.local()


def translated(english: str) -> str:
    """Return what a name is called in the reader's language; in English where nobody has said."""
    language = (get_language() or "en").partition("-")[0]
    if language == "en" or not english:
        return english
    return _names(language).get(english, english)


def translations() -> Mapping[str, str]:
    """Return all names of the reader's language by their English ones; none on English pages."""
    language = (get_language() or "en").partition("-")[0]
    return {} if language == "en" else _names(language)


def _names(language: str) -> Mapping[str, str]:
    """Return the names in a language, read once for each request."""
    found: dict[str, Mapping[str, str]] = _read.__dict__
    if language not in found:
        rows = Translation.objects.filter(language=language)
        found[language] = dict(rows.values_list("english", "text"))
    return found[language]


def forget_translations(**_signal: object) -> None:
    """Read the names anew when they are next asked for."""
    _read.__dict__.clear()


request_started.connect(forget_translations, dispatch_uid="balance.translations")
