-- Figures of a focus, with who is in which pole, in one statement: one snapshot. The first column
-- is what the data version is a digest of, so every list is ordered; the articles are beside it.
-- The tables are the current rows, or the rows as they stood at an instant.
WITH {tables}
SELECT json_build_object(
  'pole_memberships', (
    SELECT json_agg(json_build_array(a.code, p.code, lower(m.valid), upper(m.valid), m.weight)
                    ORDER BY a.code, p.position, m.valid)
      FROM pole_membership m
      JOIN pole p ON p.id = m.pole_id AND p.scheme_id = %(scheme)s
      JOIN actor a ON a.id = m.actor_id AND a.withdrawn_because = ''
     WHERE m.withdrawn_because = ''),
  'affiliations', (
    SELECT json_agg(json_build_array(a.code, b.code) ORDER BY a.code)
      FROM actor a JOIN actor b ON b.id = a.affiliation_id
     WHERE a.withdrawn_because = ''),
  'indicators', (
    SELECT json_agg(json_build_object('code', code, 'name', name, 'unit', unit) ORDER BY code)
      FROM indicator),
  'figures', (
    SELECT json_agg(
             json_build_object(
               'id', f.id, 'indicator', i.code, 'partner', b.code, 'partner_name', b.name,
               'start', lower(f.valid), 'end', upper(f.valid), 'value', f.value,
               'confidence', f.confidence, 'note', f.note)
             ORDER BY i.code, lower(f.valid), upper(f.valid), b.code, f.value, f.id)
      FROM observation f
      JOIN indicator i ON i.id = f.indicator_id
      JOIN actor a ON a.id = f.actor_id AND a.code = %(focus)s AND a.withdrawn_because = ''
      JOIN actor b ON b.id = f.partner_id AND b.withdrawn_because = ''
     WHERE f.withdrawn_because = '')
)::text,
(
  SELECT json_agg(json_build_array(e.observation_id, r.id, o.name, nullif(r.url, ''))
                  ORDER BY e.observation_id, e.id)
    FROM balance_evidence e
    JOIN observation f ON f.id = e.observation_id
    JOIN actor a ON a.id = f.actor_id AND a.code = %(focus)s
    JOIN articles_article r ON r.id = e.article_id
    JOIN articles_outlet o ON o.id = r.outlet_id
   WHERE e.stance = 'supports'
)::text
