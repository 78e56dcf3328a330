"""What names are called in other languages."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.forms import Textarea
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin
from balance.models import Translation


@admin.register(Translation)
class TranslationAdmin(EditorialAdmin):
    list_display = ["english", "language", "text"]
    list_filter = ["language"]
    search_fields = ["english", "text"]
    search_help_text = _("A name in English, or its translation.")
    fields = ["english", "language", "text"]
    kept_because = _("Translations are never deleted: write the name anew.")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Give names a box of two lines; it grows by hand for notes."""
        if db_field.name in ("english", "text"):
            kwargs["widget"] = Textarea(attrs={"rows": 2, "cols": 80})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class Translated:
    """Shows under a record's form what its name is called in the other languages."""

    named_in = "name"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Show the other languages; they are kept in a table of their own."""
        own = super().get_readonly_fields(request, obj)  # type: ignore[misc]
        return [*own, "in_other_languages"]

    @admin.display(description=_("in other languages"))
    def in_other_languages(self, row: Any) -> str:
        """Return a link for each language: to the translation, or to a form that adds it."""
        english = getattr(row, self.named_in)
        if not english:
            return "–"
        known = {found.language: found for found in Translation.objects.filter(english=english)}
        return format_html_join(
            " · ",
            '<a href="{}" lang="{}">{}</a>',
            (
                (_address(english, language, known.get(language)), language, words)
                for language, name in Translation.Language.choices
                for words in [_words(name, known.get(language))]
            ),
        )


def _words(name: str, found: Translation | None) -> str:
    return format_html("{}: {}", name, found.text if found else _("add"))


def _address(english: str, language: str, found: Translation | None) -> str:
    if found:
        return reverse("admin:balance_translation_change", args=[found.pk])
    asked = urlencode({"english": english, "language": language})
    return f"{reverse('admin:balance_translation_add')}?{asked}"
