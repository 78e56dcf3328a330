-- Everything that enters the numbers of one focus, in one statement: one snapshot, so that an edit
-- which commits meanwhile is wholly in or wholly out. Every list is ordered: the data version is a
-- digest of this text. The tables are the current rows, or the rows as they stood at an instant.
WITH {tables}
SELECT json_build_object(
  'poles', (
    SELECT json_agg(code ORDER BY position, code) FROM pole WHERE scheme_id = %(scheme)s),
  'pole_memberships', (
    SELECT json_agg(json_build_array(a.code, p.code, m.weight, lower(m.valid), upper(m.valid))
                    ORDER BY a.code, p.code, m.valid)
      FROM pole_membership m
      JOIN pole p ON p.id = m.pole_id AND p.scheme_id = %(scheme)s
      JOIN actor a ON a.id = m.actor_id AND a.withdrawn_because = ''
     WHERE m.withdrawn_because = ''),
  'affiliations', (
    SELECT json_agg(json_build_array(a.code, b.code) ORDER BY a.code)
      FROM actor a JOIN actor b ON b.id = a.affiliation_id
     WHERE a.withdrawn_because = ''),
  'poles_from_members', (
    SELECT json_agg(code ORDER BY code)
      FROM actor WHERE poles_from_members AND withdrawn_because = ''),
  'members', (
    SELECT json_agg(json_build_array(a.code, o.code, lower(t.valid), upper(t.valid))
                    ORDER BY o.code, a.code, t.valid)
      FROM tie t
      JOIN tie_kind k ON k.id = t.kind_id AND k.ladder = 'membership' AND k.code = 'member'
      JOIN actor a ON a.id = t.actor_a_id AND a.withdrawn_because = ''
      JOIN actor o ON o.id = t.actor_b_id AND o.withdrawn_because = '' AND o.poles_from_members
     WHERE t.withdrawn_because = ''),
  'events', (
    SELECT json_agg(
             json_build_array(e.id, e.start, e."end", e.precision, e.dimension, c.goldstein,
                              y.plover_score, e.intensity_override, e.confidence,
                              who.participants)
             ORDER BY e.start, e.id)
      FROM event e
      JOIN event_type y ON y.id = e.event_type_id
      LEFT JOIN cameo_code c ON c.id = e.cameo_code_id
      LEFT JOIN (
        SELECT p.event_id,
               json_agg(json_build_array(a.code, p.role, p.weight) ORDER BY a.code, p.role)
                 AS participants
          FROM participant p JOIN actor a ON a.id = p.actor_id AND a.withdrawn_because = ''
         WHERE p.role IN ('initiator', 'recipient')
         GROUP BY p.event_id) who ON who.event_id = e.id
     WHERE e.status = 'confirmed')
)::text
