"""What must be true of reports, each broken once."""

import pytest

from balance.models import Report
from tests.factories.balance import ReportFactory
from tests.truths import assert_accepted, assert_refused

pytestmark = pytest.mark.django_db


def test_a_report_says_something():
    assert_refused(ReportFactory(), "report_says_something", message="")


def test_a_refusal_has_an_answer():
    report = ReportFactory()

    assert_refused(report, "report_refused_has_an_answer", state="refused")
    assert_accepted(report, state="refused", answer="The treaty was signed.")


def test_only_new_reports_wait():
    waiting = ReportFactory()
    ReportFactory(state="answered")

    assert list(Report.objects.waiting()) == [waiting]
