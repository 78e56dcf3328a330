-- Which events each outlet supports, in one statement. The text is also what tells whether the
-- outlets changed, for they are no part of the data version. The tables are the current rows, or
-- the rows as they stood at an instant.
WITH {tables}
SELECT coalesce(json_agg(json_build_array(id, name, events) ORDER BY id), '[]')::text
  FROM (
    SELECT o.id, o.name, json_agg(DISTINCT e.event_id) AS events
      FROM evidence e
      JOIN article a ON a.id = e.article_id
      JOIN outlet o ON o.id = a.outlet_id
     WHERE e.event_id IS NOT NULL AND e.stance = 'supports'
     GROUP BY o.id, o.name) each_outlet
