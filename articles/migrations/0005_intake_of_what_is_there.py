from django.contrib.postgres.operations import AddIndexConcurrently, ValidateConstraint
from django.db import connection, migrations, models, transaction

A_BATCH = 500  # Articles: a fraction of a second, in which nobody waits for more than one of them.


def derive_words(apps, schema_editor):
    """Let the trigger see every article once, a batch a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM articles_article")
        first, last = cursor.fetchone()
        for start in range(first, last + 1, A_BATCH):
            with transaction.atomic():
                cursor.execute(
                    "UPDATE articles_article SET text_hash = text_hash WHERE id >= %s AND id < %s",
                    [start, start + A_BATCH],
                )


class Migration(migrations.Migration):
    """Fills and indexes what is there while editors go on writing."""

    atomic = False
    dependencies = [('articles', '0004_intake')]

    operations = [
        migrations.RunPython(derive_words, migrations.RunPython.noop),
        AddIndexConcurrently(
            model_name='article',
            index=models.Index(condition=models.Q(('canonical_url', ''), _negated=True), fields=['canonical_url'], name='article_canonical'),
        ),
        AddIndexConcurrently(
            model_name='article',
            index=models.Index(condition=models.Q(('text_hash', ''), _negated=True), fields=['text_hash'], name='article_text_hash'),
        ),
        AddIndexConcurrently(
            model_name='article',
            index=models.Index(condition=models.Q(('duplicate_of__isnull', False)), fields=['duplicate_of'], name='article_duplicates'),
        ),
        AddIndexConcurrently(
            model_name='article',
            index=models.Index(models.OrderBy(models.F('link_checked_at'), nulls_first=True), condition=models.Q(('url', ''), _negated=True), name='article_looked_at_longest_ago'),
        ),
        ValidateConstraint(model_name='article', name='article_archive_is_on_the_web'),
        ValidateConstraint(model_name='article', name='article_is_no_duplicate_of_itself'),
        ValidateConstraint(model_name='article', name='article_says_why_it_is_a_duplicate'),
    ]
