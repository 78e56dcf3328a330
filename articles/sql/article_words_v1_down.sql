DROP TRIGGER article_words_follow_its_text ON articles_article;
DROP FUNCTION articles_derive_words();
DROP FUNCTION articles_text_hash(text);
DROP FUNCTION articles_words_config(text);
