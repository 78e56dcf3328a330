"""Outlets and feeds to and from OPML files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Feed, Outlet
from articles.parsing import Unreadable
from articles.parsing.outlines import NAMESPACE, Outline, read_outlines

WORDS = {
    "entities": _("The file declares entities, which a list of feeds does not need."),
}


@dataclass(frozen=True)
class Rejection:
    """A line of the file that cannot be stored, and the cure."""

    line: int
    reason: str


class NotStored(ValueError):
    """Nothing of the file is stored; `rejected` says why, by line."""

    def __init__(self, rejected: Sequence[Rejection]) -> None:
        super().__init__(f"{len(rejected)} lines")
        self.rejected = list(rejected)


@dataclass(frozen=True)
class Report:
    """What came in: new outlets, new feeds, and feeds that were there."""

    outlets: int
    feeds: int
    known: int


@transaction.atomic
def import_outlines(*, data: bytes, dry_run: bool = False) -> Report:
    """Store the outlets and feeds that are not there yet; what is there stays as it is.

    Raises:
        NotStored: a line cannot be stored; then none is.
    """
    try:
        found = read_outlines(data)
    except Unreadable as error:
        raise NotStored([_unreadable(str(error))]) from error
    rejected = [problem for outline in found for problem in _problems(outline)]
    if not found:
        rejected = [Rejection(1, _("The file lists no feeds: no outline has an xmlUrl."))]
    if rejected:
        raise NotStored(rejected)
    report = _store(found)
    if dry_run:
        transaction.set_rollback(True)
    return report


def export_outlines() -> bytes:
    """Return every outlet and feed, so that an import elsewhere brings the same."""
    ElementTree.register_namespace("balance", NAMESPACE)
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "Balance"
    body = ElementTree.SubElement(root, "body")
    for outlet in Outlet.objects.prefetch_related("feeds"):
        of_outlet = _attributes(outlet)
        for feed in outlet.feeds.all():
            ElementTree.SubElement(body, "outline", {**of_outlet, **_feed_attributes(feed)})
        if not outlet.feeds.all():
            ElementTree.SubElement(body, "outline", of_outlet)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _attributes(outlet: Outlet) -> dict[str, str]:
    attributes = {"text": _printable(outlet.name), "title": _printable(outlet.name)}
    if outlet.homepage:
        attributes["htmlUrl"] = outlet.homepage
    if outlet.country:
        attributes[f"{{{NAMESPACE}}}country"] = outlet.country
    return attributes


def _feed_attributes(feed: Feed) -> dict[str, str]:
    return {
        "type": "rss",
        "xmlUrl": feed.url,
        f"{{{NAMESPACE}}}active": "1" if feed.is_active else "0",
        f"{{{NAMESPACE}}}checkEvery": str(feed.check_every),
    }


def _printable(text: str) -> str:
    """Return the text without signs that XML has no way to write."""
    return "".join(letter for letter in text if letter.isprintable())


def _unreadable(said: str) -> Rejection:
    code, _colon, line = said.partition(":")
    text = WORDS.get(code) or _("This is no OPML file: the XML breaks off or is malformed here.")
    return Rejection(int(line or 1), text)


def _problems(outline: Outline) -> list[Rejection]:
    """Return what a form would object to."""
    outlet = Outlet(name=outline.name, homepage=outline.homepage, country=outline.country)
    problems = _objections(outline, outlet, {"name": "text", "homepage": "htmlUrl"})
    if outline.url:
        problems += _objections(outline, Feed(url=outline.url), {"url": "xmlUrl"})
    if _number(outline.check_every) < 1:
        text = _("checkEvery=“%(value)s”: write the minutes between two looks, such as 60.")
        problems.append(Rejection(outline.line, text % {"value": outline.check_every[:200]}))
    return problems


def _objections(outline: Outline, row: Any, names: Mapping[str, str]) -> list[Rejection]:
    try:
        row.clean_fields(exclude=["outlet"])
    except ValidationError as error:
        return [
            Rejection(outline.line, _complaint(names.get(field, field), getattr(row, field), said))
            for field, said in error.message_dict.items()
        ]
    return []


def _complaint(name: str, value: object, said: Sequence[str]) -> str:
    text = _("%(name)s=“%(value)s”: %(complaint)s")
    return text % {"name": name, "value": str(value)[:200], "complaint": " ".join(said)}


def _number(written: str) -> int:
    """Return the minutes; 0, which no feed can have, for what is no number."""
    return int(written[:9]) if written.isascii() and written.isdigit() else 0


def _store(found: Sequence[Outline]) -> Report:
    names = {outline.name.casefold(): outline for outline in reversed(found)}
    there = {outlet.name.casefold(): outlet for outlet in Outlet.objects.all()}
    new = [
        Outlet(name=outline.name, homepage=outline.homepage, country=outline.country)
        for key, outline in reversed(names.items())
        if key not in there
    ]
    there |= {outlet.name.casefold(): outlet for outlet in Outlet.objects.bulk_create(new)}
    by_address = {outline.url: outline for outline in reversed(found) if outline.url}
    known = set(Feed.objects.filter(url__in=by_address).values_list("url", flat=True))
    feeds = [
        Feed(
            outlet=there[outline.name.casefold()],
            url=url,
            is_active=outline.is_active,
            check_every=_number(outline.check_every),
        )
        for url, outline in reversed(by_address.items())
        if url not in known
    ]
    Feed.objects.bulk_create(feeds, ignore_conflicts=True)
    return Report(outlets=len(new), feeds=len(feeds), known=len(known))
