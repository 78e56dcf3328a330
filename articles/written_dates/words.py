"""Names of months, seasons and quarters in the languages of the site, without their accents."""

import re
import unicodedata


def _twelve(names: str) -> tuple[str, ...]:
    return tuple(names.split())


MONTHS = {
    "en": _twelve(
        "January February March April May June July August September October November December"
    ),
    "az": _twelve("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
    "ru": _twelve(
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
    ),
    "tr": _twelve("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
}
MONTHS_WITH_A_DAY = {
    **MONTHS,
    "ru": _twelve(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ),
}
SHORTEST = 3  # Letters of a month's name that say which month it is, where they do.

_SEASONS = {
    "spring": "spring bahar yaz весна весной ilkbahar",
    "summer": "summer yay лето летом",
    "autumn": "autumn fall payiz осень осенью sonbahar guz",
    "winter": "winter qis зима зимой kis",
}
_VAGUE = (
    "early mid middle late beginning start end about around approximately circa c ca before after"
    " начало начале середина середине конец конце около примерно до после"
    " evveli evvelinde ortasi ortalari sonu sonunda texminen basi basinda yaklasik once sonra"
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "birinci": 1, "ikinci": 2, "ucuncu": 3, "dorduncu": 4,
    "первый": 1, "второй": 2, "третий": 3, "четвертый": 4,
    "1": 1, "2": 2, "3": 3, "4": 4,
}  # fmt: skip
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("’ʼ‘`´", "'"))


def folded(text: str) -> str:
    """Return the text in small letters without accents, with plain dashes and single spaces."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).casefold().replace("ı", "i")
    letters = unicodedata.normalize("NFKD", plain)
    kept = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(kept.split())


def _month_names() -> dict[str, int]:
    return {
        folded(name): number
        for names in (*MONTHS.values(), *MONTHS_WITH_A_DAY.values())
        for number, name in enumerate(names, 1)
    }


_MONTH_OF = _month_names()
_SEASON_OF = {folded(w): season for season, words in _SEASONS.items() for w in words.split()}
_VAGUE_WORDS = frozenset(folded(word) for word in _VAGUE.split())
_ORDINAL_OF = {folded(word): number for word, number in _ORDINALS.items()}


def month_of(word: str) -> int | None:
    """Return the month that the folded word names, whole or in its first letters."""
    if word in _MONTH_OF:
        return _MONTH_OF[word]
    if len(word) < SHORTEST:
        return None
    months = {number for name, number in _MONTH_OF.items() if name.startswith(word)}
    return months.pop() if len(months) == 1 else None


def quarter_of(word: str) -> int | None:
    """Return the quarter that the folded ordinal names."""
    return _ORDINAL_OF.get(word)


def season_in(text: str) -> str | None:
    """Return the season that the folded text speaks of, in English."""
    return next((_SEASON_OF[word] for word in _words(text) if word in _SEASON_OF), None)


def is_vague(text: str) -> bool:
    """Say whether the folded text only says about when."""
    return any(word in _VAGUE_WORDS for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)
