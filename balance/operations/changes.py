"""Large changes of a focus's shares, for those who follow them."""

from datetime import date

from balance.operations.inputs import read_impacts, read_series, settle
from balance.queries.balance import balance, find_setting
from balance.queries.changes import ShareChange, share_changes
from balance.queries.keeping import kept
from balance.queries.questions import BalanceQuestion


def large_changes(*, focus: str, today: date) -> tuple[list[ShareChange], dict[str, str]]:
    """Return the newest months in which a share moved by five points, and the poles' names.

    Raises:
        UnknownFocus, BadQuestion: if there is no such focus, or nothing is published.
    """
    setting = settle(find_setting(BalanceQuestion(focus=focus)))
    source, _stale = read_series(setting)
    answer = balance(setting, source, today=today)
    found, _version = read_impacts(setting)
    month = today.isoformat()[:7]
    changes = kept(
        "share-changes",
        (focus, answer["data_version"], answer["methodology"]["version"], month),
        make=lambda: share_changes(setting, found, answer["points"]),
    )
    return changes, {pole["code"]: pole["name"] for pole in answer["poles"]}
