"""What was published, and what is known of the places where it is looked for."""

from articles.models.articles import Article
from articles.models.feed_health import FeedHealth
from articles.models.fingerprints import Fingerprint
from articles.models.outlets import Feed, Outlet, WebAddressField
from articles.models.servers import Server
from articles.models.visits import Visit

__all__ = [
    "Article",
    "Feed",
    "FeedHealth",
    "Fingerprint",
    "Outlet",
    "Server",
    "Visit",
    "WebAddressField",
]
