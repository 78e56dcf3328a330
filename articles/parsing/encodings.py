"""The letters behind bytes whose encoding nobody names."""


def decoded(data: bytes) -> str:
    """Return the text of the bytes, in the first encoding that fits them."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    cyrillic = data.decode("cp1251", "replace")
    small = sum("а" <= letter <= "я" for letter in cyrillic)
    # In Western texts read as Cyrillic, single letters stand among Latin ones.
    return cyrillic if small * 2 > len(cyrillic.split()) * 3 else data.decode("cp1252", "replace")
