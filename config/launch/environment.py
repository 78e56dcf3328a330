"""What a checkout sets for itself where its user has set nothing."""

import os

from config.launch.folder import PROJECT, DevFolder

LOCAL = "127.0.0.1"


def port() -> int:
    """Return PORT.

    Raises:
        ValueError: with a sentence, if it is no port.
    """
    raw = os.environ.get("PORT") or "8000"
    if not raw.isdigit() or not 1 <= int(raw) <= 65535:
        raise ValueError(f"PORT={raw!r}, expected a number from 1 to 65535.")
    return int(raw)


def complete(folder: DevFolder) -> None:
    """Set what is missing for a site on this machine; what is set already stays.

    With a SECRET_KEY of its own this is a configured site, and nothing is made easier for it.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if os.environ.get("SECRET_KEY"):
        return
    local = {
        "SECRET_KEY": folder.secret_key(),
        "HTTPS": "0",
        "ALLOWED_HOSTS": f"localhost,{LOCAL},[::1]",
        "API_RATE": "off",
        "REPORT_RATE": "off",
        "STATIC_ROOT": str(folder.path / "static"),
        "MEDIA_ROOT": str(folder.path / "media"),
    }
    for name, value in local.items():
        if not os.environ.get(name):
            os.environ[name] = value


__all__ = ["LOCAL", "PROJECT", "complete", "port"]
