import datetime

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations, models

import articles.models
import balance.models.spans


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("articles", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.CreateModel(
            name="Actor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Capital letters, such as AZE. Addresses and files use it, so it stays.",
                        max_length=40,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "state"),
                            ("organisation", "organisation"),
                            ("bloc", "bloc"),
                            ("company", "company"),
                            ("person", "person"),
                            ("corridor", "corridor"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "poles_from_members",
                    models.BooleanField(
                        default=False,
                        help_text="The list of members is complete: split acts with this body over their poles.",
                        verbose_name="poles from members",
                    ),
                ),
                (
                    "wikidata",
                    models.CharField(
                        blank=True,
                        help_text="Such as Q227.",
                        max_length=20,
                        verbose_name="Wikidata",
                    ),
                ),
                (
                    "affiliation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whom the actor stands for: a minister for the state, a company for its owner.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="affiliates",
                        to="balance.actor",
                        verbose_name="affiliation",
                    ),
                ),
            ],
            options={
                "verbose_name": "actor",
                "verbose_name_plural": "actors",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[A-Z0-9][A-Z0-9_.:-]*$")),
                        name="actor_code_is_capital_letters",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="actor_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("affiliation", None),
                            models.Q(("affiliation", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="actor_is_not_affiliated_with_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("poles_from_members", False),
                            ("kind__in", ["organisation", "bloc"]),
                            _connector="OR",
                        ),
                        name="actor_with_poles_from_members_is_a_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wikidata", ""), ("wikidata__regex", "^Q[0-9]+$"), _connector="OR"
                        ),
                        name="actor_wikidata_is_an_item",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Capital letters, such as AZE. Addresses and files use it, so it stays.",
                        max_length=40,
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "state"),
                            ("organisation", "organisation"),
                            ("bloc", "bloc"),
                            ("company", "company"),
                            ("person", "person"),
                            ("corridor", "corridor"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "poles_from_members",
                    models.BooleanField(
                        default=False,
                        help_text="The list of members is complete: split acts with this body over their poles.",
                        verbose_name="poles from members",
                    ),
                ),
                (
                    "wikidata",
                    models.CharField(
                        blank=True,
                        help_text="Such as Q227.",
                        max_length=20,
                        verbose_name="Wikidata",
                    ),
                ),
                (
                    "affiliation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whom the actor stands for: a minister for the state, a company for its owner.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                        verbose_name="affiliation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.actor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_actorversion" ("affiliation_id", "code", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "poles_from_members", "wikidata", "withdrawn_because") VALUES (NEW."affiliation_id", NEW."code", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."poles_from_members", NEW."wikidata", NEW."withdrawn_because"); RETURN NULL;',
                    hash="1e8833c29634e2c855e047056097d0ddf8d81549",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_faa75",
                    table="balance_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_actorversion" ("affiliation_id", "code", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "poles_from_members", "wikidata", "withdrawn_because") VALUES (NEW."affiliation_id", NEW."code", NEW."id", NEW."kind", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."poles_from_members", NEW."wikidata", NEW."withdrawn_because"); RETURN NULL;',
                    hash="1b0ea057a23b18f14079386a0b859f2bebcafd95",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7a160",
                    table="balance_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_actorversion" ("affiliation_id", "code", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "poles_from_members", "wikidata", "withdrawn_because") VALUES (OLD."affiliation_id", OLD."code", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."poles_from_members", OLD."wikidata", OLD."withdrawn_because"); RETURN NULL;',
                    hash="41436982ce8bfa0be7e74d18eecbcac0c9a1e423",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_85fca",
                    table="balance_actor",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="text")),
                (
                    "is_case_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="So that US is not read in “tell us”.",
                        verbose_name="match capitals",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="balance.actor",
                    ),
                ),
            ],
            options={
                "verbose_name": "alias",
                "verbose_name_plural": "aliases",
                "ordering": ["actor", "text"],
                "constraints": [
                    models.UniqueConstraint(fields=("actor", "text"), name="alias_recorded_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="alias_is_not_empty"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AliasVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("text", models.CharField(max_length=200, verbose_name="text")),
                (
                    "is_case_sensitive",
                    models.BooleanField(
                        default=False,
                        help_text="So that US is not read in “tell us”.",
                        verbose_name="match capitals",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.alias",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alias",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_aliasversion" ("actor_id", "id", "is_case_sensitive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."actor_id", NEW."id", NEW."is_case_sensitive", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="3db212d79be1a703646eef16676011a32bce0179",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9a27d",
                    table="balance_alias",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alias",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_aliasversion" ("actor_id", "id", "is_case_sensitive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."actor_id", NEW."id", NEW."is_case_sensitive", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="f18a661d7757e71ba4b75c3f4cf38452659960f8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6bdeb",
                    table="balance_alias",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="alias",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_aliasversion" ("actor_id", "id", "is_case_sensitive", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."actor_id", OLD."id", OLD."is_case_sensitive", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="3e2711e487c60e3f2ef0c3eb8082807c18df224d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8f344",
                    table="balance_alias",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="EventType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "plover_score",
                    models.FloatField(help_text="From -10 to 10.", verbose_name="PLOVER score"),
                ),
            ],
            options={
                "verbose_name": "event type",
                "verbose_name_plural": "event types",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[A-Z]+$")),
                        name="event_type_code_is_capital_letters",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("plover_score__gte", -10), ("plover_score__lte", 10)),
                        name="event_type_score_within_10",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventTypeVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "plover_score",
                    models.FloatField(help_text="From -10 to 10.", verbose_name="PLOVER score"),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.eventtype",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventtype",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_eventtypeversion" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plover_score") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."plover_score"); RETURN NULL;',
                    hash="aa2b19d6c6b353a681cbf8006faa6dfacc107cb8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3c7c5",
                    table="balance_eventtype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventtype",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_eventtypeversion" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plover_score") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."plover_score"); RETURN NULL;',
                    hash="e7e4add872599eea233c60dc974ea1d4bc37d63a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_47d28",
                    table="balance_eventtype",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventtype",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_eventtypeversion" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plover_score") VALUES (OLD."code", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."plover_score"); RETURN NULL;',
                    hash="f16b7c1d2876e273f9cbd952ff2935a3fbf8d25c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7c55d",
                    table="balance_eventtype",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="CameoCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="With its leading zero.",
                        max_length=4,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("quad_class", models.PositiveSmallIntegerField(verbose_name="quad class")),
                (
                    "goldstein",
                    models.FloatField(help_text="From -10 to 10.", verbose_name="Goldstein score"),
                ),
                ("mode", models.CharField(blank=True, max_length=30, verbose_name="PLOVER mode")),
                (
                    "event_type",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cameo_codes",
                        to="balance.eventtype",
                        verbose_name="event type",
                    ),
                ),
            ],
            options={
                "verbose_name": "CAMEO code",
                "verbose_name_plural": "CAMEO codes",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[0-9]{2,4}$")),
                        name="cameo_code_is_digits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("goldstein__gte", -10), ("goldstein__lte", 10)),
                        name="cameo_score_within_10",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quad_class__gte", 1), ("quad_class__lte", 4)),
                        name="cameo_quad_class_is_1_to_4",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CameoCodeVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.CharField(
                        help_text="With its leading zero.", max_length=4, verbose_name="code"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("quad_class", models.PositiveSmallIntegerField(verbose_name="quad class")),
                (
                    "goldstein",
                    models.FloatField(help_text="From -10 to 10.", verbose_name="Goldstein score"),
                ),
                ("mode", models.CharField(blank=True, max_length=30, verbose_name="PLOVER mode")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.cameocode",
                    ),
                ),
                (
                    "event_type",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.eventtype",
                        verbose_name="event type",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cameocode",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_cameocodeversion" ("code", "event_type_id", "goldstein", "id", "mode", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quad_class") VALUES (NEW."code", NEW."event_type_id", NEW."goldstein", NEW."id", NEW."mode", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."quad_class"); RETURN NULL;',
                    hash="b0dc3088fb753be69f9143c90086c399042726ee",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_86e90",
                    table="balance_cameocode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cameocode",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_cameocodeversion" ("code", "event_type_id", "goldstein", "id", "mode", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quad_class") VALUES (NEW."code", NEW."event_type_id", NEW."goldstein", NEW."id", NEW."mode", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."quad_class"); RETURN NULL;',
                    hash="18f5d2f33e3926c76cd0fa56e080f7cf6f69c3d9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f032b",
                    table="balance_cameocode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cameocode",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_cameocodeversion" ("code", "event_type_id", "goldstein", "id", "mode", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quad_class") VALUES (OLD."code", OLD."event_type_id", OLD."goldstein", OLD."id", OLD."mode", OLD."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."quad_class"); RETURN NULL;',
                    hash="97da5a8f5bd0c576e6c08283182534a00f3fcd10",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e44fb",
                    table="balance_cameocode",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "start",
                    models.DateField(
                        help_text="The first day of the act, or of its period.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.DateField(
                        help_text="The first day out: a one-day act ends the day after.",
                        verbose_name="end",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("span", "first and last day"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("year", "year"),
                        ],
                        default="day",
                        max_length=7,
                        verbose_name="precision",
                    ),
                ),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("diplomatic", "diplomatic"),
                            ("economic", "economic"),
                            ("security", "security"),
                            ("energy", "energy"),
                            ("transport", "transport"),
                            ("cultural", "cultural"),
                        ],
                        max_length=10,
                        verbose_name="dimension",
                    ),
                ),
                (
                    "intensity_override",
                    models.FloatField(
                        blank=True,
                        help_text="From -10 to 10, instead of the score of the type. Needs a reason.",
                        null=True,
                        verbose_name="intensity override",
                    ),
                ),
                (
                    "intensity_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="reason for the override"
                    ),
                ),
                (
                    "confidence",
                    models.FloatField(
                        default=1,
                        help_text="Probability that it happened as described, 0 to 1. 0.3: no source found.",
                        verbose_name="confidence",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="proposed",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=300, verbose_name="withdrawn because"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "title", "description", config="english"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "cameo_code",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="balance.cameocode",
                        verbose_name="CAMEO code",
                    ),
                ),
                (
                    "event_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="balance.eventtype",
                        verbose_name="event type",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "ordering": ["-start", "-id"],
                "indexes": [
                    models.Index(fields=["-start", "-id"], name="event_newest"),
                    models.Index(fields=["start", "end"], name="event_span"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="event_search"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            balance.models.spans.Holds(
                                "CASE {2} WHEN 'day' THEN {1} = {0} + 1 WHEN 'span' THEN {1} >= {0} + 2 WHEN 'month' THEN extract(day from {0}) = 1 AND {1} = ({0} + interval '1 month')::date WHEN 'quarter' THEN extract(day from {0}) = 1 AND extract(month from {0}) IN (1, 4, 7, 10) AND {1} = ({0} + interval '3 months')::date WHEN 'year' THEN extract(day from {0}) = 1 AND extract(month from {0}) = 1 AND {1} = ({0} + interval '1 year')::date ELSE false END",
                                "start",
                                "end",
                                "precision",
                            )
                        ),
                        name="event_interval_fits_its_precision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start__gte", datetime.date(1900, 1, 1)),
                            ("end__lte", datetime.date(2100, 12, 31)),
                        ),
                        name="event_dates_are_of_our_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="event_has_a_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "dimension__in",
                                [
                                    "diplomatic",
                                    "economic",
                                    "security",
                                    "energy",
                                    "transport",
                                    "cultural",
                                ],
                            )
                        ),
                        name="event_dimension_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["proposed", "confirmed", "rejected", "withdrawn"])
                        ),
                        name="event_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)),
                        name="event_confidence_is_a_probability",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("intensity_override", None),
                            models.Q(
                                ("intensity_override__gte", -10), ("intensity_override__lte", 10)
                            ),
                            _connector="OR",
                        ),
                        name="event_intensity_within_10",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("intensity_override", None),
                            models.Q(("intensity_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="event_override_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "withdrawn"),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "withdrawn"), _negated=True),
                                ("withdrawn_because", ""),
                            ),
                            _connector="OR",
                        ),
                        name="event_is_withdrawn_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="slug")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "start",
                    models.DateField(
                        help_text="The first day of the act, or of its period.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.DateField(
                        help_text="The first day out: a one-day act ends the day after.",
                        verbose_name="end",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("span", "first and last day"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("year", "year"),
                        ],
                        default="day",
                        max_length=7,
                        verbose_name="precision",
                    ),
                ),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("diplomatic", "diplomatic"),
                            ("economic", "economic"),
                            ("security", "security"),
                            ("energy", "energy"),
                            ("transport", "transport"),
                            ("cultural", "cultural"),
                        ],
                        max_length=10,
                        verbose_name="dimension",
                    ),
                ),
                (
                    "intensity_override",
                    models.FloatField(
                        blank=True,
                        help_text="From -10 to 10, instead of the score of the type. Needs a reason.",
                        null=True,
                        verbose_name="intensity override",
                    ),
                ),
                (
                    "intensity_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="reason for the override"
                    ),
                ),
                (
                    "confidence",
                    models.FloatField(
                        default=1,
                        help_text="Probability that it happened as described, 0 to 1. 0.3: no source found.",
                        verbose_name="confidence",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="proposed",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=300, verbose_name="withdrawn because"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                (
                    "cameo_code",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.cameocode",
                        verbose_name="CAMEO code",
                    ),
                ),
                (
                    "event_type",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.eventtype",
                        verbose_name="event type",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.event",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_eventversion" ("cameo_code_id", "confidence", "created_at", "description", "dimension", "end", "event_type_id", "id", "intensity_override", "intensity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "slug", "start", "status", "title", "updated_at", "withdrawn_because") VALUES (NEW."cameo_code_id", NEW."confidence", NEW."created_at", NEW."description", NEW."dimension", NEW."end", NEW."event_type_id", NEW."id", NEW."intensity_override", NEW."intensity_reason", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."precision", NEW."slug", NEW."start", NEW."status", NEW."title", NEW."updated_at", NEW."withdrawn_because"); RETURN NULL;',
                    hash="5637143c3b27c5b2370dfc94ee139391fb74a503",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c083",
                    table="balance_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."cameo_code_id" IS DISTINCT FROM (NEW."cameo_code_id") OR OLD."confidence" IS DISTINCT FROM (NEW."confidence") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."dimension" IS DISTINCT FROM (NEW."dimension") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."event_type_id" IS DISTINCT FROM (NEW."event_type_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intensity_override" IS DISTINCT FROM (NEW."intensity_override") OR OLD."intensity_reason" IS DISTINCT FROM (NEW."intensity_reason") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."withdrawn_because" IS DISTINCT FROM (NEW."withdrawn_because"))',
                    func='INSERT INTO "balance_eventversion" ("cameo_code_id", "confidence", "created_at", "description", "dimension", "end", "event_type_id", "id", "intensity_override", "intensity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "slug", "start", "status", "title", "updated_at", "withdrawn_because") VALUES (NEW."cameo_code_id", NEW."confidence", NEW."created_at", NEW."description", NEW."dimension", NEW."end", NEW."event_type_id", NEW."id", NEW."intensity_override", NEW."intensity_reason", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."precision", NEW."slug", NEW."start", NEW."status", NEW."title", NEW."updated_at", NEW."withdrawn_because"); RETURN NULL;',
                    hash="ed87051b06c036d7430a997749546aef536a243e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f251",
                    table="balance_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_eventversion" ("cameo_code_id", "confidence", "created_at", "description", "dimension", "end", "event_type_id", "id", "intensity_override", "intensity_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "slug", "start", "status", "title", "updated_at", "withdrawn_because") VALUES (OLD."cameo_code_id", OLD."confidence", OLD."created_at", OLD."description", OLD."dimension", OLD."end", OLD."event_type_id", OLD."id", OLD."intensity_override", OLD."intensity_reason", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."precision", OLD."slug", OLD."start", OLD."status", OLD."title", OLD."updated_at", OLD."withdrawn_because"); RETURN NULL;',
                    hash="f8d713e7acd09580b764688ad3537a1884f27a76",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_57072",
                    table="balance_event",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Scheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
            ],
            options={
                "verbose_name": "scheme",
                "verbose_name_plural": "schemes",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="SchemeVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.scheme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="scheme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_schemeversion" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="61dcdd1deaf60d8657d2ab0f0485e25e1c4e5710",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b188b",
                    table="balance_scheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="scheme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_schemeversion" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."description", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id"); RETURN NULL;',
                    hash="6bb9286ebbe9e88ea38cea2321016db39deb8d96",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_67dc3",
                    table="balance_scheme",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="scheme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_schemeversion" ("code", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="ce82f51e6bc0d00c099472cc6edc49046cfa738d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4ac91",
                    table="balance_scheme",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Focus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_default",
                    models.BooleanField(default=False, verbose_name="shown on the front page"),
                ),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                (
                    "actor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="focus",
                        to="balance.actor",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="foci",
                        to="balance.scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "focus",
                "verbose_name_plural": "foci",
                "ordering": ["-is_default", "actor__name"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("is_default",),
                        name="focus_on_the_front_page_is_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FocusVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "is_default",
                    models.BooleanField(default=False, verbose_name="shown on the front page"),
                ),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.focus",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.scheme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="focus",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_focusversion" ("actor_id", "id", "is_default", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "summary") VALUES (NEW."actor_id", NEW."id", NEW."is_default", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."scheme_id", NEW."summary"); RETURN NULL;',
                    hash="63a87dfffadc13e7807d81017c7fd7cd35d8cc34",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f11fc",
                    table="balance_focus",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="focus",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_focusversion" ("actor_id", "id", "is_default", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "summary") VALUES (NEW."actor_id", NEW."id", NEW."is_default", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."scheme_id", NEW."summary"); RETURN NULL;',
                    hash="60eb221bb67f395b135c6689a89d4ba1de073d2a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_02a55",
                    table="balance_focus",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="focus",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_focusversion" ("actor_id", "id", "is_default", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "summary") VALUES (OLD."actor_id", OLD."id", OLD."is_default", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."scheme_id", OLD."summary"); RETURN NULL;',
                    hash="a9f7f26c1f8289e838049154352312e01b4d0fb7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d3be8",
                    table="balance_focus",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Annotation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                ("on", models.DateField(verbose_name="day")),
                (
                    "title",
                    models.CharField(
                        help_text="A few words; it must fit.", max_length=80, verbose_name="title"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="The event that a click on the pin opens.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="annotations",
                        to="balance.event",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="annotations",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "verbose_name": "annotation",
                "verbose_name_plural": "annotations",
                "ordering": ["focus", "on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="annotation_has_a_title",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnotationVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                ("on", models.DateField(verbose_name="day")),
                (
                    "title",
                    models.CharField(
                        help_text="A few words; it must fit.", max_length=80, verbose_name="title"
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.annotation",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The event that a click on the pin opens.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.event",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_annotationversion" ("event_id", "focus_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "withdrawn_because") VALUES (NEW."event_id", NEW."focus_id", NEW."id", NEW."on", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."title", NEW."withdrawn_because"); RETURN NULL;',
                    hash="c345e94021252bf95a3fcb0f691de6fbf34339fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ee908",
                    table="balance_annotation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_annotationversion" ("event_id", "focus_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "withdrawn_because") VALUES (NEW."event_id", NEW."focus_id", NEW."id", NEW."on", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."title", NEW."withdrawn_because"); RETURN NULL;',
                    hash="f4c11f9b821e728b855b216a962e9e5f3920ba78",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e20de",
                    table="balance_annotation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annotation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_annotationversion" ("event_id", "focus_id", "id", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "withdrawn_because") VALUES (OLD."event_id", OLD."focus_id", OLD."id", OLD."on", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."title", OLD."withdrawn_because"); RETURN NULL;',
                    hash="3aa3abafa07a320958d12749e12c5aa020908f6d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6e62c",
                    table="balance_annotation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Pole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        help_text="Such as china.", max_length=40, verbose_name="code"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it stands in a sentence.", max_length=100, verbose_name="name"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "color",
                    models.CharField(
                        help_text="On light ground, such as #0072b2.",
                        max_length=7,
                        verbose_name="colour",
                    ),
                ),
                (
                    "color_dark",
                    models.CharField(max_length=7, verbose_name="colour on dark ground"),
                ),
                (
                    "dash",
                    models.CharField(
                        choices=[
                            ("solid", "solid"),
                            ("dashed", "dashed"),
                            ("dotted", "dotted"),
                            ("dash-dot", "dash and dot"),
                            ("long-dash", "long dashes"),
                        ],
                        default="solid",
                        max_length=9,
                        verbose_name="line",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="poles",
                        to="balance.scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "pole",
                "verbose_name_plural": "poles",
                "ordering": ["scheme", "position", "code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "code"), name="pole_code_once_in_a_scheme"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code", "other"), _negated=True),
                        name="pole_is_not_called_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("color__regex", "^#[0-9a-f]{6}$"),
                            ("color_dark__regex", "^#[0-9a-f]{6}$"),
                        ),
                        name="pole_colours_are_hexadecimal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PoleVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False,
                        help_text="Such as china.",
                        max_length=40,
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it stands in a sentence.", max_length=100, verbose_name="name"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "color",
                    models.CharField(
                        help_text="On light ground, such as #0072b2.",
                        max_length=7,
                        verbose_name="colour",
                    ),
                ),
                (
                    "color_dark",
                    models.CharField(max_length=7, verbose_name="colour on dark ground"),
                ),
                (
                    "dash",
                    models.CharField(
                        choices=[
                            ("solid", "solid"),
                            ("dashed", "dashed"),
                            ("dotted", "dotted"),
                            ("dash-dot", "dash and dot"),
                            ("long-dash", "long dashes"),
                        ],
                        default="solid",
                        max_length=9,
                        verbose_name="line",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.pole",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.scheme",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pole",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_poleversion" ("code", "color", "color_dark", "dash", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme_id") VALUES (NEW."code", NEW."color", NEW."color_dark", NEW."dash", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."position", NEW."scheme_id"); RETURN NULL;',
                    hash="4a1cab5ca376181d16f3213c593f7bb679a03890",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a290c",
                    table="balance_pole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pole",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_poleversion" ("code", "color", "color_dark", "dash", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme_id") VALUES (NEW."code", NEW."color", NEW."color_dark", NEW."dash", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."position", NEW."scheme_id"); RETURN NULL;',
                    hash="c02b2637e3356c224d55f4fbf96c05c67505c589",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4eb17",
                    table="balance_pole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pole",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_poleversion" ("code", "color", "color_dark", "dash", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "scheme_id") VALUES (OLD."code", OLD."color", OLD."color_dark", OLD."dash", OLD."id", OLD."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."position", OLD."scheme_id"); RETURN NULL;',
                    hash="b89b880ab196244df8fdfb8d8f2f2cf4fcf60e93",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7e157",
                    table="balance_pole",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                (
                    "speaker_name",
                    models.CharField(
                        blank=True,
                        help_text="Where the speaker is not.",
                        max_length=200,
                        verbose_name="speaker's name",
                    ),
                ),
                (
                    "speaker_position",
                    models.CharField(
                        blank=True,
                        help_text="At the time.",
                        max_length=200,
                        verbose_name="speaker's position",
                    ),
                ),
                ("start", models.DateField(verbose_name="said: first day")),
                ("end", models.DateField(verbose_name="said: first day out")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("span", "first and last day"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("year", "year"),
                        ],
                        default="day",
                        max_length=7,
                        verbose_name="precision",
                    ),
                ),
                ("text", models.TextField(help_text="In our own words.", verbose_name="claim")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assessment", "assessment"),
                            ("forecast", "forecast"),
                            ("commitment", "commitment"),
                            ("precondition", "precondition"),
                            ("intention", "intention"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        blank=True,
                        help_text="The speaker's words: may, will.",
                        max_length=100,
                        verbose_name="certainty",
                    ),
                ),
                (
                    "condition",
                    models.CharField(blank=True, max_length=300, verbose_name="condition"),
                ),
                (
                    "horizon",
                    models.DateField(
                        blank=True,
                        help_text="The day by which it must have come true.",
                        null=True,
                        verbose_name="horizon",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("came_true", "came true"),
                            ("failed", "failed"),
                            ("disputed", "disputed"),
                        ],
                        default="open",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where the speaker is an actor of ours.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="balance.actor",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "verbose_name_plural": "claims",
                "ordering": ["-start", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            balance.models.spans.Holds(
                                "CASE {2} WHEN 'day' THEN {1} = {0} + 1 WHEN 'span' THEN {1} >= {0} + 2 WHEN 'month' THEN extract(day from {0}) = 1 AND {1} = ({0} + interval '1 month')::date WHEN 'quarter' THEN extract(day from {0}) = 1 AND extract(month from {0}) IN (1, 4, 7, 10) AND {1} = ({0} + interval '3 months')::date WHEN 'year' THEN extract(day from {0}) = 1 AND extract(month from {0}) = 1 AND {1} = ({0} + interval '1 year')::date ELSE false END",
                                "start",
                                "end",
                                "precision",
                            )
                        ),
                        name="claim_interval_fits_its_precision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("speaker", None), models.Q(("speaker_name", ""), _negated=True)
                            ),
                            models.Q(("speaker__isnull", False), ("speaker_name", "")),
                            _connector="OR",
                        ),
                        name="claim_has_exactly_one_speaker",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="claim_is_not_empty"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="slug")),
                (
                    "speaker_name",
                    models.CharField(
                        blank=True,
                        help_text="Where the speaker is not.",
                        max_length=200,
                        verbose_name="speaker's name",
                    ),
                ),
                (
                    "speaker_position",
                    models.CharField(
                        blank=True,
                        help_text="At the time.",
                        max_length=200,
                        verbose_name="speaker's position",
                    ),
                ),
                ("start", models.DateField(verbose_name="said: first day")),
                ("end", models.DateField(verbose_name="said: first day out")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("span", "first and last day"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("year", "year"),
                        ],
                        default="day",
                        max_length=7,
                        verbose_name="precision",
                    ),
                ),
                ("text", models.TextField(help_text="In our own words.", verbose_name="claim")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("assessment", "assessment"),
                            ("forecast", "forecast"),
                            ("commitment", "commitment"),
                            ("precondition", "precondition"),
                            ("intention", "intention"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        blank=True,
                        help_text="The speaker's words: may, will.",
                        max_length=100,
                        verbose_name="certainty",
                    ),
                ),
                (
                    "condition",
                    models.CharField(blank=True, max_length=300, verbose_name="condition"),
                ),
                (
                    "horizon",
                    models.DateField(
                        blank=True,
                        help_text="The day by which it must have come true.",
                        null=True,
                        verbose_name="horizon",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("came_true", "came true"),
                            ("failed", "failed"),
                            ("disputed", "disputed"),
                        ],
                        default="open",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.claim",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where the speaker is an actor of ours.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_claimversion" ("certainty", "condition", "end", "focus_id", "horizon", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "slug", "speaker_id", "speaker_name", "speaker_position", "start", "status", "text", "withdrawn_because") VALUES (NEW."certainty", NEW."condition", NEW."end", NEW."focus_id", NEW."horizon", NEW."id", NEW."kind", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."precision", NEW."slug", NEW."speaker_id", NEW."speaker_name", NEW."speaker_position", NEW."start", NEW."status", NEW."text", NEW."withdrawn_because"); RETURN NULL;',
                    hash="d7746ef9be88a022844d2d015656eafdf7ad6077",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_02bc6",
                    table="balance_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_claimversion" ("certainty", "condition", "end", "focus_id", "horizon", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "slug", "speaker_id", "speaker_name", "speaker_position", "start", "status", "text", "withdrawn_because") VALUES (NEW."certainty", NEW."condition", NEW."end", NEW."focus_id", NEW."horizon", NEW."id", NEW."kind", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."precision", NEW."slug", NEW."speaker_id", NEW."speaker_name", NEW."speaker_position", NEW."start", NEW."status", NEW."text", NEW."withdrawn_because"); RETURN NULL;',
                    hash="0354df05704915d0a40bedd2ffa50bb4aac34413",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_81e76",
                    table="balance_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_claimversion" ("certainty", "condition", "end", "focus_id", "horizon", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "slug", "speaker_id", "speaker_name", "speaker_position", "start", "status", "text", "withdrawn_because") VALUES (OLD."certainty", OLD."condition", OLD."end", OLD."focus_id", OLD."horizon", OLD."id", OLD."kind", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."precision", OLD."slug", OLD."speaker_id", OLD."speaker_name", OLD."speaker_position", OLD."start", OLD."status", OLD."text", OLD."withdrawn_because"); RETURN NULL;',
                    hash="fb920302f25a903b93a9d7498b5d4f41e6600901",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b1797",
                    table="balance_claim",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="ClaimPole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claim_poles",
                        to="balance.claim",
                    ),
                ),
                (
                    "pole",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claim_poles",
                        to="balance.pole",
                    ),
                ),
            ],
            options={
                "verbose_name": "pole of a claim",
                "verbose_name_plural": "poles of a claim",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "pole"), name="claim_names_a_pole_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimPoleVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.claim",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.claimpole",
                    ),
                ),
                (
                    "pole",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.pole",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimpole",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_claimpoleversion" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id") VALUES (NEW."claim_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."pole_id"); RETURN NULL;',
                    hash="4d86b0ae59c8313401e2831f0b6ac7438979d3b1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_abf5e",
                    table="balance_claimpole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimpole",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_claimpoleversion" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id") VALUES (NEW."claim_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."pole_id"); RETURN NULL;',
                    hash="e1c04cad4d4312dba12e29e140fa221658203f0e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6125e",
                    table="balance_claimpole",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimpole",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_claimpoleversion" ("claim_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id") VALUES (OLD."claim_id", OLD."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."pole_id"); RETURN NULL;',
                    hash="4c859211bd2cec42bd162023bbf4bfd53a58077e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b009",
                    table="balance_claimpole",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Dataset",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("editorial", "editors"), ("machine", "machine-coded")],
                        default="machine",
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                ("licence", models.CharField(blank=True, max_length=200, verbose_name="licence")),
                (
                    "homepage",
                    articles.models.WebAddressField(
                        blank=True, max_length=500, verbose_name="home page"
                    ),
                ),
            ],
            options={
                "verbose_name": "data set",
                "verbose_name_plural": "data sets",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", "editorial"), ("kind", "editorial")),
                            models.Q(
                                models.Q(("code", "editorial"), _negated=True), ("kind", "machine")
                            ),
                            _connector="OR",
                        ),
                        name="dataset_of_editors_is_called_editorial",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DailySeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scale",
                    models.CharField(
                        choices=[
                            ("goldstein", "Goldstein, by CAMEO code"),
                            ("plover", "PLOVER, by type"),
                            ("sign", "sign only"),
                        ],
                        max_length=9,
                        verbose_name="scale",
                    ),
                ),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("diplomatic", "diplomatic"),
                            ("economic", "economic"),
                            ("security", "security"),
                            ("energy", "energy"),
                            ("transport", "transport"),
                            ("cultural", "cultural"),
                        ],
                        max_length=10,
                        verbose_name="dimension",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "cooperation",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.FloatField(),
                        help_text="Intensity points per day.",
                        size=None,
                    ),
                ),
                (
                    "conflict",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.FloatField(),
                        help_text="Intensity points per day.",
                        size=None,
                    ),
                ),
                (
                    "begun",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.FloatField(),
                        help_text="Shares of events by first day.",
                        size=None,
                    ),
                ),
                (
                    "ended",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.FloatField(),
                        help_text="Shares of events by first day out.",
                        size=None,
                    ),
                ),
                (
                    "dataset",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="balance.dataset",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="balance.focus",
                    ),
                ),
                (
                    "pole",
                    models.ForeignKey(
                        help_text="Empty: OTHER.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="balance.pole",
                    ),
                ),
            ],
            options={
                "verbose_name": "daily series",
                "verbose_name_plural": "daily series",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dataset", "scale", "focus", "pole", "dimension", "year"),
                        name="daily_series_one_a_year",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            balance.models.spans.Holds(
                                "make_date({0} + 1, 1, 1) - make_date({0}, 1, 1) = cardinality({1}) AND cardinality({1}) = cardinality({2}) AND cardinality({1}) = cardinality({3}) AND cardinality({1}) = cardinality({4})",
                                "year",
                                "cooperation",
                                "conflict",
                                "begun",
                                "ended",
                            )
                        ),
                        name="daily_series_has_a_number_for_every_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dashboard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="slug")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("published", "published")],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "is_front_page",
                    models.BooleanField(
                        default=False,
                        help_text="Shown at / or at /focus/….",
                        verbose_name="the focus's own page",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dashboards",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "verbose_name": "dashboard",
                "verbose_name_plural": "dashboards",
                "ordering": ["title"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_front_page", True)),
                        fields=("focus",),
                        name="dashboard_front_page_one_a_focus",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DashboardVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=100, verbose_name="slug")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="summary")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("published", "published")],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "is_front_page",
                    models.BooleanField(
                        default=False,
                        help_text="Shown at / or at /focus/….",
                        verbose_name="the focus's own page",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.dashboard",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dashboard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_dashboardversion" ("focus_id", "id", "is_front_page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "status", "summary", "title") VALUES (NEW."focus_id", NEW."id", NEW."is_front_page", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."slug", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="ce1edcea7e37a858205336ddeff9e43d51b69a6b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5a53e",
                    table="balance_dashboard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dashboard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_dashboardversion" ("focus_id", "id", "is_front_page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "status", "summary", "title") VALUES (NEW."focus_id", NEW."id", NEW."is_front_page", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."slug", NEW."status", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="567e84285b299aa1b7642768f7fb556b62950fcb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eeaee",
                    table="balance_dashboard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dashboard",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_dashboardversion" ("focus_id", "id", "is_front_page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "status", "summary", "title") VALUES (OLD."focus_id", OLD."id", OLD."is_front_page", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."slug", OLD."status", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="79a6244ee0bb34028f492d4110f03a81e66ac329",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_53921",
                    table="balance_dashboard",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="DirtySeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("seq", models.PositiveBigIntegerField(default=1, verbose_name="changes")),
                (
                    "dataset",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="balance.dataset",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "verbose_name": "dirty series",
                "verbose_name_plural": "dirty series",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dataset", "focus", "year"), name="dirty_series_one_a_year"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("unit", models.CharField(max_length=40, verbose_name="unit")),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("unit", ""), _negated=True), name="indicator_has_a_unit"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=60, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("unit", models.CharField(max_length=40, verbose_name="unit")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.indicator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_indicatorversion" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."unit"); RETURN NULL;',
                    hash="9f162bbf79f55c3b496de33efd014209609b80a8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5504a",
                    table="balance_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_indicatorversion" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."unit"); RETURN NULL;',
                    hash="d5ed10bdea5218c64d631c87d4b4eb2a95f877af",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_733c2",
                    table="balance_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_indicatorversion" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit") VALUES (OLD."code", OLD."id", OLD."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."unit"); RETURN NULL;',
                    hash="5db6a50e31d49c96cc336850ae01b15e3bfaf203",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bb94a",
                    table="balance_indicator",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day in; first day out.", verbose_name="period"
                    ),
                ),
                ("value", models.FloatField(verbose_name="value")),
                ("confidence", models.FloatField(default=1, verbose_name="confidence")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="balance.actor",
                        verbose_name="of",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="balance.indicator",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partner_observations",
                        to="balance.actor",
                        verbose_name="with",
                    ),
                ),
            ],
            options={
                "verbose_name": "observation",
                "verbose_name_plural": "observations",
                "ordering": ["indicator", "partner", "valid"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid__isempty", False),
                            ("valid__lower_inf", False),
                            ("valid__upper_inf", False),
                        ),
                        name="observation_period_is_closed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("actor", models.F("partner")), _negated=True),
                        name="observation_is_between_two_actors",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)),
                        name="observation_confidence_is_a_probability",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__gt", float("-inf")), ("value__lt", float("inf"))
                        ),
                        name="observation_value_is_finite",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_because", "")),
                        fields=("indicator", "actor", "partner", "valid", "value", "note"),
                        name="observation_recorded_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ObservationVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day in; first day out.", verbose_name="period"
                    ),
                ),
                ("value", models.FloatField(verbose_name="value")),
                ("confidence", models.FloatField(default=1, verbose_name="confidence")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                        verbose_name="of",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.indicator",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                        verbose_name="with",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.observation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_observationversion" ("actor_id", "confidence", "id", "indicator_id", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "value", "withdrawn_because") VALUES (NEW."actor_id", NEW."confidence", NEW."id", NEW."indicator_id", NEW."note", NEW."partner_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."valid", NEW."value", NEW."withdrawn_because"); RETURN NULL;',
                    hash="3286e94b163bb85fcb894b4e7dbb42645683c874",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b2074",
                    table="balance_observation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_observationversion" ("actor_id", "confidence", "id", "indicator_id", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "value", "withdrawn_because") VALUES (NEW."actor_id", NEW."confidence", NEW."id", NEW."indicator_id", NEW."note", NEW."partner_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."valid", NEW."value", NEW."withdrawn_because"); RETURN NULL;',
                    hash="92a723444a7f534f57e674a38179bf4f061c1da3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de558",
                    table="balance_observation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_observationversion" ("actor_id", "confidence", "id", "indicator_id", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "value", "withdrawn_because") VALUES (OLD."actor_id", OLD."confidence", OLD."id", OLD."indicator_id", OLD."note", OLD."partner_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."valid", OLD."value", OLD."withdrawn_because"); RETURN NULL;',
                    hash="bcecb90c0e3443051af82464e8e0b524d59e0ef2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc42a",
                    table="balance_observation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="TieKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ladder",
                    models.CharField(
                        choices=[
                            ("bilateral", "bilateral"),
                            ("membership", "membership"),
                            ("conflict", "conflict"),
                            ("other", "other"),
                        ],
                        max_length=10,
                        verbose_name="ladder",
                    ),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 is the lowest rung. Empty: not ranked.",
                        null=True,
                        verbose_name="rank",
                    ),
                ),
            ],
            options={
                "verbose_name": "kind of tie",
                "verbose_name_plural": "kinds of tie",
                "ordering": ["ladder", "rank", "code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ladder", "code"), name="tie_kind_once_on_a_ladder"
                    ),
                    models.UniqueConstraint(
                        fields=("ladder", "rank"), name="tie_rank_once_on_a_ladder"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TieKindVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "ladder",
                    models.CharField(
                        choices=[
                            ("bilateral", "bilateral"),
                            ("membership", "membership"),
                            ("conflict", "conflict"),
                            ("other", "other"),
                        ],
                        max_length=10,
                        verbose_name="ladder",
                    ),
                ),
                ("code", models.SlugField(db_index=False, max_length=60, verbose_name="code")),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 is the lowest rung. Empty: not ranked.",
                        null=True,
                        verbose_name="rank",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.tiekind",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tiekind",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_tiekindversion" ("code", "id", "ladder", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."code", NEW."id", NEW."ladder", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."rank"); RETURN NULL;',
                    hash="b6661af9098a83eb02d4a36b51ebb28090d91683",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_38f7c",
                    table="balance_tiekind",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tiekind",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_tiekindversion" ("code", "id", "ladder", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (NEW."code", NEW."id", NEW."ladder", NEW."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."rank"); RETURN NULL;',
                    hash="71491f89a90ffd87a73dae4cd1722d2a9f999676",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0074d",
                    table="balance_tiekind",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tiekind",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_tiekindversion" ("code", "id", "ladder", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") VALUES (OLD."code", OLD."id", OLD."ladder", OLD."name", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."rank"); RETURN NULL;',
                    hash="e6d89557343fd3f28df3c1a1f4368dcbfe642fa5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e98ee",
                    table="balance_tiekind",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="slug")),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="called")),
                (
                    "about",
                    models.CharField(
                        blank=True,
                        help_text="What a mark is about.",
                        max_length=200,
                        verbose_name="about",
                    ),
                ),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day in; first day out. An empty end is not stated, or open.",
                        verbose_name="valid",
                    ),
                ),
                (
                    "start_precision",
                    models.CharField(
                        blank=True,
                        choices=[("day", "day"), ("month", "month"), ("year", "year")],
                        max_length=5,
                        verbose_name="precision of the start",
                    ),
                ),
                (
                    "end_precision",
                    models.CharField(
                        blank=True,
                        choices=[("day", "day"), ("month", "month"), ("year", "year")],
                        max_length=5,
                        verbose_name="precision of the end",
                    ),
                ),
                ("confidence", models.FloatField(default=1, verbose_name="confidence")),
                (
                    "actor_a",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties_a",
                        to="balance.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "actor_b",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties_b",
                        to="balance.actor",
                        verbose_name="other actor or organisation",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ties",
                        to="balance.tiekind",
                        verbose_name="kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "tie",
                "verbose_name_plural": "ties",
                "ordering": ["actor_a", "actor_b", "kind"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("actor_a", models.F("actor_b")), _negated=True),
                        name="tie_joins_two_actors",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False)), name="tie_lasts"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            balance.models.spans.Holds(
                                "CASE {1} WHEN '' THEN lower({0}) IS NULL WHEN 'day' THEN lower({0}) IS NOT NULL WHEN 'month' THEN extract(day from lower({0})) IS NOT DISTINCT FROM 1 WHEN 'year' THEN extract(doy from lower({0})) IS NOT DISTINCT FROM 1 ELSE false END",
                                "valid",
                                "start_precision",
                            )
                        ),
                        name="tie_start_fits_its_precision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            balance.models.spans.Holds(
                                "CASE {1} WHEN '' THEN upper({0}) IS NULL WHEN 'day' THEN upper({0}) IS NOT NULL WHEN 'month' THEN extract(day from upper({0})) IS NOT DISTINCT FROM 1 WHEN 'year' THEN extract(doy from upper({0})) IS NOT DISTINCT FROM 1 ELSE false END",
                                "valid",
                                "end_precision",
                            )
                        ),
                        name="tie_end_fits_its_precision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)),
                        name="tie_confidence_is_a_probability",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_because", "")),
                        fields=("actor_a", "actor_b", "kind", "label", "about", "valid"),
                        name="tie_recorded_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TieVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="slug")),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="called")),
                (
                    "about",
                    models.CharField(
                        blank=True,
                        help_text="What a mark is about.",
                        max_length=200,
                        verbose_name="about",
                    ),
                ),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day in; first day out. An empty end is not stated, or open.",
                        verbose_name="valid",
                    ),
                ),
                (
                    "start_precision",
                    models.CharField(
                        blank=True,
                        choices=[("day", "day"), ("month", "month"), ("year", "year")],
                        max_length=5,
                        verbose_name="precision of the start",
                    ),
                ),
                (
                    "end_precision",
                    models.CharField(
                        blank=True,
                        choices=[("day", "day"), ("month", "month"), ("year", "year")],
                        max_length=5,
                        verbose_name="precision of the end",
                    ),
                ),
                ("confidence", models.FloatField(default=1, verbose_name="confidence")),
                (
                    "actor_a",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                        verbose_name="actor",
                    ),
                ),
                (
                    "actor_b",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                        verbose_name="other actor or organisation",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.tiekind",
                        verbose_name="kind",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.tie",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tie",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_tieversion" ("about", "actor_a_id", "actor_b_id", "confidence", "end_precision", "id", "kind_id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "start_precision", "valid", "withdrawn_because") VALUES (NEW."about", NEW."actor_a_id", NEW."actor_b_id", NEW."confidence", NEW."end_precision", NEW."id", NEW."kind_id", NEW."label", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."slug", NEW."start_precision", NEW."valid", NEW."withdrawn_because"); RETURN NULL;',
                    hash="86c1a5644b3b1af3307b6b0863a13f452c4237e7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_41e0f",
                    table="balance_tie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tie",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_tieversion" ("about", "actor_a_id", "actor_b_id", "confidence", "end_precision", "id", "kind_id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "start_precision", "valid", "withdrawn_because") VALUES (NEW."about", NEW."actor_a_id", NEW."actor_b_id", NEW."confidence", NEW."end_precision", NEW."id", NEW."kind_id", NEW."label", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."slug", NEW."start_precision", NEW."valid", NEW."withdrawn_because"); RETURN NULL;',
                    hash="def03148319847d72ca59c92bf76cf18718f69a2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff03e",
                    table="balance_tie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tie",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_tieversion" ("about", "actor_a_id", "actor_b_id", "confidence", "end_precision", "id", "kind_id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "start_precision", "valid", "withdrawn_because") VALUES (OLD."about", OLD."actor_a_id", OLD."actor_b_id", OLD."confidence", OLD."end_precision", OLD."id", OLD."kind_id", OLD."label", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."slug", OLD."start_precision", OLD."valid", OLD."withdrawn_because"); RETURN NULL;',
                    hash="9af10c0e5ad6c085ffcd69c3cdf9c9e7dd68e1bf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26e17",
                    table="balance_tie",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[("supports", "supports"), ("contradicts", "contradicts")],
                        default="supports",
                        max_length=11,
                        verbose_name="stance",
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        blank=True,
                        help_text="Word for word as the stored text has it. Empty: no quotation recorded.",
                        verbose_name="quotation",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="articles.article",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="balance.claim",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="balance.event",
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="balance.observation",
                    ),
                ),
                (
                    "tie",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="balance.tie",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            balance.models.spans.Holds(
                                "num_nonnulls({0}, {1}, {2}, {3}) = 1",
                                "event",
                                "tie",
                                "claim",
                                "observation",
                            )
                        ),
                        name="evidence_is_about_exactly_one_record",
                    ),
                    models.UniqueConstraint(
                        models.F("article"),
                        models.F("event"),
                        models.F("tie"),
                        models.F("claim"),
                        models.F("observation"),
                        django.db.models.functions.text.MD5("quote"),
                        name="evidence_recorded_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "stance",
                    models.CharField(
                        choices=[("supports", "supports"), ("contradicts", "contradicts")],
                        default="supports",
                        max_length=11,
                        verbose_name="stance",
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        blank=True,
                        help_text="Word for word as the stored text has it. Empty: no quotation recorded.",
                        verbose_name="quotation",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.claim",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.event",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.evidence",
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.observation",
                    ),
                ),
                (
                    "tie",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.tie",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_evidenceversion" ("article_id", "claim_id", "event_id", "id", "observation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "stance", "tie_id") VALUES (NEW."article_id", NEW."claim_id", NEW."event_id", NEW."id", NEW."observation_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."quote", NEW."stance", NEW."tie_id"); RETURN NULL;',
                    hash="aa4281b511150f3e03244ded1f8403286c667764",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3257f",
                    table="balance_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_evidenceversion" ("article_id", "claim_id", "event_id", "id", "observation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "stance", "tie_id") VALUES (NEW."article_id", NEW."claim_id", NEW."event_id", NEW."id", NEW."observation_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."quote", NEW."stance", NEW."tie_id"); RETURN NULL;',
                    hash="7177af36107e29a79d68bee5b2060bf82d50c5e2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb704",
                    table="balance_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_evidenceversion" ("article_id", "claim_id", "event_id", "id", "observation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "stance", "tie_id") VALUES (OLD."article_id", OLD."claim_id", OLD."event_id", OLD."id", OLD."observation_id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."quote", OLD."stance", OLD."tie_id"); RETURN NULL;',
                    hash="7c68e6913fd8dad7eaf0967b0e1b6b885262bd39",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_86a8e",
                    table="balance_evidence",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="name")),
                ("beaten_at", models.DateTimeField(verbose_name="last beat")),
            ],
            options={
                "verbose_name": "heartbeat",
                "verbose_name_plural": "heartbeats",
            },
        ),
        migrations.CreateModel(
            name="Methodology",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.CharField(max_length=40, unique=True, verbose_name="version")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("retired", "retired"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "scale",
                    models.CharField(
                        choices=[
                            ("goldstein", "Goldstein, by CAMEO code"),
                            ("plover", "PLOVER, by type"),
                            ("sign", "sign only"),
                        ],
                        default="goldstein",
                        max_length=9,
                        verbose_name="scale of intensity",
                    ),
                ),
                (
                    "half_life",
                    models.FloatField(default=365, help_text="Days.", verbose_name="half-life"),
                ),
                (
                    "kappa",
                    models.FloatField(
                        default=10,
                        help_text="Intensity points that pull a tone of few events to zero.",
                        verbose_name="kappa",
                    ),
                ),
                (
                    "weight_diplomatic",
                    models.FloatField(default=1, verbose_name="weight: diplomatic"),
                ),
                ("weight_economic", models.FloatField(default=1, verbose_name="weight: economic")),
                ("weight_security", models.FloatField(default=1, verbose_name="weight: security")),
                ("weight_energy", models.FloatField(default=1, verbose_name="weight: energy")),
                (
                    "weight_transport",
                    models.FloatField(default=1, verbose_name="weight: transport"),
                ),
                ("weight_cultural", models.FloatField(default=1, verbose_name="weight: cultural")),
                ("note", models.TextField(blank=True, verbose_name="what changed, and why")),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="published"
                    ),
                ),
            ],
            options={
                "verbose_name": "methodology",
                "verbose_name_plural": "methodologies",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "published")),
                        fields=("status",),
                        name="methodology_published_is_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "retired"])),
                        name="methodology_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scale__in", ["goldstein", "plover", "sign"])),
                        name="methodology_scale_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("status", "draft")),
                            models.Q(
                                models.Q(("status", "draft"), _negated=True),
                                ("published_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="methodology_published_has_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("half_life__gt", 0), ("half_life__lt", float("inf"))),
                        name="methodology_half_life_is_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kappa__gt", 0), ("kappa__lt", float("inf"))),
                        name="methodology_kappa_is_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("weight_diplomatic__gte", 0),
                                ("weight_diplomatic__lt", float("inf")),
                            ),
                            models.Q(
                                ("weight_economic__gte", 0), ("weight_economic__lt", float("inf"))
                            ),
                            models.Q(
                                ("weight_security__gte", 0), ("weight_security__lt", float("inf"))
                            ),
                            models.Q(
                                ("weight_energy__gte", 0), ("weight_energy__lt", float("inf"))
                            ),
                            models.Q(
                                ("weight_transport__gte", 0), ("weight_transport__lt", float("inf"))
                            ),
                            models.Q(
                                ("weight_cultural__gte", 0), ("weight_cultural__lt", float("inf"))
                            ),
                        ),
                        name="methodology_weights_are_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MethodologyVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.CharField(max_length=40, verbose_name="version")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("published", "published"),
                            ("retired", "retired"),
                        ],
                        default="draft",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "scale",
                    models.CharField(
                        choices=[
                            ("goldstein", "Goldstein, by CAMEO code"),
                            ("plover", "PLOVER, by type"),
                            ("sign", "sign only"),
                        ],
                        default="goldstein",
                        max_length=9,
                        verbose_name="scale of intensity",
                    ),
                ),
                (
                    "half_life",
                    models.FloatField(default=365, help_text="Days.", verbose_name="half-life"),
                ),
                (
                    "kappa",
                    models.FloatField(
                        default=10,
                        help_text="Intensity points that pull a tone of few events to zero.",
                        verbose_name="kappa",
                    ),
                ),
                (
                    "weight_diplomatic",
                    models.FloatField(default=1, verbose_name="weight: diplomatic"),
                ),
                ("weight_economic", models.FloatField(default=1, verbose_name="weight: economic")),
                ("weight_security", models.FloatField(default=1, verbose_name="weight: security")),
                ("weight_energy", models.FloatField(default=1, verbose_name="weight: energy")),
                (
                    "weight_transport",
                    models.FloatField(default=1, verbose_name="weight: transport"),
                ),
                ("weight_cultural", models.FloatField(default=1, verbose_name="weight: cultural")),
                ("note", models.TextField(blank=True, verbose_name="what changed, and why")),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="published"
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.methodology",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="methodology",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_methodologyversion" ("half_life", "id", "kappa", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "scale", "status", "version", "weight_cultural", "weight_diplomatic", "weight_economic", "weight_energy", "weight_security", "weight_transport") VALUES (NEW."half_life", NEW."id", NEW."kappa", NEW."note", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."published_at", NEW."scale", NEW."status", NEW."version", NEW."weight_cultural", NEW."weight_diplomatic", NEW."weight_economic", NEW."weight_energy", NEW."weight_security", NEW."weight_transport"); RETURN NULL;',
                    hash="72944f53899dae15fa9b45afc19887d06f95f424",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5458a",
                    table="balance_methodology",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="methodology",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_methodologyversion" ("half_life", "id", "kappa", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "scale", "status", "version", "weight_cultural", "weight_diplomatic", "weight_economic", "weight_energy", "weight_security", "weight_transport") VALUES (NEW."half_life", NEW."id", NEW."kappa", NEW."note", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."published_at", NEW."scale", NEW."status", NEW."version", NEW."weight_cultural", NEW."weight_diplomatic", NEW."weight_economic", NEW."weight_energy", NEW."weight_security", NEW."weight_transport"); RETURN NULL;',
                    hash="949def4d1845cdd32d930b53ea9ef3ec1264ed27",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_25bb0",
                    table="balance_methodology",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="methodology",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_methodologyversion" ("half_life", "id", "kappa", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "scale", "status", "version", "weight_cultural", "weight_diplomatic", "weight_economic", "weight_energy", "weight_security", "weight_transport") VALUES (OLD."half_life", OLD."id", OLD."kappa", OLD."note", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."published_at", OLD."scale", OLD."status", OLD."version", OLD."weight_cultural", OLD."weight_diplomatic", OLD."weight_economic", OLD."weight_energy", OLD."weight_security", OLD."weight_transport"); RETURN NULL;',
                    hash="f194a287bc0a6f6badaffc6f19b68670f77e2276",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f1350",
                    table="balance_methodology",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Panel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("headline", "headline"),
                            ("poles", "a card for each pole"),
                            ("shares", "shares over time"),
                            ("tone", "tone over time"),
                            ("effective_poles", "effective poles over time"),
                            ("events", "events behind the last change"),
                            ("text", "a note"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="Empty: a sentence made from the numbers.",
                        max_length=200,
                        verbose_name="title",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Markdown, shown under the panel.",
                        verbose_name="note",
                    ),
                ),
                (
                    "width",
                    models.CharField(
                        choices=[("full", "full"), ("half", "half")],
                        default="full",
                        max_length=4,
                        verbose_name="width",
                    ),
                ),
                ("is_hidden", models.BooleanField(default=False, verbose_name="hidden")),
                (
                    "dimension",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("diplomatic", "diplomatic"),
                            ("economic", "economic"),
                            ("security", "security"),
                            ("energy", "energy"),
                            ("transport", "transport"),
                            ("cultural", "cultural"),
                        ],
                        help_text="Only this dimension. Empty: as the reader chooses.",
                        max_length=10,
                        verbose_name="dimension",
                    ),
                ),
                (
                    "years",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The last so many years. Empty: as the reader chooses.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="years",
                    ),
                ),
                (
                    "dashboard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="panels",
                        to="balance.dashboard",
                    ),
                ),
                (
                    "pole",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only this pole. Empty: all.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="panels",
                        to="balance.pole",
                    ),
                ),
            ],
            options={
                "verbose_name": "panel",
                "verbose_name_plural": "panels",
                "ordering": ["dashboard", "position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "text"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_with_a_note_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("years", None),
                            models.Q(("years__gte", 1), ("years__lte", 100)),
                            _connector="OR",
                        ),
                        name="panel_years_are_1_to_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="position")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("headline", "headline"),
                            ("poles", "a card for each pole"),
                            ("shares", "shares over time"),
                            ("tone", "tone over time"),
                            ("effective_poles", "effective poles over time"),
                            ("events", "events behind the last change"),
                            ("text", "a note"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="Empty: a sentence made from the numbers.",
                        max_length=200,
                        verbose_name="title",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Markdown, shown under the panel.",
                        verbose_name="note",
                    ),
                ),
                (
                    "width",
                    models.CharField(
                        choices=[("full", "full"), ("half", "half")],
                        default="full",
                        max_length=4,
                        verbose_name="width",
                    ),
                ),
                ("is_hidden", models.BooleanField(default=False, verbose_name="hidden")),
                (
                    "dimension",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("diplomatic", "diplomatic"),
                            ("economic", "economic"),
                            ("security", "security"),
                            ("energy", "energy"),
                            ("transport", "transport"),
                            ("cultural", "cultural"),
                        ],
                        help_text="Only this dimension. Empty: as the reader chooses.",
                        max_length=10,
                        verbose_name="dimension",
                    ),
                ),
                (
                    "years",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The last so many years. Empty: as the reader chooses.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="years",
                    ),
                ),
                (
                    "dashboard",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.dashboard",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.panel",
                    ),
                ),
                (
                    "pole",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Only this pole. Empty: all.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.pole",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_panelversion" ("dashboard_id", "dimension", "id", "is_hidden", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id", "position", "title", "width", "years") VALUES (NEW."dashboard_id", NEW."dimension", NEW."id", NEW."is_hidden", NEW."kind", NEW."note", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."pole_id", NEW."position", NEW."title", NEW."width", NEW."years"); RETURN NULL;',
                    hash="7f04a753ac365b618b49d8636ca0f3d50010141d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_10cf8",
                    table="balance_panel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_panelversion" ("dashboard_id", "dimension", "id", "is_hidden", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id", "position", "title", "width", "years") VALUES (NEW."dashboard_id", NEW."dimension", NEW."id", NEW."is_hidden", NEW."kind", NEW."note", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."pole_id", NEW."position", NEW."title", NEW."width", NEW."years"); RETURN NULL;',
                    hash="4c722d99bc592ae5a083a6a7cbabf325545d539e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_26e67",
                    table="balance_panel",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_panelversion" ("dashboard_id", "dimension", "id", "is_hidden", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id", "position", "title", "width", "years") VALUES (OLD."dashboard_id", OLD."dimension", OLD."id", OLD."is_hidden", OLD."kind", OLD."note", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."pole_id", OLD."position", OLD."title", OLD."width", OLD."years"); RETURN NULL;',
                    hash="36be9cd8cb818797fe14f430d1e7c39cb6db3c77",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26832",
                    table="balance_panel",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("initiator", "initiator"),
                            ("recipient", "recipient"),
                            ("host", "host"),
                            ("witness", "witness"),
                            ("mediator", "mediator"),
                        ],
                        max_length=9,
                        verbose_name="role",
                    ),
                ),
                (
                    "weight",
                    models.FloatField(
                        blank=True,
                        help_text="For all partners or none. Empty: each partner counts alike.",
                        null=True,
                        verbose_name="weight",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="balance.actor",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="balance.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "participant",
                "verbose_name_plural": "participants",
                "ordering": ["event", "role", "actor"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "actor", "role"), name="participant_once_in_a_role"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["initiator", "recipient", "host", "witness", "mediator"])
                        ),
                        name="participant_role_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("weight", None),
                            models.Q(("weight__gt", 0), ("weight__lt", float("inf"))),
                            _connector="OR",
                        ),
                        name="participant_weight_is_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ParticipantVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("initiator", "initiator"),
                            ("recipient", "recipient"),
                            ("host", "host"),
                            ("witness", "witness"),
                            ("mediator", "mediator"),
                        ],
                        max_length=9,
                        verbose_name="role",
                    ),
                ),
                (
                    "weight",
                    models.FloatField(
                        blank=True,
                        help_text="For all partners or none. Empty: each partner counts alike.",
                        null=True,
                        verbose_name="weight",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.event",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.participant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_participantversion" ("actor_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "weight") VALUES (NEW."actor_id", NEW."event_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."role", NEW."weight"); RETURN NULL;',
                    hash="0b141f14dca9b52622e2f239130aa766495cd8df",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_929ec",
                    table="balance_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_participantversion" ("actor_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "weight") VALUES (NEW."actor_id", NEW."event_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."role", NEW."weight"); RETURN NULL;',
                    hash="13612500b11c44d7821ba60314ea451568fbba25",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_76984",
                    table="balance_participant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_participantversion" ("actor_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "weight") VALUES (OLD."actor_id", OLD."event_id", OLD."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."role", OLD."weight"); RETURN NULL;',
                    hash="9736c6e2a106b7d8ed34be701f2d7d2d40ea24b8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fa2bf",
                    table="balance_participant",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="PoleMembership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                (
                    "weight",
                    models.FloatField(
                        default=1, help_text="Above 0, at most 1.", verbose_name="weight"
                    ),
                ),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day in; first day out. An empty end is open: it always was, or still is.",
                        verbose_name="valid",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pole_memberships",
                        to="balance.actor",
                    ),
                ),
                (
                    "pole",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="balance.pole",
                    ),
                ),
            ],
            options={
                "verbose_name": "pole membership",
                "verbose_name_plural": "pole memberships",
                "ordering": ["pole", "actor"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False)), name="pole_membership_lasts"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gt", 0), ("weight__lte", 1)),
                        name="pole_membership_weight_above_0_at_most_1",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("withdrawn_because", "")),
                        expressions=[("actor", "="), ("pole", "="), ("valid", "&&")],
                        name="pole_membership_never_twice_at_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PoleMembershipVersion",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "withdrawn_because",
                    models.CharField(
                        blank=True,
                        help_text="Empty while the record counts. With a reason here it counts no longer.",
                        max_length=300,
                        verbose_name="withdrawn because",
                    ),
                ),
                (
                    "weight",
                    models.FloatField(
                        default=1, help_text="Above 0, at most 1.", verbose_name="weight"
                    ),
                ),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        help_text="First day in; first day out. An empty end is open: it always was, or still is.",
                        verbose_name="valid",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.actor",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="versions",
                        to="balance.polemembership",
                    ),
                ),
                (
                    "pole",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="balance.pole",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="polemembership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_polemembershipversion" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id", "valid", "weight", "withdrawn_because") VALUES (NEW."actor_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'insert\', NEW."id", NEW."pole_id", NEW."valid", NEW."weight", NEW."withdrawn_because"); RETURN NULL;',
                    hash="e4e68b79da54153d8cd4f950468c59c6fd1df1d8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d8d8f",
                    table="balance_polemembership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="polemembership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "balance_polemembershipversion" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id", "valid", "weight", "withdrawn_because") VALUES (NEW."actor_id", NEW."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'update\', NEW."id", NEW."pole_id", NEW."valid", NEW."weight", NEW."withdrawn_because"); RETURN NULL;',
                    hash="714172754e07eb4e78945708fb6826f59cb3a0c1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb643",
                    table="balance_polemembership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="polemembership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "balance_polemembershipversion" ("actor_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pole_id", "valid", "weight", "withdrawn_because") VALUES (OLD."actor_id", OLD."id", _pgh_attach_context(), CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."pole_id", OLD."valid", OLD."weight", OLD."withdrawn_because"); RETURN NULL;',
                    hash="6315e5e4108dba9b5dc3eb985b878cc842063e01",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_45367",
                    table="balance_polemembership",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=200, verbose_name="key")),
                ("day", models.DateField(verbose_name="day")),
                ("initiator", models.CharField(max_length=40, verbose_name="initiator")),
                ("recipient", models.CharField(max_length=40, verbose_name="recipient")),
                ("cameo_code", models.CharField(max_length=4, verbose_name="CAMEO code")),
                ("goldstein", models.FloatField(null=True, verbose_name="Goldstein score")),
                ("source_url", models.TextField(blank=True, verbose_name="address")),
                (
                    "dataset",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="balance.dataset",
                    ),
                ),
            ],
            options={
                "verbose_name": "record",
                "verbose_name_plural": "records",
                "ordering": ["dataset", "day", "id"],
                "indexes": [models.Index(fields=["dataset", "day"], name="record_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dataset", "key"), name="record_once_in_a_dataset"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("goldstein", None),
                            models.Q(("goldstein__gte", -10), ("goldstein__lte", 10)),
                            _connector="OR",
                        ),
                        name="record_score_within_10",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeriesVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("data_version", models.CharField(max_length=64, verbose_name="data version")),
                ("computed_at", models.DateTimeField(verbose_name="computed")),
                (
                    "dataset",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="balance.dataset",
                    ),
                ),
                (
                    "focus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="balance.focus",
                    ),
                ),
            ],
            options={
                "verbose_name": "series version",
                "verbose_name_plural": "series versions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dataset", "focus"), name="series_version_one_a_focus"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="poles",
            field=models.ManyToManyField(
                related_name="claims",
                through="balance.ClaimPole",
                to="balance.pole",
                verbose_name="poles",
            ),
        ),
    ]
