-- A change of anything that enters the editorial numbers marks the years it touches, in the same
-- transaction. A mark is a counter: a change that arrives while a refresh runs is never lost.
-- Read by migration 0002. Never edited once merged: a change is a _v2 file and a migration.

-- Triggers run once a statement: what an import writes at once is marked once. A row that comes or
-- goes is in `touched`; one that changes is in `old_rows` and in `new_rows`, which are compared as
-- sets, because a join of them would be planned for one row and kept for thousands.

-- The advisory lock keeps transactions that mark several years in several statements from
-- waiting for each other in a circle; within a statement keys are written in sorted order. It is
-- held until the transaction ends: who changes several rows that others may be changing locks them
-- first, in the order of their keys.
CREATE FUNCTION balance_mark_years(years integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(years) = 0 THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('balance.dirty'));
  INSERT INTO balance_dirtyseries (dataset_id, focus_id, year, seq)
  SELECT dataset.id, focus.id, marked.year, 1
    FROM balance_dataset dataset, balance_focus focus, unnest(years) AS marked(year)
   WHERE dataset.code = 'editorial'
   ORDER BY dataset.id, focus.id, marked.year
  ON CONFLICT (dataset_id, focus_id, year) DO UPDATE SET seq = balance_dirtyseries.seq + 1;
END $$;

-- Without any event one year is marked all the same: the data version changes.
CREATE FUNCTION balance_mark_all_years() RETURNS void LANGUAGE plpgsql AS $$
DECLARE first_year integer; last_year integer;
BEGIN
  SELECT extract(year FROM min(start)), extract(year FROM max("end"))
    INTO first_year, last_year FROM balance_event WHERE status = 'confirmed';
  PERFORM balance_mark_years(
    array(SELECT generate_series(coalesce(first_year, 2000), coalesce(last_year, 2000))));
END $$;

CREATE FUNCTION balance_mark_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_mark_years(array(
    SELECT DISTINCT generate_series(extract(year FROM start)::int, extract(year FROM "end")::int)
      FROM touched WHERE status = 'confirmed'));
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_new_events AFTER INSERT ON balance_event
  REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_events();
CREATE TRIGGER balance_mark_gone_events AFTER DELETE ON balance_event
  REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_events();

CREATE FUNCTION balance_mark_changed_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_mark_years(array(
    WITH before AS (
      SELECT id, start, "end", event_type_id, cameo_code_id, dimension, intensity_override,
             confidence, status FROM old_rows),
    after AS (
      SELECT id, start, "end", event_type_id, cameo_code_id, dimension, intensity_override,
             confidence, status FROM new_rows),
    touched AS (
      (SELECT * FROM before EXCEPT SELECT * FROM after)
      UNION ALL
      (SELECT * FROM after EXCEPT SELECT * FROM before))
    SELECT DISTINCT generate_series(extract(year FROM start)::int, extract(year FROM "end")::int)
      FROM touched WHERE status = 'confirmed'));
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_changed_events AFTER UPDATE ON balance_event
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_changed_events();

-- EXECUTE plans anew each time: a plan for one participant would be kept for thousands.
CREATE FUNCTION balance_mark_years_of_events(events bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE years integer[];
BEGIN
  EXECUTE $query$
    SELECT array(
      SELECT DISTINCT generate_series(extract(year FROM start)::int, extract(year FROM "end")::int)
        FROM unnest($1) AS touched(id) JOIN balance_event USING (id)
       WHERE status = 'confirmed')
  $query$ INTO years USING events;
  PERFORM balance_mark_years(years);
END $$;

CREATE FUNCTION balance_mark_participants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_mark_years_of_events(array(SELECT DISTINCT event_id FROM touched));
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_new_participants AFTER INSERT ON balance_participant
  REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_participants();
CREATE TRIGGER balance_mark_gone_participants AFTER DELETE ON balance_participant
  REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_participants();

CREATE FUNCTION balance_mark_changed_participants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_mark_years_of_events(array(
    SELECT event_id FROM (SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) AS before
    UNION
    SELECT event_id FROM (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows) AS after));
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_changed_participants AFTER UPDATE ON balance_participant
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_changed_participants();

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

-- The trigger's argument lists the columns that matter.
CREATE FUNCTION balance_mark_everything_if_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed boolean;
BEGIN
  EXECUTE format(
    'SELECT EXISTS (SELECT id, %1$s FROM old_rows EXCEPT SELECT id, %1$s FROM new_rows)',
    TG_ARGV[0]) INTO changed;
  IF changed THEN PERFORM balance_mark_all_years(); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_changed_pole AFTER UPDATE ON balance_pole
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything_if_changed(
    'code, scheme_id, position');
CREATE TRIGGER balance_mark_focus AFTER UPDATE ON balance_focus
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything_if_changed('actor_id, scheme_id');
CREATE TRIGGER balance_mark_actor AFTER UPDATE ON balance_actor
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything_if_changed(
    'code, affiliation_id, poles_from_members, withdrawn_because');
CREATE TRIGGER balance_mark_event_type AFTER UPDATE ON balance_eventtype
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything_if_changed('plover_score');
CREATE TRIGGER balance_mark_cameo_code AFTER UPDATE ON balance_cameocode
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything_if_changed('goldstein');
CREATE TRIGGER balance_mark_tie_kind AFTER UPDATE ON balance_tiekind
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_everything_if_changed('ladder, code');

-- Of ties only full memberships enter the numbers: those of bodies split over their members.
CREATE FUNCTION balance_mark_full_memberships(kinds bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM balance_tiekind
     WHERE ladder = 'membership' AND code = 'member' AND id = ANY (kinds))
  THEN
    PERFORM balance_mark_all_years();
  END IF;
END $$;

CREATE FUNCTION balance_mark_ties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_mark_full_memberships(array(SELECT DISTINCT kind_id FROM touched));
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_new_ties AFTER INSERT ON balance_tie
  REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_ties();
CREATE TRIGGER balance_mark_gone_ties AFTER DELETE ON balance_tie
  REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_ties();

CREATE FUNCTION balance_mark_changed_ties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_mark_full_memberships(array(
    SELECT kind_id FROM old_rows UNION SELECT kind_id FROM new_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER balance_mark_changed_ties AFTER UPDATE ON balance_tie
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION balance_mark_changed_ties();
