"""What an act becomes when it is promised, threatened, refused or asked for."""

from typing import Final

from balance.coding import grammar

Coding = tuple[str, str]  # PLOVER type and CAMEO code.

# By the beginning of the act's own CAMEO code, the longest that fits.
_PROMISED: Final = {
    "": "030", "04": "036", "045": "039", "05": "032", "057": "030", "06": "031", "061": "0311",
    "062": "0312", "063": "0313", "064": "0314", "07": "033", "071": "0331", "072": "0332",
    "073": "0333", "074": "0334", "08": "035", "083": "034", "084": "0353", "085": "0354",
    "086": "0355", "087": "0356", "02": "030",
}  # fmt: skip
_THREATENED: Final = {
    "": "130", "16": "1313", "162": "1311", "163": "1312", "164": "134", "165": "135",
    "166": "136", "17": "132", "1723": "1323", "1724": "1324", "175": "137", "14": "133",
    "15": "138", "18": "138", "19": "138", "191": "1381", "192": "1382", "194": "1384",
    "195": "1384", "087": "136", "04": "134",
}  # fmt: skip
_REFUSED: Final = {
    "": "120", "04": "125", "045": "126", "05": "120", "057": "127", "06": "121", "061": "1211",
    "062": "1212", "07": "122", "071": "1221", "072": "1222", "073": "1223", "074": "1224",
    "08": "124", "084": "1243", "085": "1244", "086": "1245", "087": "1246",
}  # fmt: skip
_ASKED: Final = {
    "": "020", "04": "026", "045": "028", "05": "022", "057": "027", "06": "021", "061": "0211",
    "062": "0212", "063": "0213", "064": "0214", "07": "023", "071": "0231", "072": "0232",
    "073": "0233", "074": "0234", "08": "025", "084": "0253", "085": "0254", "086": "0255",
    "087": "0256",
}  # fmt: skip
_DEMANDED: Final = {
    "": "100", "04": "108", "05": "102", "06": "101", "061": "1011", "062": "1012", "063": "1013",
    "064": "1014", "07": "103", "071": "1031", "072": "1032", "073": "1033", "074": "1034",
    "08": "105", "084": "1053", "085": "1054", "086": "1055", "087": "1056", "0871": "107",
    "0874": "106",
}  # fmt: skip
_AFTER: Final = {"AGREE": _PROMISED, "THREATEN": _THREATENED, "REJECT": _REFUSED}


def of_type(event_type: str, act: str) -> Coding:
    """Return the coding of an act (its CAMEO code, or "") that is promised, refused, and so on."""
    return event_type, _longest(_AFTER[event_type], act)


def asked(act: str, *, is_demand: bool) -> Coding:
    return "REQUEST", _longest(_DEMANDED if is_demand else _ASKED, act)


def _longest(table: dict[str, str], code: str) -> str:
    return next(table[code[:size]] for size in range(len(code), -1, -1) if code[:size] in table)


def with_complement(coding: Coding, complement: Coding | None) -> Coding:
    """Return a promise, threat, refusal or request with the code that its object gives it."""
    event_type, code = coding
    act = complement[1] if complement else ""
    if event_type == "AGREE" and code == "030" and act:
        return of_type("AGREE", act)
    if event_type == "THREATEN" and code == "130":
        return of_type("THREATEN", act)
    if event_type == "REJECT" and code == "120":
        return of_type("REJECT", act)
    if event_type == "REQUEST" and code in ("020", "100"):
        return asked(act, is_demand=code == "100")
    return coding


def in_future(coding: Coding) -> Coding:
    """Return what an act is while it is only announced: "will visit", "would cut off"."""
    event_type, code = coding
    if event_type in grammar.COOPERATIVE and event_type != "AGREE":
        return of_type("AGREE", code)
    if event_type in grammar.HOSTILE and event_type != "REJECT":
        return of_type("THREATEN", code)
    return coding
