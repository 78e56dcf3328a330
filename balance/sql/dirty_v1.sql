-- A change of anything that enters the editorial numbers marks the years it touches, in the same
-- transaction. A mark is a counter: a change that arrives while a refresh runs is never lost.
-- Read by migration 0002. Never edited once merged: a change is a _v2 file and a migration.

-- The advisory lock keeps transactions that mark several years in several statements from
-- waiting for each other in a circle; within a statement keys are written in sorted order. It is
-- held until the transaction ends: who changes several rows that others may be changing locks them
-- first, in the order of their keys.
CREATE FUNCTION balance_mark_years(first_year integer, last_year integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('balance.dirty'));
  INSERT INTO balance_dirtyseries (dataset_id, focus_id, year, seq)
  SELECT dataset.id, focus.id, years.year, 1
    FROM balance_dataset dataset, balance_focus focus,
         generate_series(first_year, last_year) AS years(year)
   WHERE dataset.code = 'editorial'
   ORDER BY dataset.id, focus.id, years.year
  ON CONFLICT (dataset_id, focus_id, year) DO UPDATE SET seq = balance_dirtyseries.seq + 1;
END $$;

-- Without any event one year is marked all the same: the data version changes.
CREATE FUNCTION balance_mark_all_years() RETURNS void LANGUAGE plpgsql AS $$
DECLARE first_year integer; last_year integer;
BEGIN
  SELECT extract(year FROM min(start)), extract(year FROM max("end"))
    INTO first_year, last_year FROM balance_event WHERE status = 'confirmed';
  PERFORM balance_mark_years(coalesce(first_year, 2000), coalesce(last_year, 2000));
END $$;

CREATE FUNCTION balance_mark_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (OLD.start, OLD."end", OLD.event_type_id, OLD.cameo_code_id, OLD.dimension,
        OLD.intensity_override, OLD.confidence, OLD.status)
       IS NOT DISTINCT FROM
       (NEW.start, NEW."end", NEW.event_type_id, NEW.cameo_code_id, NEW.dimension,
        NEW.intensity_override, NEW.confidence, NEW.status)
    THEN RETURN NULL; END IF;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.status = 'confirmed' THEN
    PERFORM balance_mark_years(extract(year FROM OLD.start)::int, extract(year FROM OLD."end")::int);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'confirmed' THEN
    PERFORM balance_mark_years(extract(year FROM NEW.start)::int, extract(year FROM NEW."end")::int);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_event AFTER INSERT OR UPDATE OR DELETE ON balance_event
  FOR EACH ROW EXECUTE FUNCTION balance_mark_event();

CREATE FUNCTION balance_mark_participant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;
  END IF;
  FOR touched IN
    SELECT extract(year FROM start)::int AS first, extract(year FROM "end")::int AS last
      FROM balance_event
     WHERE status = 'confirmed'
       AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.event_id END,
                  CASE WHEN TG_OP <> 'DELETE' THEN NEW.event_id END)
  LOOP
    PERFORM balance_mark_years(touched.first, touched.last);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_participant AFTER INSERT OR UPDATE OR DELETE ON balance_participant
  FOR EACH ROW EXECUTE FUNCTION balance_mark_participant();

-- Who stands for whom, where, and what a type is worth: every year may change.
CREATE FUNCTION balance_mark_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_mark_all_years();
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_pole_membership
  AFTER INSERT OR UPDATE OR DELETE ON balance_polemembership
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything();
CREATE TRIGGER balance_mark_pole AFTER INSERT OR DELETE ON balance_pole
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything();
CREATE TRIGGER balance_mark_changed_pole AFTER UPDATE ON balance_pole
  FOR EACH ROW WHEN (
    (OLD.code, OLD.scheme_id, OLD.position) IS DISTINCT FROM
    (NEW.code, NEW.scheme_id, NEW.position))
  EXECUTE FUNCTION balance_mark_everything();
CREATE TRIGGER balance_mark_focus AFTER UPDATE ON balance_focus
  FOR EACH ROW WHEN (
    (OLD.actor_id, OLD.scheme_id) IS DISTINCT FROM (NEW.actor_id, NEW.scheme_id))
  EXECUTE FUNCTION balance_mark_everything();
CREATE TRIGGER balance_mark_actor AFTER UPDATE ON balance_actor
  FOR EACH ROW WHEN (
    (OLD.code, OLD.affiliation_id, OLD.poles_from_members, OLD.withdrawn_because)
    IS DISTINCT FROM (NEW.code, NEW.affiliation_id, NEW.poles_from_members, NEW.withdrawn_because))
  EXECUTE FUNCTION balance_mark_everything();
CREATE TRIGGER balance_mark_event_type AFTER UPDATE ON balance_eventtype
  FOR EACH ROW WHEN (OLD.plover_score IS DISTINCT FROM NEW.plover_score)
  EXECUTE FUNCTION balance_mark_everything();
CREATE TRIGGER balance_mark_cameo_code AFTER UPDATE ON balance_cameocode
  FOR EACH ROW WHEN (OLD.goldstein IS DISTINCT FROM NEW.goldstein)
  EXECUTE FUNCTION balance_mark_everything();

-- Of ties only full memberships enter the numbers: those of bodies split over their members.
CREATE FUNCTION balance_mark_tie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM balance_tiekind
     WHERE ladder = 'membership' AND code = 'member'
       AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.kind_id END,
                  CASE WHEN TG_OP <> 'DELETE' THEN NEW.kind_id END))
  THEN
    PERFORM balance_mark_all_years();
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_tie AFTER INSERT OR UPDATE OR DELETE ON balance_tie
  FOR EACH ROW EXECUTE FUNCTION balance_mark_tie();
CREATE TRIGGER balance_mark_tie_kind AFTER UPDATE ON balance_tiekind
  FOR EACH ROW WHEN ((OLD.ladder, OLD.code) IS DISTINCT FROM (NEW.ladder, NEW.code))
  EXECUTE FUNCTION balance_mark_everything();
