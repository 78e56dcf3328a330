-- Ties that stand, with who is in which pole, in one statement: one snapshot. The first column is
-- what the data version is a digest of, so every list is ordered; the articles are beside it, for
-- they change no rung. The tables are the current rows, or the rows as they stood at an instant.
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
  'rungs', (
    SELECT json_agg(json_build_array(ladder, code, name, rank) ORDER BY ladder, rank, code)
      FROM tie_kind),
  'ties', (
    SELECT json_agg(
             json_build_object(
               'id', t.id, 'slug', t.slug,
               'actor_a', a.code, 'actor_a_name', a.name,
               'actor_b', b.code, 'actor_b_name', b.name,
               'ladder', k.ladder, 'kind', k.code, 'kind_name', k.name, 'rank', k.rank,
               'label', t.label, 'about', t.about,
               'start', lower(t.valid), 'start_precision', nullif(t.start_precision, ''),
               'end', upper(t.valid), 'end_precision', nullif(t.end_precision, ''),
               'confidence', t.confidence)
             ORDER BY lower(t.valid) NULLS FIRST, t.id)
      FROM tie t
      JOIN tie_kind k ON k.id = t.kind_id
      JOIN actor a ON a.id = t.actor_a_id AND a.withdrawn_because = ''
      JOIN actor b ON b.id = t.actor_b_id AND b.withdrawn_because = ''
     WHERE t.withdrawn_because = ''
       AND (%(everybody)s OR %(focus)s IN (a.code, b.code)))
)::text,
(
  SELECT json_agg(json_build_array(e.tie_id, r.id, o.name, nullif(r.url, '')) ORDER BY e.tie_id, e.id)
    FROM balance_evidence e
    JOIN tie t ON t.id = e.tie_id
    JOIN articles_article r ON r.id = e.article_id
    JOIN articles_outlet o ON o.id = r.outlet_id
   WHERE e.stance = 'supports'
)::text
