"""Why no article was made of something."""


class NotTakenIn(ValueError):
    """No article was made of it, and nothing of it is stored; the message says why."""


class NoAddress(NotTakenIn):
    """What should be an address is none on the web."""


class TooLarge(NotTakenIn):
    """It is larger than an article may be."""


class NoText(NotTakenIn):
    """There are no words of an article in it."""


class WrongKindOfFile(NotTakenIn):
    """The file is neither a page nor a plain text."""


class CannotRead(NotTakenIn):
    """Reading it was stopped: it is broken, or made to break what reads it."""


class CannotFetch(NotTakenIn):
    """The address may not be fetched, or did not answer with a page."""
