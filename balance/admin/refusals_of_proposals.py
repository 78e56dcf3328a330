"""What the constraints of proposals, decisions and notes say to an editor, with the cure."""

from django.utils.translation import gettext_lazy as _

from articles.admin.refusals import Sentence, explain

_MADE = Sentence(_("The worker makes proposals: decide on them in the review queue."))
_OF_THE_LIST = _("Choose one of the list.")
_BY_THE_WORKER = (
    "proposal_made_once",
    "proposal_interval_fits_its_precision",
    "proposal_dates_are_of_our_time",
    "proposal_has_title_and_sentence",
    "proposal_sentence_is_as_long_as_its_place",
    "proposal_of_an_event_has_a_type",
    "proposal_dimension_is_known",
    "proposal_score_and_rank_are_probabilities",
    "proposal_state_is_known",
    "proposal_names_an_actor_once_in_a_role",
    "proposal_names_an_actor_in_a_known_role",
    "reading_state_is_known",
    "reading_quarantined_says_why",
    "reading_done_has_its_time",
    "ranking_has_learnt_from_both_outcomes",
    "ranking_figures_are_shares",
)
_DECIDED = Sentence(
    _("Somebody else decided on the proposal meanwhile: look at it again in the review queue.")
)
_IN_THE_QUEUE = (
    "proposal_waits_without_a_decision",
    "proposal_accepted_has_one_record",
    "decision_outcome_is_known",
    "decision_comes_after_the_opening",
    "decision_edited_says_what_changed",
    "decision_undone_takes_one_back",
    "decision_that_accepts_has_one_record",
)

explain(dict.fromkeys(_BY_THE_WORKER, _MADE) | dict.fromkeys(_IN_THE_QUEUE, _DECIDED))
explain(
    {
        "alias_kind_is_known": Sentence(_OF_THE_LIST, "kind"),
        "note_has_a_text": Sentence(_("Write the note."), "text"),
        "note_is_settled_by_somebody": Sentence(_("Settle the note with its button.")),
    }
)
