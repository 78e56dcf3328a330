#!/usr/bin/env python
"""Django's commands, on the running site's database, or on one started for the command."""

import sys

from config.launch.catalogues import compile_new
from config.launch.command import Busy, ServerFailed, database_for


def main() -> None:
    compile_new()
    try:
        with database_for(sys.argv[1:]):
            from django.core.management import execute_from_command_line

            execute_from_command_line(sys.argv)
    except (Busy, ServerFailed) as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
