"""What stands below the boxes of forms: each field in plain words, where its model says nothing."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

HELP: dict[str, dict[str, Any]] = {
    "articles.Article": {
        "title": _("The headline as the outlet has it. Empty: the address stands for it."),
        "outlet": _("Who published it. If the outlet is missing, create it beside the box."),
        "url": _("The address of the article itself, without what comes after a ? if it can go."),
        "date_basis": _("How the date became known; what an editor looked up is “an editor”."),
    },
    "articles.Outlet": {
        "name": _("As it calls itself, such as APA or Report."),
        "homepage": _("The address of its front page; articles of that site are its own."),
        "note": _("What others should know: who owns it, how far to trust it."),
    },
    "articles.Feed": {
        "outlet": _("Whose articles the feed lists."),
        "url": _("The address of the feed itself (RSS or Atom), not of the page about it."),
        "is_active": _("Clear it, and nobody looks at the feed any more."),
    },
}


def explain_fields(words: Mapping[str, Mapping[str, Any]]) -> None:
    """Add what stands below the fields of models, by the model's label."""
    for label, fields in words.items():
        HELP.setdefault(label, {}).update(fields)


def help_for(field: models.Field) -> Any:
    """Return what stands below the box of a model's field; nothing where nobody wrote it."""
    return HELP.get(field.model._meta.label, {}).get(field.name, "")
