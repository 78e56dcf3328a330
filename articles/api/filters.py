"""Which articles and outlets a reader asks for; and what every such question has in common."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.views import APIView

from articles.api.codes import IdField
from articles.api.parameters import ParameterField, WordsField
from articles.api.times import DayField
from articles.models import Outlet
from articles.searching import articles_with_words

Rows = QuerySet[Any]


class Keep(django_filters.Filter):
    """Keep the rows that a parameter asks for: by a look-up, or as a function of rows and value."""

    def __init__(self, how: str | Callable[[Any, Any], Rows], field: ParameterField) -> None:
        super().__init__(required=False)
        field.required = False
        self.how, self.parameter = how, field

    @property
    def field(self) -> ParameterField:
        """The field that reads the parameter."""
        return self.parameter

    def filter(self, rows: Rows, value: Any) -> Rows:
        """Return the rows left; all of them when the parameter is not given."""
        if value is None:
            return rows
        return (
            rows.filter(**{self.how: value}) if isinstance(self.how, str) else self.how(rows, value)
        )


class SpanForm(forms.Form):
    """Refuses a span of days that holds none."""

    def clean(self) -> dict[str, Any]:
        """Return what the parameters mean together."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and start >= end:
            self.add_error("end", empty_span(start, end))
        return cleaned


def empty_span(start: object, end: object) -> str:
    """Return the sentence about a span that ends before it begins."""
    return _("The span is empty: the end, %(end)s, is not after the start, %(start)s.") % {
        "start": start,
        "end": end,
    }


class Filtering(DjangoFilterBackend):
    """Reads the filters of a list."""

    def filter_queryset(self, request: Request, rows: Rows, view: APIView) -> Rows:
        """Return the rows that the parameters keep.

        Raises:
            ValidationError: with the form's own sentences. The parent would take a percent sign
                that the reader wrote for one of its own.
        """
        filters = self.get_filterset(request, rows, view)
        if not filters.is_valid():
            raise ValidationError(sentences(filters.errors))
        return filters.qs


def sentences(errors: Mapping[str, Iterable[object]]) -> dict[str, list[str]]:
    """Return the errors of a form as the API's exceptions take them."""
    return {name: [str(sentence) for sentence in each] for name, each in errors.items()}


class ListFilter(django_filters.FilterSet):
    """The parameters of one list."""

    class Meta:
        form = SpanForm


def named(*columns: str) -> Callable[[Rows, str], Rows]:
    """Return the filter that keeps the rows with the words in one of the columns."""

    def keep(rows: Rows, words: str) -> Rows:
        found = Q()
        for column in columns:
            found |= Q((f"{column}__icontains", words))
        return rows.filter(found)

    return keep


class OutletFilter(ListFilter):
    q = Keep(named("name"), WordsField(help_text=gettext_lazy("Words in the name.")))
    country = Keep("country", WordsField(help_text=gettext_lazy("Three letters, such as AZE.")))


class ArticleFilter(ListFilter):
    start = Keep(
        "published_on__gte", DayField(help_text=gettext_lazy("The first day of publication."))
    )
    end = Keep(
        "published_on__lt", DayField(help_text=gettext_lazy("The first day that is out again."))
    )
    outlet = Keep(
        "outlet",
        IdField(
            rows=Outlet.objects.all(),
            noun=gettext_lazy("outlet"),
            help_text=gettext_lazy("The number of an outlet."),
        ),
    )
    language = Keep("language", WordsField(help_text=gettext_lazy("Two letters, such as en.")))
    q = Keep(
        articles_with_words,
        WordsField(
            help_text=gettext_lazy(
                "Words of the title, the text or the outlet's name, as in a web search: all of "
                'them, "a phrase", -without, one or other.'
            )
        ),
    )
