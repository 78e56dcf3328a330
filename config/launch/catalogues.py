"""The catalogues as Django reads them: .mo files, made where a .po file is newer.

`python -m config.launch.catalogues` makes them for an image.
"""

import contextlib
import os
import tempfile
from pathlib import Path

from config.launch.folder import PROJECT

FOLDER = PROJECT / "locale"


def compile_new(folder: Path = FOLDER) -> list[Path]:
    """Make what is missing or older than its source, each at once; return what was made."""
    return [
        _compile(source) for source in sorted(folder.glob("*/LC_MESSAGES/*.po")) if _new(source)
    ]


def _new(source: Path) -> bool:
    made = source.with_suffix(".mo")
    return not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path) -> Path:
    import polib  # Only here: most starts find everything made.

    made = source.with_suffix(".mo")
    handle, name = tempfile.mkstemp(dir=source.parent)
    os.close(handle)
    try:
        polib.pofile(str(source)).save_as_mofile(name)
        Path(name).chmod(0o644)
        Path(name).replace(made)  # Who reads meanwhile reads the old one or the new one.
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    return made


if __name__ == "__main__":
    compile_new()
