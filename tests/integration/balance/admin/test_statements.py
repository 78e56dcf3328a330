"""Ties, claims, figures and actors in the admin."""

from datetime import date

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext

from balance.models import Actor, Claim, Observation, Tie
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    ClaimFactory,
    EventFactory,
    FocusFactory,
    IndicatorFactory,
    PoleFactory,
    PoleMembershipFactory,
    TieFactory,
    TieKindFactory,
)
from tests.integration.balance.admin.filling import complaints, read_form, told, with_row

TIES, CLAIMS = "/admin/balance/tie/add/", "/admin/balance/claim/add/"
FIGURES = "/admin/balance/observation/add/"


@pytest.fixture
def tie(editor):
    """What an editor fills in for a new tie."""
    return {
        **read_form(editor, TIES, "tie_form"),
        "actor_a": str(ActorFactory(code="AZE").pk),
        "actor_b": str(ActorFactory(code="RUS").pk),
        "kind": str(TieKindFactory(code="observer").pk),
        "valid": "22 February 2022 –",
    }


@pytest.fixture
def claim(editor):
    """What an editor fills in for a new claim."""
    return {
        **read_form(editor, CLAIMS, "claim_form"),
        "speaker_name": "An analyst",
        "when": "3 July 2024",
        "text": "Trade with China will double.",
        "kind": "forecast",
        "focus": str(FocusFactory().pk),
    }


@pytest.fixture
def figure(editor):
    """What an editor fills in for a new figure."""
    return {
        **read_form(editor, FIGURES, "observation_form"),
        "indicator": str(IndicatorFactory().pk),
        "actor": str(ActorFactory().pk),
        "partner": str(ActorFactory().pk),
        "valid": "2023",
        "value": "12.5",
    }


def test_a_tie_is_recorded_with_its_precision_filled_in(editor, tie):
    article = ArticleFactory()
    tie = with_row(tie, "evidence", article=article.pk, stance="supports", quote="")

    page = editor.post(TIES, tie, follow=True)

    assert not complaints(page)
    stored = Tie.objects.get()
    assert stored.slug == "aze-rus-observer"
    assert (stored.start_precision, stored.end_precision) == ("day", "")
    assert stored.evidence.get().article == article


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"valid": "22 February 2022"}, "“22 February 2022 –” where it began"),
        ({"valid": "2022 – 2021"}, "must come after the start"),
        ({"valid": "since summer 2022"}, "June to August 2022"),
        ({"confidence": "2"}, "from 0 to 1"),
        ({"kind": ""}, "required"),
    ],
)
def test_a_wrong_value_of_a_tie_is_answered_with_its_cure(editor, tie, wrong, cure):
    assert cure in complaints(editor.post(TIES, {**tie, **wrong}))
    assert not Tie.objects.exists()


def test_a_tie_joins_two_actors(editor, tie):
    page = editor.post(TIES, {**tie, "actor_b": tie["actor_a"]})

    assert "two different actors" in complaints(page)


def test_a_tie_without_a_first_day_has_no_precision_of_it(editor, tie):
    editor.post(TIES, {**tie, "valid": "– 2015"})

    stored = Tie.objects.get()
    assert (stored.start_precision, stored.end_precision) == ("", "year")
    assert stored.valid.upper == date(2015, 1, 1)


def test_a_tie_is_shown_as_precisely_as_it_is_known(editor):
    tie = TieFactory(
        valid=DateRange(date(2011, 3, 1), date(2015, 1, 1)),
        start_precision="month",
        end_precision="year",
    )
    address = f"/admin/balance/tie/{tie.pk}/change/"

    form = read_form(editor, address, "tie_form")
    editor.post(address, form)

    assert form["valid"] == "March 2011 – 2015"
    assert "Nothing changed." in told(editor.get("/admin/balance/tie/"))


def test_ties_are_withdrawn_and_restored(editor):
    tie = TieFactory()
    chosen = {"_selected_action": [tie.pk]}

    editor.post("/admin/balance/tie/", {**chosen, "action": "withdraw", "because": "Never was."})
    tie.refresh_from_db()
    assert tie.withdrawn_because == "Never was."

    page = editor.post(
        "/admin/balance/tie/", {**chosen, "action": "restore", "index": "0"}, follow=True
    )
    tie.refresh_from_db()
    assert tie.withdrawn_because == ""
    assert "1 record restored." in told(page)


def test_the_list_is_cut_to_what_counts_or_not(editor):
    TieFactory(label="standing")
    TieFactory(label="gone", withdrawn_because="Never was.")

    def shown(standing: str) -> str:
        return editor.get("/admin/balance/tie/", {"standing": standing}).content.decode()

    assert "gone" not in shown("yes")
    assert '<td class="field-label">standing</td>' not in shown("no")


def test_a_claim_is_recorded(editor, claim):
    pole = PoleFactory()
    claim = with_row({**claim, "when": "July 2024"}, "claim_poles", pole=pole.pk)

    page = editor.post(CLAIMS, claim, follow=True)

    assert not complaints(page)
    stored = Claim.objects.get()
    assert (stored.start, stored.end) == (date(2024, 7, 1), date(2024, 8, 1))
    assert list(stored.poles.all()) == [pole]


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"speaker_name": ""}, "or write the speaker's name"),
        ({"text": ""}, "required"),
        ({"when": "soon"}, "no date that can be read"),
        ({"horizon": "2025"}, "Write one day"),
    ],
)
def test_a_wrong_value_of_a_claim_is_answered_with_its_cure(editor, claim, wrong, cure):
    assert cure in complaints(editor.post(CLAIMS, {**claim, **wrong}))


