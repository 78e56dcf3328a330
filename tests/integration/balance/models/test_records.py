"""What must be true of data sets and their records, each broken once."""

from math import nan

import pytest

from tests.factories.balance import DatasetFactory, RecordFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        pytest.param("editorial", {"kind": "machine"}, id="a machine takes the editors' name"),
        pytest.param("machine-tests", {"kind": "editorial"}, id="editors take another name"),
        pytest.param("editorial", {"code": "ours"}, id="the editors' own is renamed"),
    ],
)
def test_only_the_data_set_of_editors_is_called_editorial(code, changes):
    assert_refused(DatasetFactory(code=code), "dataset_of_editors_is_called_editorial", **changes)


@pytest.mark.parametrize("goldstein", [-10.01, 10.01, nan])
def test_a_score_of_a_record_is_10_at_most(goldstein):
    assert_refused(RecordFactory(), "record_score_within_10", goldstein=goldstein)


@pytest.mark.parametrize("goldstein", [-10, 10, None])
def test_a_score_of_a_record_may_be_missing(goldstein):
    record = RecordFactory()
    record.goldstein = goldstein

    record.validate_constraints()
    record.save()


def test_a_record_is_stored_once_in_a_data_set():
    known = RecordFactory()

    assert_refused(RecordFactory(), "record_once_in_a_dataset", key=known.key)


def test_two_data_sets_may_use_one_key():
    known = RecordFactory()

    assert_accepted(RecordFactory(dataset__code="other-machine"), key=known.key)
