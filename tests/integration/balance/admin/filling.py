"""Fill in a form of the admin as a browser would: what the page holds, with some values changed."""

from html import unescape
from html.parser import HTMLParser
from typing import Any

from django.test import Client

_UNSENT = ("submit", "button", "reset", "checkbox", "radio")  # Unless it is checked.


class _Form(HTMLParser):
    """Collects what the form with the given id would send."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted, self.inside = wanted, False
        self.values: dict[str, Any] = {}
        self._select = self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.wanted
        elif self.inside and (name := given.get("name") or self._select):
            self._take(tag, name, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.values[self._textarea] += data

    def _take(self, tag: str, name: str, given: dict[str, str | None]) -> None:
        kind = given.get("type", "text")
        if tag == "textarea":
            self._textarea, self.values[name] = name, ""
        elif tag == "select":
            self._select = name
            self.values.setdefault(name, "")
        elif (tag == "option" and "selected" in given) or (
            tag == "input" and (kind not in _UNSENT or "checked" in given)
        ):
            self.values[name] = given.get("value") or ""


def read_form(client: Client, address: str, form: str) -> dict[str, Any]:
    """Return what the form on the page would send if nothing were changed."""
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    parser = _Form(form)
    parser.feed(page.content.decode())
    # A browser leaves out the empty rows that scripts copy and the first line end of a text, and
    # ends lines as the network does.
    return {
        name: value.replace("\r\n", "\n").removeprefix("\n").replace("\n", "\r\n")
        for name, value in parser.values.items()
        if "__prefix__" not in name
    }


def with_row(values: dict[str, Any], prefix: str, **row: Any) -> dict[str, Any]:
    """Return the values with one more inline row."""
    number = int(values[f"{prefix}-TOTAL_FORMS"])
    return {
        **values,
        f"{prefix}-TOTAL_FORMS": str(number + 1),
        **{f"{prefix}-{number}-{name}": value for name, value in row.items()},
    }


def complaints(page: Any) -> str:
    """Return every error that a form and its rows show, as one text; empty without any."""
    if page.context is None or "errors" not in page.context:
        return ""
    return unescape(" ".join(str(error) for error in page.context["errors"]))


def told(page: Any) -> str:
    """Return the messages that the page at the end of the redirects shows, as one text."""
    return " ".join(str(message) for message in page.context["messages"])
