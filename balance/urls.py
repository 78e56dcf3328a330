"""Addresses of the public pages."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter, StringConverter
from django.views.decorators.http import require_safe

from balance.views import (
    actors,
    articles,
    claims,
    colours,
    compare,
    corrections,
    coverage,
    dashboards,
    embeds,
    events,
    feeds,
    figures,
    finding,
    lenses,
    methodology,
    pivots,
    reports,
    revisions,
    robustness,
    ties,
    what_if,
    why,
)


class KeyConverter(IntConverter):
    """A row's key: a number that the database can hold."""

    regex = "[0-9]{1,18}"


class CodeConverter(StringConverter):
    """An actor's code: capital letters and what else a code may have."""

    regex = "[A-Z0-9][A-Z0-9_.:-]{0,39}"


class PictureConverter(StringConverter):
    """What a picture's file ends in."""

    regex = "svg|png"


register_converter(KeyConverter, "key")
register_converter(CodeConverter, "code")
register_converter(PictureConverter, "picture")

urlpatterns = [
    path("", dashboards.front, name="front"),
    path("focus/<code:code>/", dashboards.focus, name="focus"),
    path("focus/<code:code>/<slug:pole>/", dashboards.pole, name="pole"),
    path(
        "focus/<code:code>/<slug:kind>.<picture:suffix>",
        figures.focus_picture,
        name="focus-picture",
    ),
    path(
        "d/<slug:slug>/<key:panel>.<picture:suffix>",
        figures.dashboard_picture,
        name="dashboard-picture",
    ),
    path("compare/", compare.compare, name="compare"),
    path("feed/", require_safe(feeds.FocusFeed()), name="feed"),
    path("feed/corrections/", require_safe(feeds.CorrectionsFeed()), name="corrections-feed"),
    path("feed/<code:code>/", require_safe(feeds.FocusFeed()), name="focus-feed"),
    path("corrections/", corrections.correction_list, name="corrections"),
    path("report/", reports.report, name="report"),
    path("report/thanks/", reports.thanks, name="report-thanks"),
    path("card.png", finding.card, name="card"),
    path("embed/<code:code>/<slug:kind>/", embeds.focus_embed, name="focus-embed"),
    path("embed/d/<slug:slug>/<key:panel>/", embeds.dashboard_embed, name="dashboard-embed"),
    path("d/", dashboards.dashboard_list, name="dashboards"),
    path("d/<slug:slug>/", dashboards.dashboard, name="dashboard"),
    path("events/", events.event_list, name="events"),
    path("events/<key:key>/", events.event_detail, name="event"),
    path("why/<code:code>/", why.why, name="why"),
    path("claims/", claims.claim_list, name="claims"),
    path("claims/<key:key>/", claims.claim_detail, name="claim"),
    path("lenses/<code:code>/", lenses.lenses, name="lenses"),
    path("ties/", ties.ties, name="ties"),
    path("pivots/<code:code>/", pivots.pivots, name="pivots"),
    path("robustness/<code:code>/", robustness.robustness, name="robustness"),
    path("what-if/<code:code>/", what_if.what_if, name="what-if"),
    path("articles/", articles.article_list, name="articles"),
    path("articles/<key:key>/", articles.article_detail, name="article"),
    path("actors/<code:code>/", actors.actor, name="actor"),
    path("methodology/", methodology.methodology, name="methodology"),
    path("coverage/<code:code>/", coverage.coverage, name="coverage"),
    path("revisions/<code:code>/", revisions.revisions, name="revisions"),
    path("poles/<slug:scheme>.css", colours.poles, name="poles-css"),
]
