import pytest


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Farhad Mammadov believes that China and Azerbaijan see it alike.", "assessment",
         "Farhad Mammadov"),
        ("China could play a role in Azerbaijan, analyst John Smith said.", "forecast",
         "John Smith"),
        ("“Closer ties could help China,” Shiriyev, a fellow in Paris, told reporters.", "forecast",
         "Shiriyev"),
        ("China could invest in Azerbaijan.", "forecast", ""),
        ("Russia will attack Armenia, analyst John Smith said.", "forecast", "John Smith"),
        ("Relations with Azerbaijan are conditional upon peace with Armenia.", "precondition", ""),
        ("Azerbaijan is considering new deals with China.", "intention", "AZE"),
        ("“We will stand with Azerbaijan,” Erdogan said.", "commitment", "TUR"),
    ],
)  # fmt: skip
def test_opinions_are_claims(read, text, kind, speaker):
    (found,) = read(text)
    assert (found.kind, found.claim_kind, found.speaker) == ("claim", kind, speaker)
    assert found.event_type == found.cameo_code == ""


def test_he_is_who_spoke_before(read):
    text = "Mammadov believes that Russia is weak. “China could gain in Armenia,” he says."
    assert [one.speaker for one in read(text)] == ["Mammadov", "Mammadov"]


def test_we_are_who_is_named_after_the_quotation(read):
    text = "Mammadov believes in China. “We expect more from China,” said Hikmet Hajiyev in Paris."
    assert read(text)[-1].speaker == "AZE"


def test_we_without_a_name_are_who_spoke_before(read):
    text = "Mammadov believes that Russia is weak. “We expect that China could gain.”"
    assert [one.speaker for one in read(text)] == ["Mammadov", "Mammadov"]


def test_plans_are_no_speaker(read):
    (found,) = read("According to French plans, China could gain in Armenia.")
    assert found.speaker == ""


def test_an_expert_without_a_name_is_who_spoke_before(read):
    text = "Mammadov believes that Russia is weak. The analyst expects that China could gain."
    assert [one.speaker for one in read(text)] == ["Mammadov", "Mammadov"]


def test_an_official_who_says_what_happened_reports_an_event(read):
    (found,) = read("Baku said Iran attacked Armenia.")
    assert (found.kind, found.initiators) == ("event", ("IRN",))
