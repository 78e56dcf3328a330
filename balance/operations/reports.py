"""Taking in what readers say is wrong."""

from django.db import transaction

from balance.models import Report


@transaction.atomic
def send_report(*, about: str, number: str, message: str, email: str) -> Report:
    """Put a reader's report before the editors; the same words about the same page come once."""
    same = Report.objects.waiting().filter(about=about, number=number, message=message)
    found = same.first()
    return found or Report.objects.create(about=about, number=number, message=message, email=email)
