-- Read by migration 0004. Never edited once merged: a change is a _v2 file and a migration.

-- How PostgreSQL stems the words of a language: an article without one counts as English.
CREATE FUNCTION articles_words_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE language
    WHEN '' THEN 'pg_catalog.english'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    WHEN 'hy' THEN 'pg_catalog.armenian'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END
$$;

-- The same words with the same breaks between them have the same hash, however wide the breaks.
CREATE FUNCTION articles_text_hash(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN words ~ '\S'
    THEN encode(sha256(convert_to(btrim(regexp_replace(words, '\s+', ' ', 'g')), 'UTF8')), 'hex')
    ELSE ''
  END
$$;

-- A search vector holds a megabyte: what comes after 200,000 letters of a text is not looked for.
CREATE FUNCTION articles_derive_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := to_tsvector(
    articles_words_config(NEW.language), NEW.title || ' ' || left(NEW.text, 200000)
  );
  NEW.text_hash := articles_text_hash(NEW.text);
  RETURN NEW;
END
$$;

CREATE TRIGGER article_words_follow_its_text
  BEFORE INSERT OR UPDATE OF title, text, language, search, text_hash ON articles_article
  FOR EACH ROW EXECUTE FUNCTION articles_derive_words();
