"""Every kind of panel is shown, with what an editor fixed for it, whatever became of its parts."""

import html
import re
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Panel, PoleMembership
from tests.factories.balance import (
    ActorFactory,
    AnnotationFactory,
    DashboardFactory,
    EventFactory,
    FocusFactory,
    MethodologyFactory,
    PanelFactory,
    PoleFactory,
    SchemeFactory,
)

pytestmark = pytest.mark.django_db

NEEDED = {"one_pole": ["china"], "comparison": ["russia", "china"]}


@pytest.fixture
def dashboard(world):
    return DashboardFactory(focus=world.focus, slug="page", title="A page")


@pytest.fixture
def add(dashboard, world):
    """Add a panel to the dashboard, with poles by code."""

    def add(kind, poles=(), **options):
        chosen = [world.poles[code] for code in poles or NEEDED.get(kind, ())]
        return PanelFactory(dashboard=dashboard, kind=kind, poles=chosen, **options)

    return add


def get(client, address="/d/page/"):
    response = client.get(address)
    assert response.status_code == 200, response.content[:500]
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def words(page):
    inside = re.search(r'<div class="panels">(.*)</main>', page, re.S)[1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", inside))


@pytest.mark.parametrize("kind", Panel.Kind.values)
def test_every_kind_is_shown(kind, client, add, world):
    AnnotationFactory(focus=world.focus, on=date(2024, 7, 1))
    add(kind)

    page = get(client)

    assert f'<section class="panel panel--{kind} panel--full"' in page
    assert "cannot be shown" not in page


@pytest.mark.parametrize("kind", sorted(set(Panel.Kind.values) - {"text"}))
def test_a_kind_without_data_has_words(kind, client):
    focus = FocusFactory(is_default=True)
    poles = [PoleFactory(code=code, scheme=focus.scheme) for code in ("russia", "china")]
    dashboard = DashboardFactory(focus=focus, slug="page")
    number = len(NEEDED.get(kind, ()))
    PanelFactory(dashboard=dashboard, kind=kind, poles=poles[:number])

    assert len(words(get(client))) > 40


def test_options_win_over_what_the_reader_chooses_and_are_told(client, add):
    methodology = MethodologyFactory(version="older", status="retired")
    add(
        "shares",
        period=DateRange(date(2023, 1, 1), date(2024, 7, 1)),
        step="quarter",
        half_life=90,
        dimensions=["energy", "economic"],
        methodology=methodology,
    )

    page = get(client, "/d/page/?from=2010&step=year&half_life=730")

    assert (
        "?start=2023-01-01&end=2024-07-01&step=quarter&half_life=90&dimension=economic,energy"
        "&methodology=older&interval=1"
    ) in page
    subtitle = re.search(r'<p class="chart__subtitle".*?</p>', page, re.S)[0]
    assert (
        "Fixed by the editor: 1 January 2023 – 30 June 2024; by quarter; half-life 90 days;"
        " methodology older; dimensions energy and economic."
    ) in subtitle


def test_the_last_years_are_counted_from_the_readers_last_day(client, add):
    add("tone", years=2)

    page = get(client, "/d/page/?from=2019&to=2022")

    assert 'data-url="/api/v1/balance/AZE/?start=2020-12-01&end=2023-01-01&interval=1"' in page
    assert "Fixed by the editor: the last 2 years." in page


def test_a_chart_of_some_poles_speaks_of_them_alone(client, add):
    add("shares", poles=["china", "west"])
    add("tone", poles=["china", "russia"])

    page = get(client)

    assert "The West has 0 % and China has 67 %" in page
    assert "Friendly with Russia (+0.3) and friendly with China (+0.4)" in page
    assert 'data-pole="west,china"' in page


def test_a_list_of_events_is_narrowed_by_pole_dimension_and_days(client, add, world):
    add("event_list", poles=["china"])
    assert "A treaty with China" in get(client)
    assert "A pact with Russia" not in words(get(client))

    Panel.objects.update(period=DateRange(date(2020, 1, 1), date(2024, 1, 1)))
    assert "No event fits" in get(client)


def test_articles_are_those_of_the_poles_events(client, add, world):
    add("articles", poles=["china"])
    add("articles", poles=["russia"])

    page = get(client)

    assert page.count("quoted for 1 event") == 1
    assert "No article is quoted" in page


def test_another_focus_has_its_own_numbers(client, add, world):
    georgia = FocusFactory(
        actor=ActorFactory(code="GEO", name="Georgia"), scheme=world.focus.scheme
    )
    EventFactory(initiators=[georgia.actor], recipients=[world.states["west"]])
    add("headline", focus=georgia)
    add("shares", focus=georgia)

    page = get(client)

    assert "All cooperation on record is with the West" in page
    assert 'data-url="/api/v1/balance/GEO/?interval=1"' in page
    assert "focus Georgia" in page


def test_a_focus_of_another_scheme_brings_its_colours(client, add, world):
    other = SchemeFactory(code="others")
    PoleFactory(scheme=other, code="north", name="the North")
    armenia = FocusFactory(actor=ActorFactory(code="ARM", name="Armenia"), scheme=other)
    add("poles", focus=armenia)

    page = get(client)

    assert "/poles/others.css" in page
    assert "The North" in page


def test_a_pole_that_the_focus_is_no_longer_read_against_leaves_a_sentence(client, add, world):
    for kind in ("shares", "poles", "events", "one_pole", "heat_map", "ties"):
        add(kind, poles=["china"])
    scheme = SchemeFactory(code="others")
    PoleFactory(scheme=scheme, code="north", name="the North")
    world.focus.scheme = scheme
    world.focus.save()

    page = get(client)

    assert page.count("This panel cannot be shown as it was set up.") == 6
    assert "Azerbaijan is not read against China" in page


def test_a_renamed_pole_keeps_its_panels(client, add, world):
    add("one_pole")
    pole = world.poles["china"]
    pole.code, pole.name = "east", "the East"
    pole.save()

    page = get(client)

    assert "The East has 67 %" in page
    assert 'data-pole="east"' in page


def test_a_pole_without_members_is_no_error(client, add, world):
    add("one_pole")
    add("events", poles=["china"])
    PoleMembership.objects.filter(pole=world.poles["china"]).update(withdrawn_because="No.")

    assert "China has no part of Azerbaijan’s cooperation" in get(client)


def test_too_few_poles_leave_a_sentence(client, dashboard):
    PanelFactory(dashboard=dashboard, kind="comparison")

    assert "This kind of panel compares poles: choose 2 to 4." in get(client)


def test_a_reader_whose_span_ends_before_the_fixed_one_begins_sees_a_sentence(client, add):
    add("tone", period=DateRange(date(2023, 1, 1), None))
    add("shares")

    page = get(client, "/d/page/?from=2019&to=2020")

    assert page.count("This panel cannot be shown as it was set up.") == 1
    assert 'data-chart="shares"' in page


def test_a_moment_of_one_dashboard_is_on_no_other(client, add, world):
    add("shares")
    AnnotationFactory(focus=world.focus, title="For all")
    AnnotationFactory(focus=world.focus, title="For another", dashboard=DashboardFactory())
    AnnotationFactory(focus=world.focus, title="For this", dashboard=Panel.objects.get().dashboard)

    page = words(get(client))

    assert ("For all" in page, "For this" in page, "For another" in page) == (True, True, False)


MOST_QUERIES = 25


def test_a_dashboard_of_twelve_panels_costs_so_many_queries_at_most(
    client, add, world, django_assert_max_num_queries
):
    kinds = [
        "headline", "shares", "tone", "one_pole", "comparison", "heat_map", "ties_timeline",
        "ties_network", "event_list", "articles", "moments", "events",
    ]  # fmt: skip
    for kind in kinds:
        add(kind)
    EventFactory.create_batch(20, initiators=[world.focus.actor], recipients=[world.states["west"]])
    get(client)

    with django_assert_max_num_queries(MOST_QUERIES):
        get(client)
