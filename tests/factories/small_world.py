"""A small world with a row in every list of the API, and known places for each."""

from datetime import date
from types import SimpleNamespace

from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Actor
from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import (
    ActorFactory,
    AliasFactory,
    CameoCodeFactory,
    ClaimFactory,
    DashboardFactory,
    DatasetFactory,
    EventFactory,
    EvidenceFactory,
    FocusFactory,
    IndicatorFactory,
    ObservationFactory,
    PanelFactory,
    PoleFactory,
    PoleMembershipFactory,
    TieFactory,
)


def small_world() -> SimpleNamespace:
    """Make Azerbaijan between Russia (until 2023) and China, and say what each row is called."""
    focus = FocusFactory(is_default=True, summary="Between the powers.")
    aze = focus.actor
    russia = PoleFactory(code="russia", position=1)
    china = PoleFactory(code="china", position=2)
    rus = ActorFactory(code="RUS", name="Russia")
    chn = ActorFactory(code="CHN", name="China")
    putin = ActorFactory(
        code="PUTIN", name="Vladimir Putin", kind=Actor.Kind.PERSON, affiliation=rus
    )
    sco = ActorFactory(code="SCO", name="Shanghai Cooperation Organisation", kind="organisation")
    AliasFactory(actor=chn, text="Beijing")
    PoleMembershipFactory(actor=rus, pole=russia, valid=DateRange(None, date(2023, 1, 1)))
    PoleMembershipFactory(actor=chn, pole=china, weight=0.5)
    article = ArticleFactory(outlet=OutletFactory(name="Report", country="AZE"))
    return SimpleNamespace(
        focus=focus,
        aze=aze,
        rus=rus,
        chn=chn,
        putin=putin,
        sco=sco,
        russia=russia,
        china=china,
        article=article,
        **_what_happened(aze, chn, putin, article),
        **_what_stands(focus, chn, sco, china, article),
    )


def _what_happened(aze, chn, putin, article) -> dict:
    treaty = EventFactory(
        slug="treaty-2024", title="A railway treaty", initiators=[aze], recipients=[chn]
    )
    talks = EventFactory(
        slug="talks-2020",
        title="Talks in Moscow",
        start=date(2020, 1, 1),
        precision="year",
        cameo_code=None,
        dimension="diplomatic",
        initiators=[putin],
        recipients=[aze],
    )
    hosted = EventFactory(
        slug="hosted-2022",
        title="A summit of others",
        start=date(2022, 5, 1),
        cameo_code=CameoCodeFactory(code="042"),
        dimension="security",
        initiators=[chn],
        recipients=[putin],
        hosts=[aze],
    )
    mistake = EventFactory(slug="mistake-2021", start=date(2021, 6, 1), status="withdrawn")
    rumour = EventFactory(slug="rumour-2024", status="proposed")
    quoted = EvidenceFactory(event=treaty, article=article)
    return {
        "treaty": treaty,
        "talks": talks,
        "hosted": hosted,
        "mistake": mistake,
        "rumour": rumour,
        "quoted": quoted,
    }


def _what_stands(focus, chn, sco, china, article) -> dict:
    tie = TieFactory(slug="aze-in-sco", actor_a=focus.actor, actor_b=sco)
    friendship = TieFactory(
        slug="aze-chn-friends",
        actor_a=focus.actor,
        actor_b=chn,
        label="friendship treaty",
        valid=DateRange(date(2005, 1, 1), date(2015, 1, 1)),
    )
    claim = ClaimFactory(slug="claim-1", focus=focus, poles=[china])
    observation = ObservationFactory(actor=focus.actor, partner=chn)
    for about in ({"tie": tie}, {"claim": claim}, {"observation": observation}):
        EvidenceFactory(event=None, article=article, **about)
    dashboard = DashboardFactory(slug="front", focus=focus)
    PanelFactory(dashboard=dashboard, position=1, kind="shares", title="Shares", poles=[china])
    PanelFactory(dashboard=dashboard, position=2, kind="tone", is_hidden=True)
    draft = DashboardFactory(slug="draft", focus=focus, status="draft")
    return {
        "tie": tie,
        "friendship": friendship,
        "claim": claim,
        "observation": observation,
        "indicator": IndicatorFactory(),
        "dashboard": dashboard,
        "draft": draft,
        "dataset": DatasetFactory(),
    }
