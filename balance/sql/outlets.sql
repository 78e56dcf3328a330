-- Which events each outlet supports with which articles, in one statement. The text is also what
-- tells whether the outlets changed, for they are no part of the data version. The tables are the
-- current rows, or the rows as they stood at an instant.
WITH {tables}
SELECT coalesce(json_agg(json_build_array(id, name, country, supported) ORDER BY id), '[]')::text
  FROM (
    SELECT id, name, country,
           json_agg(json_build_array(event_id, article_id) ORDER BY event_id, article_id)
             AS supported
      FROM (
        SELECT DISTINCT o.id, o.name, o.country, e.event_id, e.article_id
          FROM evidence e
          JOIN article a ON a.id = e.article_id
          JOIN outlet o ON o.id = a.outlet_id
         WHERE e.event_id IS NOT NULL AND e.stance = 'supports') each_article
     GROUP BY id, name, country) each_outlet
