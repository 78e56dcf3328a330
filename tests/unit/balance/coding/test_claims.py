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
        ("Relations with Azerbaijan are conditional upon peace with Armenia.", "precondition", ""),
        ("Azerbaijan is considering new deals with China.", "intention", ""),
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


def test_an_expert_without_a_name_is_who_spoke_before(read):
    text = "Mammadov believes that Russia is weak. The analyst expects that China could gain."
    assert [one.speaker for one in read(text)] == ["Mammadov", "Mammadov"]


def test_an_official_who_says_what_happened_reports_an_event(read):
    (found,) = read("Baku said Iran attacked Armenia.")
    assert (found.kind, found.initiators) == ("event", ("IRN",))
