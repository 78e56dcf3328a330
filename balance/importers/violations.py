"""What the database refuses, in words, with the column to look at and the cure."""

from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.importers.columns import Text

RECORDED = gettext_lazy("the same record was stored meanwhile; import the file again")

SENTENCES: dict[str, tuple[str, Text]] = {
    "pole_weights_of_an_actor_at_most_1": (
        "weight",
        gettext_lazy("the actor's weights sum to more than 1 on some day; lower one of them"),
    ),
    "pole_membership_never_twice_at_once": (
        "start",
        gettext_lazy("the actor is in this pole on some of these days already; end that first"),
    ),
    "participant_weights_for_all_or_none": (
        "initiators",
        gettext_lazy(
            "some partners have a weight and some have none; give all of them one, or none"
        ),
    ),
    "actor_affiliations_form_no_circle": (
        "affiliation",
        gettext_lazy("the actor would stand for itself in a circle; take one affiliation away"),
    ),
    "event_dates_are_of_our_time": (
        "date",
        gettext_lazy("the period reaches beyond the years 1900 to 2100; correct the date"),
    ),
    "tie_recorded_once": ("start", gettext_lazy("the same tie is there under another name")),
    "observation_recorded_once": ("value", RECORDED),
    "evidence_recorded_once": ("article_url", RECORDED),
}


def in_words(error: DatabaseError, key: tuple[str, ...]) -> tuple[str, str]:
    """Return the column to look at, and what to say of it."""
    diagnosis = getattr(error.__cause__, "diag", None)
    constraint = getattr(diagnosis, "constraint_name", None) or ""
    if constraint in SENTENCES:
        column, sentence = SENTENCES[constraint]
        return column, str(sentence)
    if getattr(error.__cause__, "sqlstate", "") == "23505":
        return key[0], str(RECORDED)
    reason = getattr(diagnosis, "message_primary", None) or str(error).partition("\n")[0]
    return key[0], _("the database refuses it (%(reason)s); correct the row") % {"reason": reason}
