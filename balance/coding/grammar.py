"""The small words that tell clauses, tenses and roles apart."""

from typing import Final


def word_set(text: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(text.split())


DETERMINERS: Final = word_set(
    "the a an this that these those his her its their our my your 's ' any some no each every"
    " another such new recent first second third last next own joint further two three"
)
PREPOSITIONS: Final = word_set(
    "of in on at to for from with by against between among over about into through during under"
    " after before since toward towards without despite across via near inside outside within"
    " around onto upon alongside including amid"
)
PLACING: Final = word_set("in at near inside outside across throughout around on within")
MODALS: Final = word_set("will would shall should must may might can could 'll ca wo")
FUTURE: Final = word_set("will would shall 'll wo")
POSSIBLE: Final = word_set("may might can could ca")
OUGHT: Final = word_set("must should")
BE: Final = word_set("be is are was were been being am 's")
HAVE: Final = word_set("have has had having")
DO: Final = word_set("do does did")
NOT: Final = word_set("not n't never no cannot")
PRONOUNS: Final = word_set("it he she they we i both you")
SUBORDINATE: Final = word_set(
    "because although though if unless until after before whereas since amid despite following"
)
RELATIVE: Final = word_set("which who whom whose where")
ADVERBS: Final = word_set(
    "also again today yesterday now already still recently once twice just only often monday"
    " tuesday wednesday thursday friday saturday sunday never ever even then soon reportedly"
    " first jointly finally long so far actively"
)
REPORTING: Final = word_set(
    "say said says saying reported reports report announced announces told tells stated states"
    " added adds noted notes confirmed claimed claims wrote writes quoted disclosed revealed"
    " according explained recalls argued argues declared declares reiterated concluded insisted"
    " believes thinks stressed underlined emphasized emphasised protested charged alleged"
)
LEADING: Final = word_set(
    "say said says saying announced announces declared declares stated states confirmed confirms"
    " reiterated insists insisted concluded claims claimed stressed told noted adds added warned"
)
# After a hyphen these make an adjective of a name: "US-led" is no actor of its own.
ADJECTIVAL: Final = word_set(
    "led backed born brokered occupied registered held made owned member based funded supported"
    " trained ruled controlled mediated sponsored style speaking wide friendly aligned"
)
BEFORE_HYPHEN: Final = word_set("anti pro non ex pan post pre trans")
PHYSICAL: Final = word_set("ASSAULT COERCE MOBILIZE PROTEST AID RETREAT")
COOPERATIVE: Final = word_set("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT")
HOSTILE: Final = word_set("REJECT SANCTION PROTEST MOBILIZE COERCE ASSAULT")
GO_BETWEENS: Final = {
    "mediated": "mediators", "brokered": "mediators", "facilitated": "mediators",
    "hosted": "hosts", "organised": "hosts", "organized": "hosts", "witnessed": "witnesses",
}  # fmt: skip
BESIDE: Final = word_set("with between against toward towards to by")
