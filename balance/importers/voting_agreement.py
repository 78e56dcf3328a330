"""How often a focus and each partner vote alike in the UN General Assembly, session by session."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy

from balance.importers import cells
from balance.importers.columns import Column
from balance.importers.kinds import Values
from balance.importers.research import ZERO_TO_ONE, Figure, Research, actor_code, year
from balance.importers.shared_columns import ACTOR
from balance.models import Observation

INDICATORS = {"nonunanimous": "unga_agreement", "all": "unga_agreement_all"}


class VotingAgreement(Research):
    """One row a session, partner and choice of roll calls.

    Kept is `agree`, abstentions counting half: it orders partners as `S_abs` does, which is
    twice as much less one, and reads as a share.
    """

    name = "voting_agreement"
    key = ("focus", "partner", "year", "rollcalls")
    columns = (
        Column("session", gettext_lazy("The session’s number."), is_compared=False),
        Column("year", gettext_lazy("The year it began."), year, is_required=True),
        Column(
            "focus",
            gettext_lazy("Whose votes: an actor’s code, or two letters such as AZ."),
            actor_code,
            is_required=True,
            refers=ACTOR,
        ),
        Column(
            "partner",
            gettext_lazy("Compared with whom: a code, two letters, or EU27_modal_vote."),
            actor_code,
            is_required=True,
            refers=ACTOR,
        ),
        Column(
            "rollcalls",
            gettext_lazy("nonunanimous (the indicator unga_agreement) or all."),
            cells.choice(tuple(INDICATORS)),
            is_required=True,
        ),
        Column("n", gettext_lazy("How many roll calls; it goes into the note."), is_compared=False),
        Column(
            "agree",
            gettext_lazy("Agreement from 0 to 1, abstentions counting half: the figure kept."),
            ZERO_TO_ONE,
            cells.decimal,
            is_required=True,
        ),
        Column("S_abs", gettext_lazy("Not kept: 2 × agree − 1."), is_compared=False),
        Column("kappa_w2", gettext_lazy("Not kept."), is_compared=False),
    )
    indicators = {
        "unga_agreement": ("Voting agreement in the UN, contested roll calls", "index"),
        "unga_agreement_all": ("Voting agreement in the UN, all roll calls", "index"),
    }

    def figures(self, values: Values) -> Iterable[Figure]:
        yield INDICATORS[values["rollcalls"]], values["partner"], values["agree"]

    def note(self, values: Values) -> str:
        return f"UN General Assembly, session {values['session']}, {values['n']} roll calls"[:500]

    def rows_of(self, stored: Iterable[Observation]) -> Iterator[Values]:
        rollcalls = {code: name for name, code in INDICATORS.items()}
        for figure in stored:
            yield {
                "focus": figure.actor.code,
                "partner": figure.partner.code,
                "year": figure.valid.lower.year,
                "rollcalls": rollcalls[figure.indicator.code],
                "agree": figure.value,
            }
