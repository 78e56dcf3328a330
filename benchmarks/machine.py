"""The machine on which something was measured, in a sentence."""

import os
import platform


def described() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[1]
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GB of memory, Python {platform.python_version()}; "
        "reader and server on the one machine, whose load over the last five minutes was "
        f"{load:.1f}."
    )
