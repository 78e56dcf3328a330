"""Articles from outside: an address, a page, a pasted text or a file becomes one article, once."""

from articles.intake.errors import (
    CannotFetch,
    CannotRead,
    NoAddress,
    NoText,
    NotTakenIn,
    TooLarge,
    WrongKindOfFile,
)
from articles.intake.storing import Basis
from articles.intake.taking import (
    MOST_BYTES,
    take_in_address,
    take_in_file,
    take_in_page,
    take_in_text,
)

__all__ = [
    "MOST_BYTES",
    "Basis",
    "CannotFetch",
    "CannotRead",
    "NoAddress",
    "NoText",
    "NotTakenIn",
    "TooLarge",
    "WrongKindOfFile",
    "take_in_address",
    "take_in_file",
    "take_in_page",
    "take_in_text",
]
