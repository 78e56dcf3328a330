from django.core.management.base import BaseCommand

from balance.operations.series import refresh_dirty


class Command(BaseCommand):
    help = "Bring every daily series up to date with the events."

    def handle(self, **options: object) -> str:
        return f"Refreshed {refresh_dirty()} series of a focus in a data set."
