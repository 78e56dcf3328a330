"""How far the leader and the ranking of the poles hang on single choices and single events."""

import numpy as np
import numpy.typing as npt

from balance.compute.arrays import Booleans, Floats, Integers
from balance.compute.decay import check_half_life, remaining_sum
from balance.compute.impacts import Impacts

_TIE = 1e-9  # Shares closer than this are alike but for rounding.


def leaders(share: Floats) -> Booleans:
    """Say which poles have the largest share; several where they are alike but for rounding.

    Args:
        share: shape (..., K), shares; NaN if null.

    Returns:
        The shape of `share`; all False where it is null.

    Source:
        docs/methodology.md, section 5.3.
    """
    return np.asarray(share >= share.max(axis=-1, keepdims=True) - _TIE)


def same_leader(default: Floats, variants: Floats) -> Booleans:
    """Say in which variants the pole with the largest share is the same one.

    Poles that lead together must lead together in the variant, and no other with them.

    Args:
        default: shape (K,), shares; NaN if null.
        variants: shape (V, K), shares; a row of NaN if null.

    Returns:
        Shape (V,). False where either is null: nothing was seen to hold.

    Source:
        docs/methodology.md, section 5.3.
    """
    return np.asarray(
        (leaders(variants) == leaders(default)).all(axis=1) & _known(default, variants)
    )


def same_ranking(default: Floats, variants: Floats) -> Booleans:
    """Say in which variants every pole stands above, below or beside the same others.

    Args:
        default: shape (K,), shares; NaN if null.
        variants: shape (V, K), shares; a row of NaN if null.

    Returns:
        Shape (V,). False where either is null: nothing was seen to hold.

    Source:
        docs/methodology.md, section 5.3.
    """
    same = _above(variants) == _above(default)
    return np.asarray(same.all(axis=(1, 2)) & _known(default, variants))


def cooperation_by_event(
    impacts: Impacts, poles: int, day: int, half_life: float, dimension_weights: npt.ArrayLike
) -> tuple[Integers, Floats]:
    """Return what each event has left in each pole's stock of cooperation at the end of a day.

    Args:
        impacts: all that may matter, also long before the day.
        poles: K; OTHER is left out.
        day: ordinal.
        half_life: days, > 0 and finite.
        dimension_weights: shape (D,), unitless, each >= 0.

    Returns:
        The ids, shape (E,), of the events with anything left, in the order of the impacts,
        and intensity points, shape (E, K), >= 0, each row's sum above 0.

    Raises:
        ValueError: if half_life is not positive and finite.

    Source:
        docs/methodology.md, sections 3.1 and 5.3.
    """
    check_half_life(half_life)
    weight = np.asarray(dimension_weights, dtype=np.float64)
    per_day = impacts.cooperation * weight[impacts.dimension]
    row = np.flatnonzero((impacts.pole < poles) & (impacts.first <= day) & (per_day > 0))
    last = np.minimum(impacts.stop[row] - 1, day)
    days = last - impacts.first[row] + 1
    with np.errstate(under="ignore"):
        left = per_day[row] * remaining_sum(day - last, days, half_life)
    event = impacts.event[row]
    run = np.cumsum(np.diff(event, prepend=event[:1]) != 0)  # Rows of an event lie together.
    first_rows = np.flatnonzero(np.diff(run, prepend=-1))
    points = np.zeros((first_rows.size, poles))
    np.add.at(points, (run, impacts.pole[row]), left)
    kept = points.sum(axis=1) > 0
    return event[first_rows][kept], points[kept]


def shares_without_each(points: Floats) -> Floats:
    """Return the poles' shares with each event left out.

    Args:
        points: shape (E, K), intensity points, >= 0, as from `cooperation_by_event`.

    Returns:
        Shape (E, K), summing to 1 over the poles; NaN where nothing is left. What is left is
        added up from both ends, not subtracted from the whole, so that rounding makes no share.

    Source:
        docs/methodology.md, section 5.3.
    """
    none = np.zeros_like(points[:1])
    before = np.concatenate([none, points[:-1]]).cumsum(axis=0)
    after = np.concatenate([points[1:], none])[::-1].cumsum(axis=0)[::-1]
    return _shares(before + after)


def shares_without_groups(points: Floats, groups: Booleans) -> Floats:
    """Return the poles' shares with each group of events left out.

    Args:
        points: shape (E, K), intensity points, >= 0, as from `cooperation_by_event`.
        groups: shape (G, E), which events a group holds.

    Returns:
        Shape (G, K), summing to 1 over the poles; NaN where nothing is left.

    Source:
        docs/methodology.md, section 5.3.
    """
    return _shares((~groups).astype(np.float64) @ points)


def _shares(points: Floats) -> Floats:
    total = points.sum(axis=1, keepdims=True)
    share: Floats = np.divide(points, total, out=np.full(points.shape, np.nan), where=total > 0)
    return share


def _above(share: Floats) -> Booleans:
    """Say which poles (rows) stand above which others (columns)."""
    return np.asarray(share[..., :, np.newaxis] - share[..., np.newaxis, :] > _TIE)


def _known(default: Floats, variants: Floats) -> Booleans:
    return np.asarray(~np.isnan(variants).any(axis=1) & ~np.isnan(default).any())
