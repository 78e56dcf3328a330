"""Who may bring in which kind of file, and what the kinds are called."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy

from balance.importers.registry import IMPORTED, KINDS
from balance.models import Evidence, Observation

KIND_NAMES = {
    "actors": gettext_lazy("actors"),
    "pole_memberships": gettext_lazy("pole memberships"),
    "events": gettext_lazy("events"),
    "event_articles": gettext_lazy("further articles of events"),
    "relationships": gettext_lazy("ties: relationships"),
    "memberships": gettext_lazy("ties: memberships in organisations"),
    "indicators": gettext_lazy("figures of indicators"),
    "claims": gettext_lazy("claims"),
    "voting_agreement": gettext_lazy("research: agreement in votes"),
    "trade_shares": gettext_lazy("research: shares of trade"),
}


def model_of(kind: str) -> type[models.Model]:
    """Return the model of the records that rows of the kind become."""
    default = Evidence if kind == "event_articles" else Observation
    return KINDS[kind].model or default if kind in KINDS else default


def may_import(user: Any, kind: str) -> bool:
    """Say whether the user may add what a file of the kind holds."""
    return user.has_perm("balance.add_job") and user.has_perm(_permission(kind, "add"))


def may_change_by_file(user: Any, kind: str) -> bool:
    """Say whether the user may change what is there by a file of the kind."""
    return user.has_perm(_permission(kind, "change"))


def _permission(kind: str, act: str) -> str:
    meta = model_of(kind)._meta
    return f"{meta.app_label}.{act}_{meta.model_name}"


def kinds_of(model: type[models.Model]) -> list[str]:
    """Return the kinds of files whose rows become records of the model."""
    return [kind for kind in KINDS if KINDS[kind].model is model]


def may_import_anything(user: Any) -> bool:
    """Say whether there is a kind of file that the user may bring in."""
    return any(may_import(user, kind) for kind in IMPORTED)
