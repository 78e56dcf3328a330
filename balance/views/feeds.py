"""Atom feeds of what is new."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from balance.models import Focus
from balance.panels.feeds import Entry, corrected, entries
from balance.queries.pages import default_focus
from balance.views.focus_pages import focus_or_404

BEGUN = 2026  # The year from which the keys of entries hold: RFC 4151 wants one.


class _Told(Feed):
    """What every feed says of its entries."""

    feed_type = Atom1Feed
    host = ""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Remember whose keys the entries have."""
        self.host = request.get_host().partition(":")[0]
        return super().__call__(request, *args, **kwargs)

    def item_title(self, item: Any) -> str:
        """Return the sentence."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """Return why; a feed's reader takes it for HTML."""
        return escape(item.words)

    def item_link(self, item: Entry) -> str:
        """Return where more is."""
        return item.path

    def item_guid(self, item: Entry) -> str:
        """Return the key, which stays whatever the words become."""
        return f"tag:{self.host},{BEGUN}:{item.key}"

    def item_pubdate(self, item: Entry) -> datetime:
        """Return when it was."""
        return item.at

    item_updateddate = item_pubdate


class FocusFeed(_Told):
    """Changes of a focus's shares in words, its new events, and corrections."""

    def get_object(self, request: HttpRequest, code: str = "") -> Focus:
        """Return the focus of the address, or the front page's."""
        found = focus_or_404(code) if code else default_focus()
        if found is None:
            raise Http404
        return found

    def title(self, focus: Focus) -> str:
        """Name the feed."""
        return _("%(focus)s’s balance: what changed") % {"focus": focus}

    def subtitle(self, focus: Focus) -> str:
        """Say what is in it."""
        return _("Months in which a share moved by five points or more, and why; new events.")

    def link(self, focus: Focus) -> str:
        """Return the page of the focus."""
        return reverse("focus", args=[focus.actor.code])

    def items(self, focus: Focus) -> list[Entry]:
        """Return what is new."""
        return entries(focus=focus.actor.code, today=timezone.localdate())


class CorrectionsFeed(_Told):
    """What changed in published records after publication."""

    def title(self) -> str:
        """Name the feed."""
        return _("Balance: corrections")

    def link(self) -> str:
        """Return the log."""
        return reverse("corrections")

    def items(self) -> list[Entry]:
        """Return the newest."""
        return corrected()
