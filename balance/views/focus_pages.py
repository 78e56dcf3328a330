"""What every page about a focus does: find it, answer what was asked, or else the usual."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from balance.models import Focus
from balance.queries.balance import find_focus
from balance.queries.questions import BadQuestion, UnknownFocus

Answered = TypeVar("Answered")


class Asking(Protocol):
    """A form that asks a question."""

    def is_valid(self) -> bool:
        """Say whether every field means something."""

    def refuse(self, error: BadQuestion) -> None:
        """Show what is wrong with the question beside the field that is to blame."""


def focus_or_404(code: str) -> Focus:
    """Return the focus of the code.

    Raises:
        Http404: if there is none.
    """
    try:
        return find_focus(code)
    except UnknownFocus:
        raise Http404 from None


def answer_or_usual(
    form: Asking, asked: Callable[[], Answered], usual: Callable[[], Answered]
) -> Answered:
    """Answer what the reader asked, or, where that makes no sense, the usual question.

    Raises:
        BadQuestion: if even that has no answer.
    """
    if form.is_valid():
        try:
            return asked()
        except BadQuestion as error:
            form.refuse(error)
    return usual()


def unanswered(request: HttpRequest, focus: Focus, error: BadQuestion) -> HttpResponse:
    """Say why even the usual question has no answer: nothing is published."""
    context = {"focus": focus, "problem": error.sentence}
    return render(request, "balance/unanswered.html", context, status=503)
