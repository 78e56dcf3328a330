from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from balance.operations.series import verify_series


class Command(BaseCommand):
    help = "Recompute every daily series from the events and list what differs; 1 if anything does."

    def handle(self, *, verbosity: int, **options: object) -> str:
        with tqdm(
            desc="Series", unit=" focus", file=self.stderr, disable=None if verbosity else True
        ) as bar:

            def progress(name: str) -> None:
                bar.set_postfix_str(name)
                bar.update()

            differences = verify_series(progress=progress)
        if differences:
            raise CommandError("\n".join([*differences, f"{len(differences)} differences."]))
        return "No differences: every series follows from the events."
