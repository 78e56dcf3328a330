"""One search over all that editors keep: by a word, a code, a number or a pasted address."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Outlet
from balance.models import Actor, Claim, Dashboard, Event, Tie
from balance.queries.choosing import actors_called, likeliest_first
from balance.queries.folding import with_words

MOST_FOUND, LONGEST = 6, 300
_OURS = re.compile(
    r"/(?:az/|ru/|tr/)?(?:admin/(?:balance|articles)/)?"
    r"(?P<kind>events?|claims?|articles?|actors?|ties?|d|dashboards?|outlets?)"
    r"/(?P<key>[\w.:-]+)"
)
_SINGULAR = {"d": "dashboard"}


@dataclass(frozen=True)
class Group:
    """The rows of one kind that were found; one more than is shown says that there are others."""

    name: Any
    model: type[models.Model]
    rows: list[Any]
    has_more: bool


@dataclass(frozen=True)
class Wanted:
    """What somebody typed: words, perhaps a number, perhaps an address, ours or another's."""

    words: str
    number: int | None
    url: str
    kind: str = ""  # Of our address: what it is the page of.
    key: str = ""


def search_desk(text: str, *, may_see: Callable[[type[models.Model]], bool]) -> list[Group]:
    """Return what is found, by kind: one query for each kind that the person may see."""
    wanted = _wanted(text)
    if not wanted.words:
        return []
    groups = []
    for model, name, find in _KINDS:
        if may_see(model):
            rows = _rows(find(wanted), wanted, model)
            groups.append(Group(name, model, rows[:MOST_FOUND], len(rows) > MOST_FOUND))
    return [group for group in groups if group.rows]


def _wanted(text: str) -> Wanted:
    words = " ".join(text.replace("\0", "").split())[:LONGEST]
    digits = words.removeprefix("#")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= 18
    url = words if re.match(r"https?://\S+$", words) else ""
    path = urlsplit(url).path if url and _is_parsable(url) else words
    ours = _OURS.fullmatch(path.split("?")[0].rstrip("/").removesuffix("/change"))
    kind = ours["kind"] if ours else ""
    kind = _SINGULAR.get(kind, kind.removesuffix("s"))
    return Wanted(words, int(digits) if is_number else None, url, kind, ours["key"] if ours else "")


def _is_parsable(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _rows(found: QuerySet[Any], wanted: Wanted, model: type[models.Model]) -> list[Any]:
    by_address = _of_our_address(wanted, model)
    if by_address is not None:
        found = model._default_manager.filter(by_address)
    return list(found[: MOST_FOUND + 1])


def _of_our_address(wanted: Wanted, model: type[models.Model]) -> Q | None:
    """Return which row of the model an address of ours is the page of; None where it is no such."""
    if not wanted.kind:
        return None
    if wanted.kind != model._meta.model_name:
        return Q(pk__in=[])
    name = {Actor: "code", Dashboard: "slug"}.get(model)
    if wanted.key.isascii() and wanted.key.isdecimal() and len(wanted.key) <= 18:
        return Q(pk=wanted.key)
    return Q(**{name: wanted.key}) if name else Q(pk__in=[])


def _either(rows: QuerySet[Any], wanted: Wanted, columns: Iterable[str]) -> QuerySet[Any]:
    """Keep the rows with the words in the columns, or with the number."""
    if wanted.number is not None:
        return rows.filter(Q(pk=wanted.number))
    return with_words(rows, wanted.words, *columns)


def _events(wanted: Wanted) -> QuerySet[Any]:
    return _either(Event.objects.defer("search"), wanted, ["title", "slug"])


def _actors(wanted: Wanted) -> QuerySet[Any]:
    actors = Actor.objects.select_related("affiliation")
    return likeliest_first(actors_called(actors, wanted.words), wanted.words)


def _articles(wanted: Wanted) -> QuerySet[Any]:
    articles = Article.objects.defer("text").select_related("outlet")
    if wanted.url:
        bare = wanted.url.split("#")[0].rstrip("/")
        same = [bare, f"{bare}/", wanted.url]
        return articles.filter(Q(url__in=same) | Q(canonical_url__in=same))
    return _either(articles, wanted, ["title", "url"])


def _claims(wanted: Wanted) -> QuerySet[Any]:
    claims = Claim.objects.select_related("speaker")
    return _either(claims, wanted, ["text", "speaker_name", "slug"])


def _ties(wanted: Wanted) -> QuerySet[Any]:
    ties = Tie.objects.select_related("actor_a", "actor_b", "kind")
    columns = ["label", "about", "slug", "actor_a__name", "actor_b__name", "kind__name"]
    return _either(ties, wanted, columns)


def _dashboards(wanted: Wanted) -> QuerySet[Any]:
    return _either(Dashboard.objects.all(), wanted, ["title", "slug"])


def _outlets(wanted: Wanted) -> QuerySet[Any]:
    return _either(Outlet.objects.all(), wanted, ["name", "homepage"])


_KINDS: tuple[tuple[type[models.Model], Any, Callable[[Wanted], QuerySet[Any]]], ...] = (
    (Event, _("Events"), _events),
    (Actor, _("Actors"), _actors),
    (Article, _("Articles"), _articles),
    (Claim, _("Claims"), _claims),
    (Tie, _("Ties"), _ties),
    (Dashboard, _("Dashboards"), _dashboards),
    (Outlet, _("Outlets"), _outlets),
)
