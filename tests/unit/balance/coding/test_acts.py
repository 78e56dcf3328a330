"""What one sentence reports: who, to whom, what, and in which mood."""

import pytest

SENTENCES = [
    ("Russia attacked Armenia.", "RUS>ARM", "ASSAULT", "180"),
    ("Two Russian soldiers were killed by Azerbaijani forces.", "AZE>RUS", "ASSAULT", "180"),
    ("Iran threatens to cut off gas supplies to Armenia.", "IRN>ARM", "THREATEN", "1311"),
    ("Tehran refused to sign the agreement with Baku.", "IRN>AZE", "REJECT", "127"),
    ("Russia agreed to supply gas to Azerbaijan.", "RUS>AZE", "AGREE", "0311"),
    ("China will support Azerbaijan.", "CHN>AZE", "AGREE", "032"),
    ("Azerbaijan will not join BRICS.", "AZE>BRICS", "REJECT", "120"),
    ("France summoned the Azerbaijani ambassador.", "FRA>AZE", "ACCUSE", "114"),
    ("Moscow demanded that Yerevan withdraw its troops.", "RUS>ARM", "REQUEST", "106"),
    ("Russia said on Tuesday that Armenia must leave.", "RUS>ARM", "REQUEST", "100"),
    ("Baku expelled two French diplomats.", "AZE>FRA", "SANCTION", "161"),
    ("The United States imposed new economic sanctions on Iran.", "USA>IRN", "COERCE", "163"),
    ("Beijing lent Azerbaijan money and granted a loan to Armenia.", "CHN>AZE", "AID", "071"),
    ("Azerbaijan released three Armenian prisoners.", "AZE>ARM", "RETREAT", "0841"),
    ("Iran launched large drills near the border with Azerbaijan.", "IRN>AZE", "MOBILIZE", "150"),
    ("Armenia bought French howitzers. Paris delivered tanks to Yerevan.", "FRA>ARM", "AID", "072"),
    ("Aliyev left for China on a state visit.", "AZE>CHN", "CONSULT", "042"),
    ("Putin visits Baku", "RUS>AZE", "CONSULT", "042"),
    ("Putin arrived in Baku on a two-day visit.", "RUS>AZE", "CONSULT", "042"),
    ("Aliyev was received by Xi Jinping in Astana.", "CHN>AZE", "CONSULT", "043"),
    ("Aliyev received Putin.", "AZE>RUS", "CONSULT", "043"),
    ("Armenia, a key U.S. partner, has rejected a Turkish plan.", "ARM>TUR", "REJECT", "120"),
    ("Anti-Russia protesters met; US-led forces fired on Iranian boats. Iran accused Turkey.",
     "IRN>TUR", "ACCUSE", "112"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pair", "event_type", "code"), SENTENCES)
def test_who_does_what_to_whom(read, text, pair, event_type, code):
    found = {
        (f"{';'.join(one.initiators)}>{';'.join(one.recipients)}", one.event_type, one.cameo_code)
        for one in read(text)
    }
    assert (pair, event_type, code) in found


@pytest.mark.parametrize(
    "text",
    [
        "Aliyev met with Xi Jinping on the sidelines of a summit in Astana.",
        "Aliyev and Xi Jinping met in Astana.",
        "In Astana, China and Azerbaijan signed a declaration.",
    ],
)
def test_a_joint_act_has_both_on_both_sides_and_its_place_is_a_host_at_most(read, text):
    (found,) = read(text)
    assert set(found.initiators) == set(found.recipients) == {"AZE", "CHN"}
    assert set(found.hosts) <= {"KAZ"}


def test_who_mediates_is_no_partner(read):
    (found,) = read("Armenia and Azerbaijan held talks mediated by the European Union in Paris.")
    assert set(found.initiators) == {"ARM", "AZE"}
    assert found.mediators == ("EUU",)
    assert "EUU" not in found.recipients


def test_who_witnesses_is_no_partner(read):
    text = (
        "During the visit of the president of Kazakhstan to Azerbaijan, the leaders witnessed"
        " the start of container transport from China to Azerbaijan."
    )
    visit, transport = read(text)
    assert (visit.initiators, visit.recipients) == (("KAZ",), ("AZE",))
    assert (transport.initiators, transport.recipients) == (("CHN",), ("AZE",))
    assert transport.witnesses == ("KAZ", "AZE")


def test_several_acts_in_one_sentence(read):
    text = "Baku has strengthened its ties with Turkey and Iran and invited China to talks."
    found = [(one.event_type, one.initiators, one.recipients) for one in read(text)]
    assert found == [
        ("SUPPORT", ("AZE",), ("TUR", "IRN")),
        ("REQUEST", ("AZE",), ("CHN",)),
    ]


def test_each_clause_has_its_own_subject(read):
    text = "Azerbaijan expelled two Iranian diplomats, and Iran expelled two Azerbaijani diplomats."
    assert [one.initiators for one in read(text)] == [("AZE",), ("IRN",)]


def test_a_pronoun_is_who_acted_before(read):
    found = read("Russia accused Armenia. It also attacked Turkey.")
    assert (found[1].initiators, found[1].recipients) == (("RUS",), ("TUR",))


def test_an_act_denied_is_marked(read):
    (found,) = read("Iran did not attack Turkey.")
    assert (found.polarity, found.event_type) == ("denied", "ASSAULT")


def test_moods(read):
    moods = {
        "Russia attacked Armenia.": "actual",
        "Russia will visit Armenia.": "intended",
        "Russia threatened to attack Armenia.": "threatened",
        "Russia asked Armenia to talk.": "requested",
    }
    assert {text: read(text)[0].modality for text in moods} == moods


def test_who_only_reports_is_no_actor(read):
    for said in ("the Russian agency reported", "an envoy who visited Armenia said"):
        (found,) = read(f"Turkey criticised Iran on Monday, {said}.")
        assert (found.initiators, found.recipients) == (("TUR",), ("IRN",))


@pytest.mark.parametrize(
    "text",
    [
        "The Russian attack was long ago.",
        "China and Azerbaijan share values.",
        "A turkey attacked us.",
        "Nobody attacked anybody.",
        "The dialogue demonstrates the interests of China.",
    ],
)
def test_what_reports_no_act_between_actors_gives_none(read, text):
    assert not [one for one in read(text) if one.initiators and one.recipients]
