"""`python -m config.launch run | web | worker | beat | healthy SERVICE | exec COMMAND...`"""

import subprocess
import sys

from config.launch import services

USAGE = """\
python -m config.launch run              the whole site on this machine
python -m config.launch web|worker|beat  one service, configured by the environment
python -m config.launch healthy SERVICE  exit status 0 if the service does its work
python -m config.launch exec COMMAND...  a command with DATABASE_URL set, as manage.py has it"""


def main(arguments: list[str]) -> int:
    match arguments:
        case ["run"]:
            from config.launch.site import run  # Services need none of it.

            return run()
        case ["exec", command, *rest]:
            from config.launch.command import database_for

            with database_for([command]):
                return subprocess.call([command, *rest])
        case ["healthy", name] if name in services.SERVICES:
            return healthy(name)
        case [name] if name in services.SERVICES:
            services.become(name)
    print(USAGE, file=sys.stderr)
    return 2


def healthy(name: str) -> int:
    from config.launch.probe import CHECKS, Unwell

    try:
        CHECKS[name]()
    except Unwell as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