def test_a_claim_names_a_pole_once(editor):
    pole = PoleFactory()
    claim = ClaimFactory(poles=[pole])
    address = f"/admin/balance/claim/{claim.pk}/change/"
    data = with_row(read_form(editor, address, "claim_form"), "claim_poles", pole=pole.pk)

    page = editor.post(address, data)

    assert page.status_code == 200
    assert complaints(page)
    assert claim.poles.count() == 1


def test_a_figure_is_recorded(editor, figure):
    editor.post(FIGURES, figure)

    assert Observation.objects.get().value == 12.5


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"valid": "2023 –"}, "no date that can be read"),
        ({"value": "NaN"}, "Enter a number"),
        ({"value": ""}, "required"),
    ],
)
def test_a_wrong_value_of_a_figure_is_answered_with_its_cure(editor, figure, wrong, cure):
    assert cure in complaints(editor.post(FIGURES, {**figure, **wrong}))


def test_a_figure_is_between_two_actors(editor, figure):
    page = editor.post(FIGURES, {**figure, "partner": figure["actor"]})

    assert "two different actors" in complaints(page)


def test_an_actors_code_stays(editor):
    actor = ActorFactory(code="AZE")
    address = f"/admin/balance/actor/{actor.pk}/change/"
    data = read_form(editor, address, "actor_form")
    data = with_row(data, "aliases", text="Baku", kind="name")

    editor.post(address, {**data, "code": "XXX", "name": "Azerbaijan"})

    stored = Actor.objects.get()
    assert (stored.code, stored.name) == ("AZE", "Azerbaijan")
    assert stored.aliases.get().text == "Baku"


# --- measurable statements ---

CATCHES_UP = "share of china >= share of russia by 2025-12"


@pytest.fixture
def poles():
    return [PoleFactory(code=code, name=code.capitalize()) for code in ("china", "russia")]


def test_a_statement_is_stored_in_its_normal_form(editor, claim, poles):
    claim["statement"] = "Share of CHINA>= 0.3 by 2025-12"

    assert complaints(editor.post(CLAIMS, claim)) == ""
    assert Claim.objects.get().statement == "share of china >= 30 % by 2025-12"


@pytest.mark.parametrize(
    ("statement", "cure"),
    [
        ("china wins", "For example: share of china >= share of west by 2025-12"),
        ("share of mars >= 30 % by 2025", "no pole mars. Write one of: china, russia."),
        ("weight of china >= 30 % by 2025", "“weight of china” is no measure."),
        ("share >= 30 % by 2025", "write share of china"),
        ("share of china >= 3,5 % by 2025", "“3,5 %” is no number"),
        ("tone of china >= 30 % by 2025", "Only shares are written in percent"),
        ("share of china >= 300 % by 2025", "as large or as small as 300 %"),
        ("share of china >= tone of china by 2025", "compare like with like"),
        ("share of china >= 30 % by 2025-13", "“2025-13” is no date"),
        ("share of china >= 30 % throughout 2025", "Write throughout 2024..2025"),
    ],
)
def test_a_statement_that_nobody_could_check_is_answered_with_its_cure(
    editor, claim, poles, statement, cure
):
    assert cure in complaints(editor.post(CLAIMS, {**claim, "statement": statement}))
    assert not Claim.objects.exists()


def test_a_claim_is_settled_with_a_reason(editor, claim):
    claim["status"] = "came_true"

    assert "Say why the claim came true" in complaints(editor.post(CLAIMS, claim))
    assert complaints(editor.post(CLAIMS, {**claim, "resolution": "It doubled."})) == ""


def test_the_check_stands_beside_the_status_and_never_changes_it(editor, poles):
    focus = FocusFactory()
    made = ClaimFactory.create_batch(20, focus=focus, statement=CATCHES_UP)
    ClaimFactory(focus=focus, text="Nothing to measure.")

    page = editor.get(f"/admin/balance/claim/{made[0].pk}/change/").content.decode()
    listed = editor.get("/admin/balance/claim/").content.decode()

    assert "not yet decidable" in page or "cannot be decided" in page
    assert listed.count("cannot be decided") + listed.count("not yet decidable") >= 20
    assert set(Claim.objects.values_list("status", flat=True)) == {"open"}


def test_the_list_costs_as_much_with_many_statements_as_with_few(
    editor, poles, django_assert_max_num_queries
):
    ClaimFactory.create_batch(2, focus=FocusFactory(), statement=CATCHES_UP)
    editor.get("/admin/balance/claim/")
    with CaptureQueriesContext(connection) as few:
        editor.get("/admin/balance/claim/")
    ClaimFactory.create_batch(30, focus=FocusFactory(), statement=CATCHES_UP)

    with django_assert_max_num_queries(len(few)):
        editor.get("/admin/balance/claim/")


@pytest.mark.parametrize("said", ["came_true", "failed", "undecided", "no_number", "differs"])
def test_claims_are_found_by_what_the_numbers_say(editor, poles, said):
    focus, (china, _russia) = FocusFactory(), poles
    state = ActorFactory(code="CHN", name="China")
    PoleMembershipFactory(actor=state, pole=china)
    EventFactory(start=date(2024, 7, 10), initiators=[focus.actor], recipients=[state])
    statements = {
        "came_true": "share of china > 50 % by 2024-08",
        "failed": "share of china < 50 % by 2024-08",
        "undecided": "share of china < 50 % by 2100",
        "no_number": "friction of china > 50 % by 2024-08",
    }
    for word, statement in statements.items():
        ClaimFactory(focus=focus, text=f"Says {word}.", statement=statement)
    ClaimFactory(focus=focus, text="Says nothing.")

    page = editor.get(f"/admin/balance/claim/?numbers={said}").content.decode()

    found = {word for word in statements if f"Says {word}." in page}
    assert found == ({"came_true", "failed"} if said == "differs" else {said})
    assert "Says nothing." not in page
