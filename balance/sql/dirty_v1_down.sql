DROP TRIGGER balance_mark_tie_kind ON balance_tiekind;
DROP TRIGGER balance_mark_tie ON balance_tie;
DROP TRIGGER balance_mark_cameo_code ON balance_cameocode;
DROP TRIGGER balance_mark_event_type ON balance_eventtype;
DROP TRIGGER balance_mark_actor ON balance_actor;
DROP TRIGGER balance_mark_focus ON balance_focus;
DROP TRIGGER balance_mark_changed_pole ON balance_pole;
DROP TRIGGER balance_mark_pole ON balance_pole;
DROP TRIGGER balance_mark_pole_membership ON balance_polemembership;
DROP TRIGGER balance_mark_participant ON balance_participant;
DROP TRIGGER balance_mark_event ON balance_event;
DROP FUNCTION balance_mark_tie(), balance_mark_everything(), balance_mark_participant(),
  balance_mark_event(), balance_mark_all_years(), balance_mark_years(integer, integer);
