"""The three services, one command each: the same under `make run` and in docker-compose.yml."""

import os
import sys


def web() -> list[str]:
    """Return the web server's command."""
    return [
        *("-m", "granian", "config.wsgi:application", "--interface", "wsgi", "--no-ws"),
        *("--host", os.environ.get("WEB_HOST") or "127.0.0.1"),
        *("--port", os.environ.get("PORT") or "8000"),
        *("--workers", os.environ.get("WEB_WORKERS") or "1"),
        *("--blocking-threads", os.environ.get("WEB_THREADS") or "4"),
        *("--workers-kill-timeout", "5"),
        *("--log-level", "warning"),
    ]


def worker() -> list[str]:
    """Return the worker's command; what it leaves out needs queues that nobody reads."""
    return [
        *("-m", "celery", "-A", "config.celery", "worker", "--loglevel", "INFO"),
        *("--concurrency", os.environ.get("WORKER_CONCURRENCY") or "1"),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
    ]


def beat() -> list[str]:
    """Return the scheduler's command; its state is in the database, so no file is kept."""
    return ["-m", "celery", "-A", "config.celery", "beat", "--loglevel", "INFO", "--pidfile", ""]


SERVICES = {"web": web, "worker": worker, "beat": beat}

# A request must not hold a connection for long; a task or a command may.
WEB_ENVIRONMENT = {
    "DB_POOL_SIZE": "10",
    "DB_STATEMENT_TIMEOUT": "20000",
    "DB_LOCK_TIMEOUT": "5000",
}


def become(name: str) -> None:
    """Replace this process by the service."""
    if name == "web":
        for variable, value in WEB_ENVIRONMENT.items():
            os.environ.setdefault(variable, value)
    os.execv(sys.executable, [sys.executable, *SERVICES[name]()])  # noqa: S606  # As intended.
