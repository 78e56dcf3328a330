"""Addresses of the API, version 1."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from rest_framework.routers import SimpleRouter

from balance.api.views import (
    actors,
    articles,
    balance,
    corrections,
    coverage,
    cuts,
    docs,
    events,
    house,
    lenses,
    reasons,
    revisions,
    robustness,
    standing,
    what_if,
)
from balance.api.views.unknown import UnknownAddress

app_name = "api"

router = SimpleRouter()
router.register("foci", actors.FocusViewSet, basename="focus")
router.register("poles", actors.PoleViewSet, basename="pole")
router.register("actors", actors.ActorViewSet, basename="actor")
router.register("events", events.EventViewSet, basename="event")
router.register("articles", articles.ArticleViewSet, basename="article")
router.register("outlets", articles.OutletViewSet, basename="outlet")
router.register("ties", standing.TieViewSet, basename="tie")
router.register("indicators", standing.IndicatorViewSet, basename="indicator")
router.register("observations", standing.ObservationViewSet, basename="observation")
router.register("claims", standing.ClaimViewSet, basename="claim")
router.register("dashboards", house.DashboardViewSet, basename="dashboard")
router.register("methodologies", house.MethodologyViewSet, basename="methodology")
router.register("datasets", house.DatasetViewSet, basename="dataset")

version_1: list[URLPattern | URLResolver] = [
    path("", docs.FrontView.as_view(), name="root"),
    path("events/tally/", events.TallyView.as_view(), name="event-tally"),
    path("", include(router.urls)),
    path("balance/<str:focus>/", balance.BalanceView.as_view(), name="balance"),
    path("balance/<str:focus>/explain/", balance.ExplainView.as_view(), name="explain"),
    path("balance/<str:focus>/matrix/", cuts.MatrixView.as_view(), name="matrix"),
    path("balance/<str:focus>/shift/", cuts.ShiftView.as_view(), name="shift"),
    path("balance/<str:focus>/tilt/", cuts.TiltView.as_view(), name="tilt"),
    path("balance/<str:focus>/daily/", cuts.DailyView.as_view(), name="daily"),
    path("balance/<str:focus>/impacts/", what_if.ImpactsView.as_view(), name="impacts"),
    path("balance/<str:focus>/what-if/", what_if.WhatIfView.as_view(), name="what-if"),
    path("balance/<str:focus>/pivots/", reasons.PivotsView.as_view(), name="pivots"),
    path("balance/<str:focus>/movers/", reasons.MoversView.as_view(), name="movers"),
    path("balance/<str:focus>/robustness/", robustness.RobustnessView.as_view(), name="robustness"),
    path("balance/<str:focus>/effect/", reasons.EffectView.as_view(), name="effect"),
    path("balance/<str:focus>/standing/", lenses.StandingView.as_view(), name="standing"),
    path("balance/<str:focus>/coverage/", coverage.CoverageView.as_view(), name="coverage"),
    path("balance/<str:focus>/dependence/", lenses.DependenceView.as_view(), name="dependence"),
    path("balance/<str:focus>/lenses/", lenses.LensesView.as_view(), name="lenses"),
    path("balance/<str:focus>/revisions/", revisions.RevisionsView.as_view(), name="revisions"),
    path("corrections/", corrections.CorrectionsView.as_view(), name="corrections"),
    path("coding/", house.CodingView.as_view(), name="coding"),
    path("schema/", docs.SchemaView.as_view(), name="schema"),
    path("docs/", docs.DocsView.as_view(), name="docs"),
]

urlpatterns = [
    path("v1/", include(version_1)),
    re_path(r"", UnknownAddress.as_view()),  # Whatever else begins with /api/.
]
