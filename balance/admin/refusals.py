"""What each constraint of the balance says to an editor, with the cure."""

from django.utils.translation import gettext_lazy as _

from articles.admin.refusals import Sentence, explain

_TEN = _("Write a number from -10 to 10.")
_PROBABILITY = _("Write a probability from 0 to 1, such as 0.9.")
_CAPITALS = _("Write the code in capital letters and digits, such as AZE.")
_OTHER_KEY = _("Another record has this already: change that one, or choose another.")
_OF_THE_LIST = _("Choose one of the list.")
_FITS = _(
    "This date cannot be stored. Write a day, a month, a quarter, a year, or a span of two days or"
    " more, such as 3–5 July 2024."
)

ACTORS = {
    "actor_code_is_capital_letters": Sentence(_CAPITALS, "code"),
    "actor_has_a_name": Sentence(_("Write the actor's name."), "name"),
    "actor_is_not_affiliated_with_itself": Sentence(
        _("An actor cannot stand for itself: choose another affiliation or none."), "affiliation"
    ),
    "actor_affiliations_form_no_circle": Sentence(
        _(
            "With this affiliation the actor would stand for itself by way of others:"
            " choose another affiliation or none."
        ),
        "affiliation",
    ),
    "actor_with_poles_from_members_is_a_body": Sentence(
        _("Only an organisation or a bloc has members: change the kind, or clear this box."),
        "poles_from_members",
    ),
    "actor_wikidata_is_an_item": Sentence(
        _("Write the item of Wikidata as Q and a number, such as Q227."), "wikidata"
    ),
    "alias_recorded_once": Sentence(
        _("This actor has this alias already, on some of these days."), "text"
    ),
    "alias_lasts": Sentence(
        _("The span is empty: the first day out must come after the first day in."), "valid"
    ),
    "alias_is_not_empty": Sentence(_("Write the alias."), "text"),
}
POLES = {
    "pole_code_once_in_a_scheme": Sentence(
        _("Another pole of this scheme has this code: choose another."), "code"
    ),
    "pole_is_not_called_other": Sentence(
        _("“other” is what no pole takes: choose another code."), "code"
    ),
    "pole_colours_are_hexadecimal": Sentence(
        _("Write both colours as # and six digits or small letters a to f, such as #0072b2."),
        "color",
    ),
    "pole_keeps_its_scheme": Sentence(
        _("A pole stays in its scheme: make a new pole in the other scheme."), "scheme"
    ),
    "pole_membership_lasts": Sentence(
        _("The span is empty: the first day out must come after the first day in."), "valid"
    ),
    "pole_membership_weight_above_0_at_most_1": Sentence(
        _("Write a weight above 0 and at most 1."), "weight"
    ),
    "pole_membership_never_twice_at_once": Sentence(
        _(
            "The actor is in this pole already on some of these days:"
            " end the other membership first, or withdraw it."
        )
    ),
    "pole_weights_of_an_actor_at_most_1": Sentence(
        _(
            "On some day the weights of this actor over the poles of one scheme would sum to more"
            " than 1: lower a weight, or end another membership first."
        ),
        "weight",
    ),
    "focus_on_the_front_page_is_one": Sentence(
        _("Another focus is on the front page: clear its box first."), "is_default"
    ),
}
EVENTS = {
    "event_interval_fits_its_precision": Sentence(_FITS, "when"),
    "event_dates_are_of_our_time": Sentence(_("Write a day from 1900 to 2100."), "when"),
    "event_dimension_is_known": Sentence(_OF_THE_LIST, "dimension"),
    "event_status_is_known": Sentence(_OF_THE_LIST, "status"),
    "event_has_a_title": Sentence(_("Write a title: who did what to whom."), "title"),
    "event_confidence_is_a_probability": Sentence(_PROBABILITY, "confidence"),
    "event_intensity_within_10": Sentence(_TEN, "intensity_override"),
    "event_override_has_a_reason": Sentence(
        _("Say why the score of the type does not fit, or clear the override."), "intensity_reason"
    ),
    "event_is_withdrawn_with_a_reason": Sentence(
        _("Choose the status “withdrawn” and say why; or another status, without a reason."),
        "withdrawn_because",
    ),
    "participant_once_in_a_role": Sentence(
        _("This actor is in the event in this role already: remove one of the two."), "actor"
    ),
    "participant_role_is_known": Sentence(_OF_THE_LIST, "role"),
    "participant_weight_is_positive": Sentence(
        _("Write a weight above 0, or leave it empty."), "weight"
    ),
    "participant_weights_for_all_or_none": Sentence(
        _(
            "Give every initiator and recipient besides the focus a weight, or none of them:"
            " without weights each partner counts alike."
        )
    ),
    "evidence_is_about_exactly_one_record": Sentence(
        _("Choose exactly one: an event, a tie, a claim or an observation.")
    ),
    "evidence_recorded_once": Sentence(
        _("This quotation of this article is evidence of this record already: remove one.")
    ),
    "evidence_quotation_occurs_in_the_text": Sentence(
        _(
            "The article's text does not have this quotation word for word:"
            " copy the sentence from the text, or leave the quotation empty."
        ),
        "quote",
    ),
    "event_type_code_is_capital_letters": Sentence(
        _("Write the code in capital letters, such as CONSULT."), "code"
    ),
    "event_type_score_within_10": Sentence(_TEN, "plover_score"),
    "cameo_code_is_digits": Sentence(
        _("Write two to four digits with the leading zero, such as 057."), "code"
    ),
    "cameo_score_within_10": Sentence(_TEN, "goldstein"),
    "cameo_quad_class_is_1_to_4": Sentence(_("Write a class from 1 to 4."), "quad_class"),
}
CODINGS = {
    "coding_once_by_a_coder": Sentence(_("You have coded this event already.")),
    "coding_interval_fits_its_precision": Sentence(_FITS, "when"),
    "coding_dates_are_of_our_time": Sentence(_("Write a day from 1900 to 2100."), "when"),
    "coding_dimension_is_known": Sentence(_OF_THE_LIST, "dimension"),
    "coding_confidence_is_a_probability": Sentence(_PROBABILITY, "confidence"),
    "coding_names_an_actor_once_in_a_role": Sentence(
        _("An actor stands twice in one role: remove one of the two."), "actor"
    ),
    "coded_participant_acts_or_receives": Sentence(_OF_THE_LIST, "role"),
}
STATEMENTS = {
    "tie_kind_once_on_a_ladder": Sentence(
        _("Another kind on this ladder has this code: choose another."), "code"
    ),
    "tie_rank_once_on_a_ladder": Sentence(
        _("Another kind on this ladder has this rank: choose another, or none."), "rank"
    ),
    "tie_joins_two_actors": Sentence(_("A tie joins two different actors."), "actor_b"),
    "tie_lasts": Sentence(
        _("The span is empty: the first day out must come after the first day in."), "valid"
    ),
    "tie_start_fits_its_precision": Sentence(
        _(
            "The first day does not fit its precision: a month begins on its first day, a year on"
            " 1 January; without a first day there is no precision."
        ),
        "valid",
    ),
    "tie_end_fits_its_precision": Sentence(
        _(
            "The first day out does not fit its precision: a month begins on its first day, a year"
            " on 1 January; without a first day out there is no precision."
        ),
        "valid",
    ),
    "tie_confidence_is_a_probability": Sentence(_PROBABILITY, "confidence"),
    "tie_recorded_once": Sentence(
        _("This tie is recorded already, with the same span: change that one instead.")
    ),
    "claim_interval_fits_its_precision": Sentence(_FITS, "when"),
    "claim_has_exactly_one_speaker": Sentence(
        _("Choose the speaker among the actors, or write the speaker's name; not both."), "speaker"
    ),
    "claim_is_not_empty": Sentence(_("Write what was claimed."), "text"),
    "claim_settled_with_a_reason": Sentence(
        _("Say why the claim came true, failed or is disputed; or let it be open."), "resolution"
    ),
    "claim_names_a_pole_once": Sentence(_("The claim has this pole already."), "pole"),
    "indicator_has_a_unit": Sentence(_("Write the unit, such as percent."), "unit"),
    "observation_period_is_closed": Sentence(
        _("Write the period with both its ends, such as 2014–2018."), "valid"
    ),
    "observation_is_between_two_actors": Sentence(
        _("A figure is between two different actors."), "partner"
    ),
    "observation_confidence_is_a_probability": Sentence(_PROBABILITY, "confidence"),
    "observation_value_is_finite": Sentence(_("Write a number."), "value"),
    "observation_recorded_once": Sentence(
        _("This figure is recorded already: change that one instead, or note what differs.")
    ),
}
PRESENTATION = {
    "methodology_published_is_one": Sentence(
        _("One methodology is published at a time: publish with the action, which retires it.")
    ),
    "methodology_status_is_known": Sentence(_OF_THE_LIST, "status"),
    "methodology_scale_is_known": Sentence(_OF_THE_LIST, "scale"),
    "methodology_published_has_a_date": Sentence(
        _("Publish and retire with the actions of the list: they set the date.")
    ),
    "methodology_published_is_frozen": Sentence(
        _("A published methodology is frozen: make a new version instead.")
    ),
    "methodology_half_life_is_positive": Sentence(
        _("Write a half-life of more than 0 days."), "half_life"
    ),
    "methodology_kappa_is_positive": Sentence(_("Write a kappa above 0."), "kappa"),
    "methodology_weights_are_not_negative": Sentence(
        _("Write weights of 0 or more; 1 is the usual weight.")
    ),
    "translation_once_in_a_language": Sentence(
        _("These words have a translation into this language already: change that one."), "text"
    ),
    "translation_says_something": Sentence(
        _("Write the English words, and what they are called."), "text"
    ),
    "translation_language_is_known": Sentence(_OF_THE_LIST, "language"),
    "dashboard_front_page_one_a_focus": Sentence(
        _("Another dashboard is this focus's own page: clear its box first."), "is_front_page"
    ),
    "panel_with_a_note_says_something": Sentence(
        _("Write the note, or choose another kind of panel."), "note"
    ),
    "dashboard_status_is_known": Sentence(_OF_THE_LIST, "status"),
    "dashboard_draft_has_no_publisher": Sentence(
        _("A draft is published by nobody yet: choose the status “published”, or save again."),
        "status",
    ),
    "report_says_something": Sentence(_("Write what the reader said."), "message"),
    "report_refused_has_an_answer": Sentence(
        _("Say in the answer why the report is refused."), "answer"
    ),
    "panel_kind_is_known": Sentence(_OF_THE_LIST, "kind"),
    "panel_years_are_1_to_100": Sentence(_("Write 1 to 100 years, or leave it empty."), "years"),
    "panel_period_lasts": Sentence(
        _("The period is empty: the first day out must come after the first day in."), "period"
    ),
    "panel_period_is_relative_or_fixed": Sentence(
        _("Write the last years or a fixed period, not both: clear one of the two."), "years"
    ),
    "panel_half_life_is_positive": Sentence(
        _("Write a half-life of more than 0 days, or leave it empty."), "half_life"
    ),
    "panel_dimensions_are_known": Sentence(_OF_THE_LIST, "dimensions"),
    "panel_step_is_known": Sentence(_OF_THE_LIST, "step"),
    "panel_kernel_is_known": Sentence(_OF_THE_LIST, "kernel"),
    "panel_takes_focus": Sentence(
        _("This kind of panel is about no focus: clear it, or choose another kind."), "focus"
    ),
    "panel_takes_dataset": Sentence(
        _("This kind of panel shows what editors recorded: clear the data set."), "dataset"
    ),
    "panel_takes_methodology": Sentence(
        _("No method enters this kind of panel: clear it, or choose another kind."), "methodology"
    ),
    "panel_takes_half_life": Sentence(
        _("Nothing fades in this kind of panel: clear the half-life, or choose another kind."),
        "half_life",
    ),
    "panel_takes_dimensions": Sentence(
        _(
            "This kind of panel cannot be narrowed to dimensions:"
            " clear them, or choose another kind."
        ),
        "dimensions",
    ),
    "panel_takes_step": Sentence(
        _("This kind of panel has no steps in time: clear the step, or choose a chart."), "step"
    ),
    "panel_takes_kernel": Sentence(
        _("This kind of panel shows what stands: clear the count, or choose a chart."), "kernel"
    ),
    "panel_takes_years": Sentence(
        _("This kind of panel shows one day or all time: clear the years, or choose a chart."),
        "years",
    ),
    "panel_takes_period": Sentence(
        _("This kind of panel shows all time: clear the period, or choose another kind."), "period"
    ),
    "panel_names_a_pole_once": Sentence(_("The panel has this pole already."), "pole"),
    "annotation_has_a_title": Sentence(_("Write a few words for the pin."), "title"),
}
DERIVED = {
    "dataset_of_editors_is_called_editorial": Sentence(
        _("Only the editors' data set is called “editorial”; every other one is machine-coded."),
        "kind",
    ),
    "record_once_in_a_dataset": Sentence(_OTHER_KEY, "key"),
    "record_score_within_10": Sentence(_TEN, "goldstein"),
    "daily_series_one_a_year": Sentence(_OTHER_KEY),
    "daily_series_has_a_number_for_every_day": Sentence(
        _("The series are computed: run refresh_series instead.")
    ),
    "series_version_recorded_once": Sentence(_OTHER_KEY),
    "series_version_current_is_one": Sentence(_OTHER_KEY),
    "dirty_series_one_a_year": Sentence(_OTHER_KEY),
    "run_asked_once": Sentence(_OTHER_KEY),
    "run_done_has_a_result": Sentence(
        _("Runs are computed: ask for their numbers on a page instead.")
    ),
}

for sentences in (ACTORS, POLES, EVENTS, CODINGS, STATEMENTS, PRESENTATION, DERIVED):
    explain(sentences)
