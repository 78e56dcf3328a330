-- What a declarative constraint cannot say. Each function locks the parent row first, so that two
-- writers cannot both be right, and raises check_violation with the constraint's name.
-- Read by migration 0002. Never edited once merged: a change is a _v2 file and a migration.

CREATE FUNCTION balance_refuse(truth text, sentence text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = truth,
    MESSAGE = format('%s (constraint "%s")', sentence, truth);
END $$;

-- The weights of one actor over the poles of one scheme sum to at most 1 on any day.
CREATE FUNCTION balance_check_pole_weights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE heaviest float8;
BEGIN
  PERFORM 1 FROM balance_actor WHERE id = NEW.actor_id FOR NO KEY UPDATE;
  SELECT max(total) INTO heaviest FROM (
    SELECT sum(other.weight) AS total
      FROM balance_polemembership one
      JOIN balance_pole one_pole ON one_pole.id = one.pole_id
      JOIN balance_polemembership other ON other.actor_id = one.actor_id
       AND (other.valid @> lower(one.valid) OR lower_inf(one.valid) AND lower_inf(other.valid))
      JOIN balance_pole other_pole ON other_pole.id = other.pole_id
       AND other_pole.scheme_id = one_pole.scheme_id
     WHERE one.actor_id = NEW.actor_id
       AND one.withdrawn_because = '' AND other.withdrawn_because = ''
     GROUP BY one.id) AS sums;
  IF heaviest > 1 + 1e-9 THEN
    PERFORM balance_refuse('pole_weights_of_an_actor_at_most_1',
      format('The pole weights of this actor sum to %s on some day', heaviest));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER pole_weights_of_an_actor_at_most_1
  AFTER INSERT OR UPDATE ON balance_polemembership DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW EXECUTE FUNCTION balance_check_pole_weights();

-- A pole that moved to another scheme would carry its members' weights along unseen.
CREATE FUNCTION balance_check_pole_scheme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM balance_refuse('pole_keeps_its_scheme', 'A pole stays in its scheme');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER pole_keeps_its_scheme
  AFTER UPDATE ON balance_pole FOR EACH ROW
  WHEN (OLD.scheme_id IS DISTINCT FROM NEW.scheme_id)
  EXECUTE FUNCTION balance_check_pole_scheme();

-- A chain of affiliations ends. One lock for all chains: a circle may have many rows.
CREATE FUNCTION balance_check_affiliation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('balance.affiliations'));
  IF EXISTS (
    WITH RECURSIVE chain(id, affiliation_id) AS (
      SELECT id, affiliation_id FROM balance_actor WHERE id = NEW.affiliation_id
      UNION
      SELECT a.id, a.affiliation_id FROM balance_actor a JOIN chain ON a.id = chain.affiliation_id)
    SELECT FROM chain WHERE id = NEW.id)
  THEN
    PERFORM balance_refuse('actor_affiliations_form_no_circle',
      format('%s would stand for itself', NEW.code));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER actor_affiliations_form_no_circle
  AFTER INSERT OR UPDATE OF affiliation_id ON balance_actor DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW WHEN (NEW.affiliation_id IS NOT NULL) EXECUTE FUNCTION balance_check_affiliation();

-- Weights are given for all partners or none; a focus itself needs none. Checked when the
-- transaction ends, because participants are written one by one.
CREATE FUNCTION balance_check_participant_weights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE this bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.event_id ELSE NEW.event_id END;
BEGIN
  PERFORM 1 FROM balance_event WHERE id = this FOR NO KEY UPDATE;
  IF (SELECT bool_or(p.weight IS NOT NULL)
             AND bool_or(p.weight IS NULL AND f.id IS NULL)
        FROM balance_participant p LEFT JOIN balance_focus f ON f.actor_id = p.actor_id
       WHERE p.event_id = this AND p.role IN ('initiator', 'recipient'))
  THEN
    PERFORM balance_refuse('participant_weights_for_all_or_none',
      'Give every partner of the event a weight, or none');
  END IF;
  IF EXISTS (SELECT FROM balance_participant WHERE event_id = this
              GROUP BY actor_id HAVING count(DISTINCT weight) > 1)
  THEN
    PERFORM balance_refuse('participant_weights_for_all_or_none',
      'An actor in two roles has one weight: give both the same');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER participant_weights_for_all_or_none
  AFTER INSERT OR UPDATE OR DELETE ON balance_participant DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION balance_check_participant_weights();

-- A quotation occurs word for word in the article's text, where the text is stored. Where the
-- check waits for the end of the transaction, only what stands then is judged.
CREATE FUNCTION balance_check_quotation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE article_text text;
BEGIN
  SELECT text INTO article_text FROM articles_article WHERE id = NEW.article_id FOR SHARE;
  IF article_text <> '' AND position(NEW.quote IN article_text) = 0
     AND EXISTS (SELECT FROM balance_evidence
                  WHERE id = NEW.id AND article_id = NEW.article_id AND quote = NEW.quote)
  THEN
    PERFORM balance_refuse('evidence_quotation_occurs_in_the_text',
      format('Article %s does not say "%s"', NEW.article_id, left(NEW.quote, 60)));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER evidence_quotation_occurs_in_the_text
  AFTER INSERT OR UPDATE ON balance_evidence DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW WHEN (NEW.quote <> '') EXECUTE FUNCTION balance_check_quotation();

CREATE FUNCTION balance_check_article_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE missing text;
BEGIN
  SELECT evidence.quote INTO missing
    FROM articles_article article JOIN balance_evidence evidence ON evidence.article_id = article.id
   WHERE article.id = NEW.id AND article.text <> '' AND evidence.quote <> ''
     AND position(evidence.quote IN article.text) = 0
   LIMIT 1;
  IF missing IS NOT NULL THEN
    PERFORM balance_refuse('evidence_quotation_occurs_in_the_text',
      format('The text no longer says "%s", which is quoted as evidence', left(missing, 60)));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER article_text_keeps_its_quotations
  AFTER UPDATE OF text ON articles_article DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW WHEN (NEW.text <> '' AND OLD.text IS DISTINCT FROM NEW.text)
  EXECUTE FUNCTION balance_check_article_text();

-- A published methodology does not change; it can only be retired.
CREATE FUNCTION balance_check_methodology() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND NEW.status IN (OLD.status, 'retired')
     AND (to_jsonb(NEW) - 'status') = (to_jsonb(OLD) - 'status')
  THEN
    RETURN NULL;
  END IF;
  PERFORM balance_refuse('methodology_published_is_frozen',
    format('Methodology %s is published; make a new version instead', OLD.version));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER methodology_published_is_frozen
  AFTER UPDATE OR DELETE ON balance_methodology
  FOR EACH ROW WHEN (OLD.status <> 'draft') EXECUTE FUNCTION balance_check_methodology();
