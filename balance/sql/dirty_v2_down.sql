CREATE OR REPLACE FUNCTION balance_mark_years_of_events(events bigint[])
RETURNS void LANGUAGE plpgsql AS $$
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
