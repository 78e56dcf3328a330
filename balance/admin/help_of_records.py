"""What stands below the boxes of forms about events, actors, claims and what lasts."""

from typing import Any

from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy

from articles.admin.field_help import explain_fields

_ = gettext_lazy


def _linked(text: Any, section: str) -> str:
    return format_html(
        '{} <a href="{}#{}" target="_blank">{}</a>',
        text,
        reverse("codebook"),
        section,
        gettext("How to code it"),
    )


codebook = lazy(_linked, str)  # The help, and the way to a section of the codebook.

_ACTOR = _("Type a name, an alias or a code. If the actor is missing, create it beside the box.")
_ARTICLE = _("Type a word of the title or paste the address. If it is missing, create it.")
_STANCE = codebook(_("Whether the article says that it is so, or that it is not."), "evidence")
WHO = codebook(
    _("Who acts is the initiator, towards whom is the recipient; both, if they act together."),
    "who-takes-part",
)
_TYPE = codebook(_("By what was done, not by how it is told."), "types")
_CAMEO = codebook(
    _("Finer than the type, by number or word, such as 057. Empty if you hesitate."), "cameo-codes"
)
_DIMENSION = codebook(_("What the act was about, not who did it."), "dimension")
_PROBABILITY = codebook(_("How sure we are, 0 to 1; 1 is as good as certain."), "confidence")

explain_fields(
    {
        "balance.Event": {
            "title": _("What happened in a short sentence of ours, in the present tense."),
            "description": _("What a reader needs besides the title; two or three sentences."),
            "event_type": codebook(
                _("By what was done, not by how it is told. Empty: the type of the CAMEO code."),
                "types",
            ),
            "cameo_code": _CAMEO,
            "dimension": _DIMENSION,
            "intensity_reason": codebook(
                _("Why the type's score does not fit this act, in one sentence for readers."),
                "another-intensity",
            ),
            "confidence": codebook(
                _("How sure we are that it happened as described, 0 to 1. 0.3: no source found."),
                "confidence",
            ),
            "status": codebook(
                _("Only confirmed events count. Withdraw what counted and was wrong."),
                "reject-withdraw-restore",
            ),
            "withdrawn_because": _("Only for a withdrawn event: readers see the reason."),
        },
        "balance.Participant": {
            "event": _("The act that the actor took part in."),
            "actor": _ACTOR,
            "role": WHO,
        },
        "balance.Evidence": {
            "article": _ARTICLE,
            "stance": _STANCE,
            "event": _("The act that the quotation is about, if it is about one."),
            "tie": _("The tie that the quotation is about, if it is about one."),
            "claim": _("The claim that the quotation is about, if it is about one."),
            "observation": _("The figure that the quotation is about, if it is about one."),
        },
        "balance.Coding": {
            "confidence": _PROBABILITY,
            "event_type": _TYPE,
            "cameo_code": _CAMEO,
            "dimension": _DIMENSION,
        },
        "balance.CodedParticipant": {"actor": _ACTOR, "role": WHO},
        "balance.Claim": {
            "focus": _("Whose foreign policy the claim is about."),
            "kind": codebook(_("What the speaker does by saying it."), "claims"),
            "condition": _("What must be so for the claim to hold: “if the corridor opens”."),
            "status": _("What became of it. Anything but “open” needs a reason below."),
        },
        "balance.ClaimPole": {
            "claim": _("The claim that is about the pole."),
            "pole": _("A pole that the claim is about; one row for each."),
        },
        "balance.Actor": {
            "name": _("The name by which readers know it, in English."),
            "kind": _("A state, a body of states, a bloc, a company, a person or a corridor."),
        },
        "balance.Alias": {
            "actor": _("Who goes by this name."),
            "text": _("Another spelling, a demonym, a capital: what articles call it."),
            "kind": _("What sort of word it is; a place is read as the actor only where it acts."),
        },
        "balance.Tie": {
            "actor_a": _("Who stands in the tie; of a membership, the member."),
            "actor_b": _("With whom; of a membership, the organisation."),
            "kind": _("A rung of a ladder, or a mark such as “applied”. Type a word of it."),
            "label": _("What this one is called, such as the name of the treaty."),
            "confidence": _PROBABILITY,
        },
        "balance.TieKind": {
            "ladder": _("The order that the kind belongs to."),
            "code": _("Small letters, such as strategic_partnership; files use it, so it stays."),
            "name": _("What readers see."),
        },
        "balance.PoleMembership": {
            "actor": _ACTOR,
            "pole": _("The pole that the actor counts for."),
        },
        "balance.Observation": {
            "indicator": _("What is measured."),
            "actor": _("Whose figure it is, such as the importer. Type a name or a code."),
            "partner": _("With whom, such as the supplier. Type a name or a code."),
            "value": _("The figure in the indicator's unit, with a point: 12.5."),
            "confidence": _PROBABILITY,
            "note": _("How it was measured, where another source says otherwise."),
        },
        "balance.Indicator": {
            "name": _("What is measured, as readers see it."),
            "code": _("Small letters, such as arms_import_share_pct; files use it, so it stays."),
            "unit": _("Such as percent or million USD."),
        },
        "balance.Report": {
            "message": _("What the reader wrote."),
            "number": _("The number that the reader looked at."),
            "state": _("What you decided: accept it, refuse it, or answer without a change."),
            "answer": _("What you answer; a refusal needs one."),
        },
    }
)
