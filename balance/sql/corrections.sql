-- What changed in events after they were confirmed, newest first.
WITH versions AS (
    SELECT v.pgh_id, v.pgh_obj_id AS event, v.pgh_created_at AS at, v.pgh_context_id AS context,
           v.status, v.withdrawn_because,
           jsonb_build_object(
               'title', v.title, 'description', v.description, 'start', v.start, 'end', v."end",
               'precision', v.precision, 'event_type', t.code, 'cameo_code', c.code,
               'dimension', v.dimension, 'intensity_override', v.intensity_override,
               'confidence', v.confidence
           ) AS content
      FROM balance_eventversion v
      LEFT JOIN balance_eventtype t ON t.id = v.event_type_id
      LEFT JOIN balance_cameocode c ON c.id = v.cameo_code_id
),
events AS (
    SELECT 'e' || pgh_id AS id, event, at, context, withdrawn_because, content, status,
           lag(content) OVER rows AS before, lag(status) OVER rows AS was
      FROM versions
    WINDOW rows AS (PARTITION BY event ORDER BY at, pgh_id)
),
parts AS (
    SELECT 'p' || p.pgh_id AS id, p.event_id AS event, p.pgh_created_at AS at,
           p.pgh_context_id AS context, p.pgh_label AS label,
           jsonb_build_object(
               'participant', a.name, 'role', p.role, 'weight', p.weight
           ) AS content,
           lag(jsonb_build_object('participant', a.name, 'role', p.role, 'weight', p.weight))
               OVER (PARTITION BY p.pgh_obj_id ORDER BY p.pgh_created_at, p.pgh_id) AS before
      FROM balance_participantversion p
      LEFT JOIN balance_actor a ON a.id = p.actor_id
),
corrections AS (
    SELECT id, event, at, context,
           CASE WHEN was <> 'confirmed' THEN 'restored'
                WHEN status <> 'confirmed' THEN 'withdrawn'
                ELSE 'corrected' END AS kind,
           withdrawn_because AS because, before, content AS after
      FROM events
     WHERE (was = 'confirmed' AND (status <> 'confirmed' OR before <> content))
        OR (was = 'withdrawn' AND status = 'confirmed')
    UNION ALL
    SELECT id, event, at, context, 'corrected', '',
           CASE label WHEN 'insert' THEN NULL WHEN 'delete' THEN content ELSE before END,
           CASE label WHEN 'delete' THEN NULL ELSE content END
      FROM parts
     WHERE (label <> 'update' OR before <> content)
       AND (SELECT e.status
              FROM balance_eventversion e
             WHERE e.pgh_obj_id = parts.event AND e.pgh_created_at < parts.at
               AND e.pgh_context_id IS DISTINCT FROM parts.context
             ORDER BY e.pgh_created_at DESC, e.pgh_id DESC
             LIMIT 1) = 'confirmed'
)
SELECT corrections.id, corrections.event, event.title, event.status IN ('confirmed', 'withdrawn'),
       corrections.at, corrections.kind, corrections.because, corrections.before,
       corrections.after, context.metadata, corrections.context
  FROM corrections
  JOIN balance_event event ON event.id = corrections.event
  LEFT JOIN pghistory_context context ON context.id = corrections.context
 ORDER BY corrections.at DESC, corrections.id DESC
 LIMIT %(most)s
