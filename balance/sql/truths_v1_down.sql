DROP TRIGGER methodology_published_is_frozen ON balance_methodology;
DROP TRIGGER article_text_keeps_its_quotations ON articles_article;
DROP TRIGGER evidence_quotation_occurs_in_the_text ON balance_evidence;
DROP TRIGGER participant_weights_for_all_or_none ON balance_participant;
DROP TRIGGER actor_affiliations_form_no_circle ON balance_actor;
DROP TRIGGER pole_keeps_its_scheme ON balance_pole;
DROP TRIGGER pole_weights_of_an_actor_at_most_1 ON balance_polemembership;
DROP FUNCTION balance_check_methodology(), balance_check_article_text(), balance_check_quotation(),
  balance_check_participant_weights(), balance_check_affiliation(), balance_check_pole_scheme(),
  balance_check_pole_weights(), balance_refuse(text, text);
