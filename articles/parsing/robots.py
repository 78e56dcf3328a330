"""What a server's robots.txt lets a visitor see, and how often."""

from typing import Any

from protego import Protego

MOST_BYTES = 500_000  # As others who read it: what comes after counts for nobody.


def ask_robots(data: bytes, *, agent: str, urls: list[str]) -> dict[str, Any]:
    """Say of each address whether the visitor may see it, and how long it is to wait in between.

    Returns:
        `allowed`: a truth value an address; `delay`: seconds, or None where none is asked for.
    """
    rules = Protego.parse(data[:MOST_BYTES].decode("utf-8", "replace"))
    return {
        "allowed": [bool(rules.can_fetch(url, agent)) for url in urls],
        "delay": rules.crawl_delay(agent),
    }
