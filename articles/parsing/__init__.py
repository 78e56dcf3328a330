"""Other people's bytes, read: pure functions that run in a process which may be killed."""


class Unreadable(ValueError):
    """The bytes are not what they should be; says so with a word of `articles.killable.WORDS`."""
