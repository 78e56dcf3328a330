"""What must be true of a row: the database says so by name, and an editor hears it before."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction


def assert_refused(row: models.Model, truth: str, **changes: Any) -> None:
    """Assert that the row cannot take the values, in a form or past every form."""
    for name, value in changes.items():
        setattr(row, name, value)

    with pytest.raises(ValidationError):
        row.validate_constraints()
    assert_database_refuses(row, truth)


def assert_database_refuses(row: models.Model, truth: str) -> None:
    """Assert that the row as it is cannot be saved, because of this truth and no other."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        row.save()
    assert refusal.value.__cause__.diag.constraint_name == truth


def assert_accepted(row: models.Model, **changes: Any) -> None:
    """Assert that the row can take the values, in a form and in the database."""
    for name, value in changes.items():
        setattr(row, name, value)

    row.full_clean()
    row.save()
