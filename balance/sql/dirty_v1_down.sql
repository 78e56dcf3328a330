DROP TRIGGER balance_mark_changed_ties ON balance_tie;
DROP TRIGGER balance_mark_gone_ties ON balance_tie;
DROP TRIGGER balance_mark_new_ties ON balance_tie;
DROP TRIGGER balance_mark_tie_kind ON balance_tiekind;
DROP TRIGGER balance_mark_cameo_code ON balance_cameocode;
DROP TRIGGER balance_mark_event_type ON balance_eventtype;
DROP TRIGGER balance_mark_actor ON balance_actor;
DROP TRIGGER balance_mark_focus ON balance_focus;
DROP TRIGGER balance_mark_changed_pole ON balance_pole;
DROP TRIGGER balance_mark_pole ON balance_pole;
DROP TRIGGER balance_mark_pole_membership ON balance_polemembership;
DROP TRIGGER balance_mark_changed_participants ON balance_participant;
DROP TRIGGER balance_mark_gone_participants ON balance_participant;
DROP TRIGGER balance_mark_new_participants ON balance_participant;
DROP TRIGGER balance_mark_changed_events ON balance_event;
DROP TRIGGER balance_mark_gone_events ON balance_event;
DROP TRIGGER balance_mark_new_events ON balance_event;
DROP FUNCTION balance_mark_changed_ties(), balance_mark_ties(),
  balance_mark_full_memberships(bigint[]), balance_mark_everything_if_changed(),
  balance_mark_everything(), balance_mark_changed_participants(), balance_mark_participants(),
  balance_mark_years_of_events(bigint[]), balance_mark_changed_events(), balance_mark_events(),
  balance_mark_all_years(), balance_mark_years(integer[]);
