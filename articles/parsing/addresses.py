"""One address for one article, however readers came to it."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import normalize_url

LONGEST = 2_000
# What is added to an address to follow its reader. courlan has more names, among them `cid`,
# `eid` and `source`, by which some sites tell their articles apart: those stay.
_TRACKS = re.compile(
    r"(?:utm|mc|mtm|pk|itm|vero|oly|mkt|ml|hsa|_hs)_|_hs|"
    r"(?:fbc|gc|dc|yc|ysc|twc|msclk|gbra|wbra|srs)(?:lid|id)$|(?:igshid|ref_src|cmpid|ocid)$",
    re.IGNORECASE,
)


def canonical(url: str) -> str:
    """Return the address without what only tracks readers; empty where it is none on the web.

    A key to compare by more than an address to visit: http counts as https, and `www.` and a
    slash at the end for nothing. A fragment stays only where it is what tells pages apart.
    """
    if not is_on_the_web(url):
        return ""
    parts = urlsplit(url.strip())
    query = [
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0])
    ]
    bare = urlsplit(normalize_url(urlunsplit((*parts[:3], "", ""))))
    host = bare.netloc.rpartition("@")[2].removeprefix("www.").removesuffix(":80")
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    found = ("https", host, bare.path.rstrip("/"), urlencode(sorted(query)), fragment)
    address = urlunsplit(found)
    return address if len(address) <= LONGEST else ""


def is_on_the_web(url: str) -> bool:
    """Say whether it is an address that a browser opens by http or https."""
    try:
        parts = urlsplit(url.strip())
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        return is_web and (parts.port is None or parts.port > 0) and url.strip().isprintable()
    except ValueError:
        return False


def host_of(url: str) -> str:
    """Return the name of the site, without `www.`; empty where the address has none."""
    return (urlsplit(url.strip()).hostname or "").removeprefix("www.") if is_on_the_web(url) else ""


def _tracks(name: str) -> bool:
    return bool(_TRACKS.match(name))
