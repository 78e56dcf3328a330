-- A participant's mark reads whether the event counts: it locks the event first, so that an
-- editor who confirms it in the same moment comes before or after, never unseen beside it.
-- Read by migration 0006. Never edited once merged: a change is a _v3 file and a migration.
CREATE OR REPLACE FUNCTION balance_mark_years_of_events(events bigint[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE years integer[];
BEGIN
  EXECUTE $query$
    WITH locked AS (
      SELECT start, "end", status FROM balance_event
       WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE)
    SELECT array(
      SELECT DISTINCT generate_series(extract(year FROM start)::int, extract(year FROM "end")::int)
        FROM locked WHERE status = 'confirmed')
  $query$ INTO years USING events;
  PERFORM balance_mark_years(years);
END $$;
