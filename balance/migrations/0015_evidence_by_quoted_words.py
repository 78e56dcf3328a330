from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.contrib.postgres.search import SearchVector
from django.db import migrations


class Migration(migrations.Migration):
    """Builds the index while editors go on writing, which a transaction could not."""

    atomic = False
    dependencies = [("articles", "0001_initial"), ("balance", "0014_names_in_other_languages")]
    operations = [
        AddIndexConcurrently(
            model_name="evidence",
            index=GinIndex(SearchVector("quote", config="english"), name="evidence_quoted_words"),
        ),
    ]
