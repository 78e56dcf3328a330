"""Evidence: which article says so, and in which words."""

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy

from articles.admin.editorial import EditorialAdmin, EditorialStackedInline
from articles.admin.forms import EditorialForm, EditorialFormSet, RewordedForm
from articles.admin.refusals import SENTENCES
from articles.admin.widgets import PlainTextField
from balance.admin.publishing import PublicPartAdmin
from balance.models import Evidence
from balance.models.evidence import TARGETS

_QUOTE: dict[str, Any] = {
    "label": gettext_lazy("Quotation"),
    "required": False,
    "help_text": gettext_lazy(
        "Word for word as the stored text has it. Empty: no quotation recorded."
    ),
    "widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
}


def passage(text: str, quote: str) -> str | None:
    """Return the words of the text that the quotation repeats, whatever the white space."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    found = re.search(words, text) if words else None
    return found.group() if found else None


class QuotationMixin:
    """Takes the quotation from the article's text, where the text is stored."""

    cleaned_data: dict[str, Any]

    def clean_quote(self) -> str:
        """Return the passage as the article has it."""
        quote: str = self.cleaned_data["quote"]
        article = self.cleaned_data.get("article")
        if not quote or article is None or not article.text:
            return quote
        found = passage(article.text, quote)
        if found is None:
            raise forms.ValidationError(
                str(SENTENCES["evidence_quotation_occurs_in_the_text"].text)
            )
        return found


class EvidenceRowForm(QuotationMixin, RewordedForm):
    quote = PlainTextField(**_QUOTE)


class EvidenceForm(QuotationMixin, EditorialForm):
    quote = PlainTextField(**_QUOTE)


class EvidenceFormSet(EditorialFormSet):
    """Each quotation of an article once."""

    def clean(self) -> None:
        """Object to the same quotation twice."""
        super().clean()
        said = [(row["article"].pk, row["quote"]) for row in self.rows() if row.get("article")]
        if len(said) != len(set(said)):
            raise forms.ValidationError(str(SENTENCES["evidence_recorded_once"].text))


class EvidenceInline(EditorialStackedInline):
    """The articles quoted for or against one record."""

    model = Evidence
    form = EvidenceRowForm
    formset = EvidenceFormSet
    fields = [("article", "stance"), "quote"]
    named_by = ["article"]
    autocomplete_fields = ["article"]
    verbose_name = gettext_lazy("piece of evidence")
    verbose_name_plural = gettext_lazy("How we know: evidence")


@admin.register(Evidence)
class EvidenceAdmin(PublicPartAdmin, EditorialAdmin):
    form = EvidenceForm
    list_display = ["__str__", "article", "about", "stance"]
    list_filter = ["stance"]
    list_select_related = [
        "article",
        *TARGETS,
        "tie__actor_a",
        "tie__actor_b",
        "tie__kind",
        "observation__indicator",
        "observation__partner",
    ]
    search_fields = ["quote", "article__title", "article__url", "event__title"]
    autocomplete_fields = ["article", *TARGETS]
    fieldsets = [
        (None, {"fields": [("article", "stance"), "quote"]}),
        (gettext_lazy("About exactly one of these"), {"fields": [*TARGETS]}),
    ]
    kept_because = gettext_lazy("Remove evidence on the page of what it is about.")

    @admin.display(description=gettext_lazy("about"))
    def about(self, evidence: Evidence) -> str:
        """Return the one record that the evidence is about."""
        return str(next(filter(None, (getattr(evidence, name) for name in TARGETS)), ""))
