"""Ties, claims, figures and actors in the admin."""

from datetime import date

import pytest

from balance.models import Actor, Claim, Observation, Tie
from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    AliasFactory,
    ClaimFactory,
    FocusFactory,
    IndicatorFactory,
    PoleFactory,
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
        "valid_0": "2022-02-22",
    }


@pytest.fixture
def claim(editor):
    """What an editor fills in for a new claim."""
    return {
        **read_form(editor, CLAIMS, "claim_form"),
        "speaker_name": "An analyst",
        "start": "2024-07-03",
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
        "valid_0": "2023-01-01",
        "valid_1": "2024-01-01",
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
        ({"start_precision": "year"}, "a year on 1 January"),
        ({"valid_1": "2022-05-05", "end_precision": "month"}, "first day out does not fit"),
        ({"valid_1": "2022-02-22"}, "The span is empty"),
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
    editor.post(TIES, {**tie, "valid_0": "", "start_precision": "day"})

    assert Tie.objects.get().start_precision == ""


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
    claim = with_row({**claim, "precision": "month"}, "claim_poles", pole=pole.pk)

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
        ({"precision": "span"}, "Write the day after the last one"),
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
        ({"valid_1": ""}, "first day of the period and the first day out"),
        ({"value": "NaN"}, "Enter a number"),
        ({"value": ""}, "required"),
    ],
)
def test_a_wrong_value_of_a_figure_is_answered_with_its_cure(editor, figure, wrong, cure):
    assert cure in complaints(editor.post(FIGURES, {**figure, **wrong}))


def test_a_figure_is_between_two_actors(editor, figure):
    page = editor.post(FIGURES, {**figure, "partner": figure["actor"]})

    assert "two different actors" in complaints(page)


def test_an_actor_is_found_by_name_alias_or_code_the_code_first(editor):
    belarus = ActorFactory(code="BLR", name="Belarus")
    russia = ActorFactory(code="RUS", name="The Federation")
    AliasFactory(actor=russia, text="Moscow")
    ActorFactory(code="RUS-OLD", name="Old", withdrawn_because="Recorded twice.")

    def found(term: str) -> list[str]:
        asked = {"app_label": "balance", "model_name": "participant", "field_name": "actor"}
        page = editor.get("/admin/autocomplete/", {**asked, "term": term}).json()
        return [result["text"] for result in page["results"]]

    assert found("rus") == [russia.name, belarus.name]
    prussia = ActorFactory(code="PRU", name="Apprussia")
    rusland = ActorFactory(code="RSL", name="Rusland")
    assert found("rus") == [a.name for a in (russia, rusland, prussia, belarus)]
    assert found("mosc") == [russia.name]
    assert found("federation") == [russia.name]


def test_an_actors_code_stays(editor):
    actor = ActorFactory(code="AZE")
    address = f"/admin/balance/actor/{actor.pk}/change/"
    data = read_form(editor, address, "actor_form")
    data = with_row(data, "aliases", text="Baku")

    editor.post(address, {**data, "code": "XXX", "name": "Azerbaijan"})

    stored = Actor.objects.get()
    assert (stored.code, stored.name) == ("AZE", "Azerbaijan")
    assert stored.aliases.get().text == "Baku"
