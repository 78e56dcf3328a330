"""Why a number is what it is: the events behind a change, and behind a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from balance.compute.explain import Level, brought, contributions, level
from balance.compute.impacts import Impacts
from balance.models import Event, Evidence
from balance.queries.balance import Setting
from balance.queries.history import known


def explain(
    setting: Setting, found: Impacts, *, pole: str, from_day: date, to_day: date
) -> dict[str, Any]:
    """Return what arrived at a pole and what faded between the ends of two days, by event."""
    parts = contributions(
        found,
        pole_index(setting, pole),
        from_day.toordinal(),
        to_day.toordinal(),
        setting.half_life,
        setting.weights,
    )
    told = titles(setting, parts.event.tolist())
    rows = zip(
        parts.event.tolist(),
        parts.cooperation.tolist(),
        parts.conflict.tolist(),
        parts.part,
        strict=True,
    )
    return {
        "pole": pole,
        "from": from_day.isoformat(),
        "to": to_day.isoformat(),
        "half_life": setting.half_life,
        **{name: _change(parts.before, parts.after, name) for name in ("cooperation", "conflict")},
        "poles": _poles_then_and_now(setting, found, (from_day, to_day)),
        "contributions": [
            {
                "event": event,
                **told[event],
                "cooperation": cooperation,
                "conflict": conflict,
                "part": part,
            }
            for event, cooperation, conflict, part in rows
        ],
    }


def largest_pole(setting: Setting, found: Impacts, day: date) -> str:
    """Return the pole with the largest stock of cooperation at the end of a day."""
    stocks = _cooperation(setting, found, day)
    return setting.poles[stocks.index(max(stocks))].code


def movers(
    setting: Setting, found: Impacts, *, from_day: date, to_day: date, most: int, only: str = ""
) -> list[dict[str, Any]]:
    """Return the events that brought most to the poles between two days, largest first.

    Each event stands once, with its parts by pole; with `only`, those that touched that pole, by
    what they brought to it.
    """
    events, cooperation, conflict = brought(
        found,
        len(setting.poles),
        from_day.toordinal(),
        to_day.toordinal(),
        setting.half_life,
        setting.weights,
    )
    counted = [pole_index(setting, only)] if only else slice(None)
    size = (cooperation + conflict)[:, counted].sum(axis=1)
    largest = [at for at in np.lexsort((events, -size))[:most].tolist() if size[at] > 0]
    keys = events.tolist()
    told = titles(setting, [keys[at] for at in largest])
    return [
        {
            "event": keys[at],
            **told[keys[at]],
            "poles": [
                {"pole": pole.code, "cooperation": plus, "conflict": minus}
                for pole, plus, minus in zip(
                    setting.poles, cooperation[at].tolist(), conflict[at].tolist(), strict=True
                )
                if plus or minus
            ],
        }
        for at in largest
    ]


def effect(setting: Setting, found: Impacts, *, event: Event, today: date) -> dict[str, Any]:
    """Return what one event gave to each pole: on its last day, today, and in its share.

    `share_without` is the pole's share on the event's last day had the event not been.
    """
    then, now = event.end.toordinal() - 1, max(today, event.start).toordinal()
    then = min(then, now)
    own = _only(found, event.pk)
    everyone = [level(found, k, then, setting.half_life, setting.weights) for k in _poles(setting)]
    given = [level(own, k, then, setting.half_life, setting.weights) for k in _poles(setting)]
    left = [level(own, k, now, setting.half_life, setting.weights) for k in _poles(setting)]
    with_it = _shares(one.cooperation for one in everyone[:-1])
    without = _shares(
        max(one.cooperation - its.cooperation, 0.0)
        for one, its in zip(everyone[:-1], given[:-1], strict=True)
    )
    levels = [
        {
            "cooperation_then": its.cooperation,
            "conflict_then": its.conflict,
            "cooperation_now": rest.cooperation,
            "conflict_now": rest.conflict,
        }
        for its, rest in zip(given, left, strict=True)
    ]
    return {
        "event": event.pk,
        "then": date.fromordinal(then).isoformat(),
        "now": date.fromordinal(now).isoformat(),
        "involved": bool(own.event.size),
        "poles": [
            {
                "code": pole.code,
                "name": str(pole),
                "color": pole.color,
                **levels[k],
                "share_without": without[k] if without else None,
                "share_with": with_it[k] if with_it else None,
            }
            for k, pole in enumerate(setting.poles)
        ],
        "other": levels[-1],
    }


def titles(setting: Setting, events: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Return each event's title, days and precision, as known on the question's instant."""
    rows = known(Event, setting.question.as_of).filter(id__in=set(events))
    return {
        key: {
            "title": title,
            "date": start.isoformat(),
            "end": end.isoformat(),
            "precision": precision,
        }
        for key, title, start, end, precision in rows.values_list(
            "id", "title", "start", "end", "precision"
        )
    }


def sources(events: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the articles that support each event, by event."""
    found: dict[int, list[dict[str, Any]]] = {}
    rows = Evidence.objects.filter(event__in=set(events), stance=Evidence.Stance.SUPPORTS)
    columns = ("event", "article", "article__outlet__name", "article__url", "article__published_on")
    ordered = rows.order_by("article__published_on", "id").values_list(*columns)
    for event, article, outlet, url, published_on in ordered:
        found.setdefault(event or 0, []).append(
            {
                "article": article,
                "outlet": outlet,
                "url": url,
                "published_on": published_on and published_on.isoformat(),
            }
        )
    return found


def pole_index(setting: Setting, code: str) -> int:
    """Return the pole's place in the arrays; OTHER comes after the poles."""
    codes = [pole.code for pole in setting.poles]
    return codes.index(code) if code in codes else len(codes)


def _poles_then_and_now(
    setting: Setting, found: Impacts, days: tuple[date, date]
) -> list[dict[str, Any]]:
    """Return each pole's cooperation and share at the ends of two days."""
    stocks = [_cooperation(setting, found, day) for day in days]
    shares = [_shares(stock) for stock in stocks]
    return [
        {
            "code": pole.code,
            "name": str(pole),
            "color": pole.color,
            **{
                end: {"cooperation": stock[k], "share": share[k] if share else None}
                for end, stock, share in zip(("from", "to"), stocks, shares, strict=True)
            },
        }
        for k, pole in enumerate(setting.poles)
    ]


def _cooperation(setting: Setting, found: Impacts, day: date) -> list[float]:
    ends = (day.toordinal(), setting.half_life, setting.weights)
    return [level(found, k, *ends).cooperation for k in range(len(setting.poles))]


def _poles(setting: Setting) -> range:
    return range(len(setting.poles) + 1)


def _change(before: Level, after: Level, name: str) -> dict[str, float]:
    start, end = getattr(before, name), getattr(after, name)
    return {"from": start, "to": end, "difference": end - start}


def _only(found: Impacts, event: int) -> Impacts:
    """Keep one event's impacts."""
    kept = found.event == event
    columns = ("event", "pole", "dimension", "first", "stop", "cooperation", "conflict")
    return Impacts(**{c: getattr(found, c)[kept] for c in columns}, counts=found.counts)


def _shares(levels: Iterable[float]) -> list[float] | None:
    values = np.array(list(levels))
    total = values.sum()
    return (values / total).tolist() if total > 0 else None
