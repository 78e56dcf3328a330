import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.commands import makemessages

# Without the day of extraction: two branches that add a sentence each would always conflict.
_CREATED = re.compile(r'^"POT-Creation-Date: .*\\n"\n', re.MULTILINE)
_NOT_OURS = ("tests/*", "benchmarks/*", "docs/*", "staticfiles/*", "media/*", "static/vendor/*")


class Command(makemessages.Command):
    """Django's own, with this project's choices; it needs GNU gettext."""

    help = "Write what is marked for translation into the catalogues in locale/; keep what is done."
    # A translator starts from nothing rather than from what resembles it.
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = {
            "locale": [code for code, _name in settings.LANGUAGES[1:]],
            "ignore_patterns": list(_NOT_OURS),
            "add_location": "file",
            "no_obsolete": True,
        }
        for domain in ("django", "djangojs"):
            super().handle(*args, **{**options, **chosen, "domain": domain, "extensions": None})

    def write_po_file(self, potfile: str, locale: str) -> None:
        super().write_po_file(potfile, locale)
        catalogue = Path(potfile).parent / locale / "LC_MESSAGES" / f"{self.domain}.po"
        catalogue.write_text(_CREATED.sub("", catalogue.read_text()))
