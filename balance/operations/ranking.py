"""Learning from decisions which proposals editors accept, so that those come first.

What is learnt is kept as plain numbers: a weight a feature, with the feature's mean and spread.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.db import transaction

from balance.models import Decision, Proposal, Ranking

WITHOUT_A_FOCUS = 0.5  # Acts of others count in no balance: they come after the rest.
_FOLDS, _BATCH = 5, 1_000


@dataclass(frozen=True)
class Ranker:
    """Orders proposals: by what was learnt, or by their score while nothing was."""

    weights: Mapping[str, Sequence[float]] | None = None

    def rank(self, *, score: float, features: Mapping[str, float]) -> float:
        """Return how likely an editor accepts, 0 to 1; halved where no focus is named."""
        likely = score if self.weights is None else self._learnt(score, features)
        is_ours = features.get("names_a_focus", 1.0) > 0
        return min(max(likely if is_ours else likely * WITHOUT_A_FOCUS, 0.0), 1.0)

    def _learnt(self, score: float, features: Mapping[str, float]) -> float:
        values = {**features, "score": score, "": 1.0}
        total = sum(
            weight * (values.get(name, 0.0) - mean) / spread
            for name, (weight, mean, spread) in (self.weights or {}).items()
        )
        return 1 / (1 + math.exp(-min(max(total, -50.0), 50.0)))


def ranker() -> Ranker:
    """Return what was learnt last."""
    newest = Ranking.objects.values_list("weights", flat=True).first()
    return Ranker(newest)


def missing_decisions() -> int:
    """Return how many decisions are missing until the order can be learnt; 0 if none."""
    return max(Ranking.FEWEST_DECISIONS - len(_decided()), 0)


def train(*, at: datetime) -> Ranking | None:
    """Learn from all decisions that stand and reorder what waits; None while they are too few.

    The figures are of decisions that each model had not seen, five parts in turn.
    """
    decided = _decided()
    outcomes = np.array([is_accepted for _score, _features, is_accepted in decided], dtype=bool)
    few = min(int(outcomes.sum()), int((~outcomes).sum())) < _FOLDS
    if len(decided) < Ranking.FEWEST_DECISIONS or few:
        return None
    ranking = _learn(decided, outcomes)
    ranking.trained_at = at
    with transaction.atomic():
        ranking.save()
        reorder()
    return ranking


def reorder() -> int:
    """Rank everything that waits anew; return how many rows that were."""
    ordering = ranker()
    waiting = list(Proposal.objects.waiting().only("pk", "score", "features"))
    for proposal in waiting:
        proposal.rank = ordering.rank(score=proposal.score, features=proposal.features)
    Proposal.objects.bulk_update(waiting, ["rank"], batch_size=_BATCH)
    return len(waiting)


def _decided() -> list[tuple[float, dict[str, float], bool]]:
    """Return score, features and outcome of what was decided, in the order of deciding."""
    rows = Proposal.objects.exclude(decision=None).order_by("decision_id")
    rejected = Decision.Outcome.REJECTED
    return [
        (score, features, outcome != rejected)
        for score, features, outcome in rows.values_list("score", "features", "decision__outcome")
    ]


def _learn(decided: list[tuple[float, dict[str, float], bool]], outcomes: Any) -> Ranking:
    # A second of importing that only the worker, once a night, should pay.
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    names = sorted({name for _score, features, _is in decided for name in features} | {"score"})
    rows = np.array(
        [
            [{**features, "score": score}.get(name, 0.0) for name in names]
            for score, features, _is in decided
        ]
    )
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1_000))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=0)
    unseen = cross_val_predict(model, rows, outcomes, cv=folds, method="predict_proba")[:, 1]
    model.fit(rows, outcomes)
    scaler, regression = model[0], model[1]
    weights = {
        name: [float(weight), float(mean), float(spread)]
        for name, weight, mean, spread in zip(
            names, regression.coef_[0], scaler.mean_, scaler.scale_, strict=True
        )
    }
    top = np.argsort(-unseen, kind="stable")[: max(len(decided) // 5, 1)]
    return Ranking(
        decisions=len(decided),
        accepted=int(outcomes.sum()),
        weights=weights | {"": [float(regression.intercept_[0]), 0.0, 1.0]},
        auc=float(roc_auc_score(outcomes, unseen)),
        auc_of_score=float(roc_auc_score(outcomes, rows[:, names.index("score")])),
        precision_at_top=float(outcomes[top].mean()),
    )
