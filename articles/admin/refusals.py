"""What the database refuses, in an editor's words, with the cure."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DataError, IntegrityError, InternalError, models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

REFUSED = (IntegrityError, DataError, InternalError)


@dataclass(frozen=True)
class Sentence:
    """What to tell an editor, and the field beside which to say it."""

    text: Any  # A string, translated when it is shown.
    field: str = NON_FIELD_ERRORS


SENTENCES: dict[str, Sentence] = {
    "outlet_has_a_name": Sentence(gettext_lazy("Write the outlet's name."), "name"),
    "outlet_country_is_three_letters": Sentence(
        gettext_lazy("Write the country as three capital letters, such as AZE."), "country"
    ),
    "feed_is_checked_at_most_once_a_minute": Sentence(
        gettext_lazy("Check the feed every minute at most: write 1 or more."), "check_every"
    ),
    "feed_address_is_on_the_web": Sentence(
        gettext_lazy("Write an address that begins with http:// or https://."), "url"
    ),
    "feed_fails_with_its_error": Sentence(
        gettext_lazy("Write what went wrong when the feed was looked at."), "error"
    ),
    "server_is_on_the_web": Sentence(
        gettext_lazy("Write the server as it begins addresses, such as https://news.example."),
        "origin",
    ),
    "visit_is_waiting_or_given_up": Sentence(gettext_lazy("Choose one of the list."), "state"),
    "visit_is_given_up_with_its_error": Sentence(
        gettext_lazy("Write why the page was given up."), "error"
    ),
    "article_has_an_address_or_a_text": Sentence(
        gettext_lazy("Give the article's address or paste its text; one of the two is needed."),
        "url",
    ),
    "article_address_is_on_the_web": Sentence(
        gettext_lazy("Write an address that begins with http:// or https://."), "url"
    ),
    "article_archive_is_on_the_web": Sentence(
        gettext_lazy("Write an address that begins with http:// or https://."), "archive_url"
    ),
    "article_is_no_duplicate_of_itself": Sentence(
        gettext_lazy("An article does not repeat itself: choose the one that was first."),
        "duplicate_of",
    ),
    "article_says_why_it_is_a_duplicate": Sentence(
        gettext_lazy("Say why it counts as a duplicate."), "duplicate_of"
    ),
    "article_address_is_recorded_once": Sentence(
        gettext_lazy("An article with this address is here already: search for it and use it."),
        "url",
    ),
}


def explain(sentences: Mapping[str, Sentence]) -> None:
    """Add what to say when a constraint refuses, by the constraint's name."""
    SENTENCES.update(sentences)


def sentence_of(error: Exception) -> str:
    """Return what to tell an editor of an error that the database raised."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    if name in SENTENCES:
        return str(SENTENCES[name].text)
    if isinstance(error, DataError):
        return _("The database cannot store one of these values. Nothing was saved.")
    return _("This contradicts another record (%(name)s). Nothing was saved.") % {
        "name": name or type(error).__name__
    }


def reworded(
    error: ValidationError, model: type[models.Model], fields: Container[str]
) -> ValidationError:
    """Return the model's objections, each constraint's own in an editor's words.

    What concerns none of the form's fields concerns the whole form.
    """
    names = {
        constraint.get_violation_error_message(): constraint.name
        for constraint in model._meta.constraints
    }
    told: dict[str, list[ValidationError]] = {}
    for field, complaints in _by_field(error).items():
        for complaint in complaints:
            sentence = SENTENCES.get(names.get(complaint.message, ""))
            if sentence:
                field, complaint = sentence.field, ValidationError(sentence.text)
            place = field if field in fields else NON_FIELD_ERRORS
            told.setdefault(place, []).append(complaint)
    return ValidationError(told)


def _by_field(error: ValidationError) -> dict[str, list[ValidationError]]:
    if hasattr(error, "error_dict"):
        return error.error_dict
    return {NON_FIELD_ERRORS: error.error_list}
