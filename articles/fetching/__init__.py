"""Fetching from other people's servers: what is refused, and what came."""

from articles.fetching.addresses import Address, Refused, read_address
from articles.fetching.fetch import FEEDS, PAGES, Fetched, fetch

__all__ = ["FEEDS", "PAGES", "Address", "Fetched", "Refused", "fetch", "read_address"]
