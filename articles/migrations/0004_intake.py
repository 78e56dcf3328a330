from pathlib import Path

import articles.models
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

SQL = Path(__file__).resolve().parent.parent / 'sql'

# What the column holds stays: it only stops being generated, which rewrites nothing.
words_by_trigger = migrations.SeparateDatabaseAndState(
    state_operations=[
        migrations.AlterField(
            model_name='article',
            name='search',
            field=django.contrib.postgres.search.SearchVectorField(blank=True, editable=False, null=True),
        ),
    ],
    database_operations=[
        migrations.RunSQL(
            'ALTER TABLE articles_article ALTER COLUMN search DROP EXPRESSION;',
            """
            ALTER TABLE articles_article DROP COLUMN search;
            ALTER TABLE articles_article ADD COLUMN search tsvector GENERATED ALWAYS AS (
              to_tsvector('english'::regconfig, COALESCE("title", '') || ' ' || COALESCE("text", ''))
            ) STORED;
            CREATE INDEX article_search ON articles_article USING gin (search);
            """,
        ),
        migrations.RunSQL(
            (SQL / 'article_words_v1.sql').read_text(), (SQL / 'article_words_v1_down.sql').read_text()
        ),
    ],
)


class Migration(migrations.Migration):
    """Columns and triggers only: nothing here waits for the size of a table."""

    dependencies = [
        ('articles', '0003_health_of_feeds_servers_and_pages_to_fetch'),
    ]

    operations = [
        migrations.CreateModel(
            name='Fingerprint',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='articles.article', verbose_name='article')),
                ('text_hash', models.CharField(max_length=64, verbose_name='hash of the text')),
                ('shingles', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None, verbose_name='shingles')),
            ],
            options={
                'verbose_name': 'fingerprint',
                'verbose_name_plural': 'fingerprints',
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='article',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='article',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='article',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='article',
            name='archive_url',
            field=articles.models.WebAddressField(blank=True, help_text='A copy in a web archive. Readers see it beside the address.', max_length=2000, verbose_name='archive address'),
        ),
        migrations.AddField(
            model_name='article',
            name='canonical_url',
            field=articles.models.WebAddressField(blank=True, editable=False, help_text='The address without what only tracks readers; made for you.', max_length=2000, verbose_name='canonical address'),
        ),
        migrations.AddField(
            model_name='article',
            name='dead_since',
            field=models.DateField(blank=True, help_text='The day since which the address no longer answers; empty while it does.', null=True, verbose_name='dead since'),
        ),
        migrations.AddField(
            model_name='article',
            name='duplicate_basis',
            field=models.CharField(blank=True, choices=[('address', 'the same address'), ('text', 'the same text'), ('passages', 'passages in common'), ('editor', 'an editor'), ('none', 'an editor says that it is none')], default='', max_length=8, verbose_name='why it counts as a duplicate'),
        ),
        migrations.AddField(
            model_name='article',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, db_index=False, help_text='The article that this one repeats, word for word or in large parts.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duplicates', to='articles.article', verbose_name='duplicate of'),
        ),
        migrations.AddField(
            model_name='article',
            name='is_garbled',
            field=models.BooleanField(default=False, help_text='Broken sentences, as of a machine translation: quote it with care.', verbose_name='garbled'),
        ),
        migrations.AddField(
            model_name='article',
            name='link_checked_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='address looked at'),
        ),
        migrations.AddField(
            model_name='article',
            name='link_failures',
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='looks in a row that failed'),
        ),
        migrations.AddField(
            model_name='article',
            name='link_status',
            field=models.CharField(blank=True, default='', editable=False, max_length=200, verbose_name='what the address answered'),
        ),
        migrations.AddField(
            model_name='article',
            name='text_hash',
            field=models.CharField(blank=True, default='', editable=False, max_length=64, verbose_name='hash of the text'),
        ),
        migrations.AddField(
            model_name='articleversion',
            name='archive_url',
            field=articles.models.WebAddressField(blank=True, help_text='A copy in a web archive. Readers see it beside the address.', max_length=2000, verbose_name='archive address'),
        ),
        migrations.AddField(
            model_name='articleversion',
            name='canonical_url',
            field=articles.models.WebAddressField(blank=True, editable=False, help_text='The address without what only tracks readers; made for you.', max_length=2000, verbose_name='canonical address'),
        ),
        migrations.AddField(
            model_name='articleversion',
            name='dead_since',
            field=models.DateField(blank=True, help_text='The day since which the address no longer answers; empty while it does.', null=True, verbose_name='dead since'),
        ),
        migrations.AddField(
            model_name='articleversion',
            name='duplicate_basis',
            field=models.CharField(blank=True, choices=[('address', 'the same address'), ('text', 'the same text'), ('passages', 'passages in common'), ('editor', 'an editor'), ('none', 'an editor says that it is none')], default='', max_length=8, verbose_name='why it counts as a duplicate'),
        ),
        migrations.AddField(
            model_name='articleversion',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='The article that this one repeats, word for word or in large parts.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='articles.article', verbose_name='duplicate of'),
        ),
        migrations.AddField(
            model_name='articleversion',
            name='is_garbled',
            field=models.BooleanField(default=False, help_text='Broken sentences, as of a machine translation: quote it with care.', verbose_name='garbled'),
        ),
        words_by_trigger,
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "articles_articleversion" ("archive_url", "canonical_url", "created_at", "date_basis", "dead_since", "duplicate_basis", "duplicate_of_id", "id", "is_garbled", "language", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_precision", "text", "title", "updated_at", "url") VALUES (NEW."archive_url", NEW."canonical_url", NEW."created_at", NEW."date_basis", NEW."dead_since", NEW."duplicate_basis", NEW."duplicate_of_id", NEW."id", NEW."is_garbled", NEW."language", NEW."outlet_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."published_on", NEW."published_precision", NEW."text", NEW."title", NEW."updated_at", NEW."url"); RETURN NULL;', hash='bbfb6e92eef4fecadf7fcec447f63bdd8e5ce42c', operation='INSERT', pgid='pgtrigger_insert_insert_b6ebd', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."archive_url" IS DISTINCT FROM (NEW."archive_url") OR OLD."canonical_url" IS DISTINCT FROM (NEW."canonical_url") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."date_basis" IS DISTINCT FROM (NEW."date_basis") OR OLD."dead_since" IS DISTINCT FROM (NEW."dead_since") OR OLD."duplicate_basis" IS DISTINCT FROM (NEW."duplicate_basis") OR OLD."duplicate_of_id" IS DISTINCT FROM (NEW."duplicate_of_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_garbled" IS DISTINCT FROM (NEW."is_garbled") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."outlet_id" IS DISTINCT FROM (NEW."outlet_id") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."published_precision" IS DISTINCT FROM (NEW."published_precision") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."url" IS DISTINCT FROM (NEW."url"))', func='INSERT INTO "articles_articleversion" ("archive_url", "canonical_url", "created_at", "date_basis", "dead_since", "duplicate_basis", "duplicate_of_id", "id", "is_garbled", "language", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_precision", "text", "title", "updated_at", "url") VALUES (NEW."archive_url", NEW."canonical_url", NEW."created_at", NEW."date_basis", NEW."dead_since", NEW."duplicate_basis", NEW."duplicate_of_id", NEW."id", NEW."is_garbled", NEW."language", NEW."outlet_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."published_on", NEW."published_precision", NEW."text", NEW."title", NEW."updated_at", NEW."url"); RETURN NULL;', hash='dde57a5398f606443a61caa1e8611cd11adf9191', operation='UPDATE', pgid='pgtrigger_update_update_d7697', table='articles_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "articles_articleversion" ("archive_url", "canonical_url", "created_at", "date_basis", "dead_since", "duplicate_basis", "duplicate_of_id", "id", "is_garbled", "language", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "published_precision", "text", "title", "updated_at", "url") VALUES (OLD."archive_url", OLD."canonical_url", OLD."created_at", OLD."date_basis", OLD."dead_since", OLD."duplicate_basis", OLD."duplicate_of_id", OLD."id", OLD."is_garbled", OLD."language", OLD."outlet_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."published_on", OLD."published_precision", OLD."text", OLD."title", OLD."updated_at", OLD."url"); RETURN NULL;', hash='d9a227f01019f125340fc532c2a11f0a4c569fe3', operation='DELETE', pgid='pgtrigger_delete_delete_ddb9c', table='articles_article', when='AFTER')),
        ),
        AddConstraintNotValid(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('archive_url', ''), ('archive_url__regex', '^https?://'), _connector='OR'), name='article_archive_is_on_the_web'),
        ),
        AddConstraintNotValid(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('duplicate_of__isnull', True), models.Q(('duplicate_of', models.F('id')), _negated=True), _connector='OR'), name='article_is_no_duplicate_of_itself'),
        ),
        AddConstraintNotValid(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('duplicate_of__isnull', True), models.Q(('duplicate_basis__in', ['', 'none']), _negated=True), _connector='OR'), name='article_says_why_it_is_a_duplicate'),
        ),
        migrations.AddIndex(
            model_name='fingerprint',
            index=django.contrib.postgres.indexes.GinIndex(fields=['shingles'], name='fingerprint_shingles'),
        ),
    ]
