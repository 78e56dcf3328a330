"""The kinds of files there are, by the name that commands use."""

from balance.importers.actors import Actors
from balance.importers.claims import Claims
from balance.importers.event_articles import EventArticles
from balance.importers.events import Events
from balance.importers.indicators import Indicators
from balance.importers.kinds import Kind
from balance.importers.memberships import Memberships
from balance.importers.pole_memberships import PoleMemberships
from balance.importers.relationships import Relationships
from balance.importers.research import Research
from balance.importers.trade_shares import TradeShares
from balance.importers.voting_agreement import VotingAgreement

# In the order in which files can be loaded: each refers only to what stands above it.
KINDS: dict[str, type[Kind]] = {
    kind.name: kind
    for kind in (
        Actors,
        PoleMemberships,
        Events,
        EventArticles,
        Relationships,
        Memberships,
        Indicators,
        Claims,
    )
}

# Other people's files, in their own columns: read, and never written.
RESEARCH: dict[str, type[Research]] = {kind.name: kind for kind in (VotingAgreement, TradeShares)}

IMPORTED: dict[str, type[Kind]] = {**KINDS, **RESEARCH}
