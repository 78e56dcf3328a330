"""The words of a page's card, signed: nobody else's words are drawn under our name."""

from django.core.signing import BadSignature, Signer

SALT = "card"
LONGEST = 300  # Letters of each that a card has room for.


class NotOurWords(ValueError):
    """No page of ours has asked for a card with these words."""


def signed_words(title: str, description: str) -> str:
    """Return the words as an address has them; the same words give the same address."""
    return Signer(salt=SALT).sign_object([title[:LONGEST], description[:LONGEST]], compress=True)


def read_words(signed: str) -> tuple[str, str]:
    """Return title and description.

    Raises:
        NotOurWords: if the signature is not ours.
    """
    try:
        title, description = Signer(salt=SALT).unsign_object(signed[:4000])
    except (BadSignature, ValueError, UnicodeError) as error:
        raise NotOurWords(str(error)) from None
    return title, description
