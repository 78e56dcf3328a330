"""OPML: the lists of feeds that readers of feeds exchange."""

from dataclasses import dataclass
from xml.parsers import expat

from articles.parsing import Unreadable

NAMESPACE = "urn:balance:feeds"
MOST_OUTLINES = 20_000
USUAL_MINUTES = "60"


@dataclass(frozen=True)
class Outline:
    """A feed and its outlet, or an outlet without a feed (`url` is empty), and where it stands."""

    line: int
    name: str
    url: str
    homepage: str
    country: str
    is_active: bool
    check_every: str


def read_outlines(data: bytes) -> list[Outline]:
    """Return the feeds of the file in its order; folders count for nothing.

    Raises:
        Unreadable: `entities:LINE` for declared entities, `xml:LINE` for what is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[Outline] = []

    def refuse_entities(*_: object) -> None:
        raise Unreadable(f"entities:{parser.CurrentLineNumber}")

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.lower() == "outline" and len(found) < MOST_OUTLINES:
            outline = _outline(parser.CurrentLineNumber, attributes)
            if outline.url or outline.homepage or outline.country:
                found.append(outline)

    parser.EntityDeclHandler = refuse_entities
    parser.StartElementHandler = begin
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(f"xml:{error.lineno}") from error
    return found


def _outline(line: int, attributes: dict[str, str]) -> Outline:
    said = {name.lower(): " ".join(value.split()) for name, value in attributes.items()}
    own = {name: said.get(f"{NAMESPACE} {name}".lower(), "") for name in ("country", "checkEvery")}
    url, homepage = said.get("xmlurl", ""), said.get("htmlurl", "")
    return Outline(
        line=line,
        name=said.get("text") or said.get("title") or url,
        url=url,
        homepage=homepage,
        country=own["country"],
        is_active=said.get(f"{NAMESPACE} active") != "0",
        check_every=own["checkEvery"] or USUAL_MINUTES,
    )
