"""The house rules, as far as a machine can tell."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 400
CODE = {".py", ".js", ".css", ".html", ".sql", ".sh"}
NOT_OURS = {".venv", ".git", ".dev", "vendor", "migrations", "staticfiles", "node_modules"}
PRODUCTION = {
    "SECRET_KEY": "x7#Kq2!vB9$wE4^zR8&tY3*uI6(oP1)aS5-dF0_gH-jK-lZ-xC-vB-nM",
    "ALLOWED_HOSTS": "balance.example",
    "HTTPS": "1",
    "DEBUG": "0",
    "STATIC_BACKEND": "",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "",
}


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    names = {name: value for name, value in (os.environ | environment).items() if value}
    names.pop("PYTEST_XDIST_WORKER", None)
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=names, capture_output=True, text=True, check=False
    )


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("-c", "import os, sys; os.execv(sys.argv[1], sys.argv[1:])", _bin(name), *arguments)


def _bin(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def assert_clean(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


def our_files(*suffixes: str) -> list[Path]:
    return [
        path
        for folder, folders, names in os.walk(ROOT)
        # Changing the list in place keeps the walk out of what is not ours.
        for folders[:] in [[name for name in folders if name not in NOT_OURS]]
        for path in (Path(folder, name) for name in names)
        if path.suffix in suffixes
    ]


def test_no_file_is_too_long_to_read():
    lengths = {path: len(path.read_text().splitlines()) for path in our_files(*CODE)}

    assert {str(path): n for path, n in lengths.items() if n > LONGEST} == {}


def test_every_variable_is_in_the_example_and_no_other():
    listed = set(re.findall(r"^#?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))

    assert variables_of_settings() <= listed
    assert listed <= variables_of_settings() | variables_of_the_launcher()


def test_every_variable_is_in_the_operators_table():
    table = (ROOT / "docs" / "operations.md").read_text()

    missing = {name for name in variables_of_settings() if f"`{name}`" not in table}

    assert missing == set()


def variables_of_settings() -> set[str]:
    """Return the first argument of every env.something(...) in the settings."""
    tree = ast.parse((ROOT / "config" / "settings.py").read_text())
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "env"
        and isinstance(node.args[0], ast.Constant)
    }


def variables_of_the_launcher() -> set[str]:
    texts = [path.read_text() for path in (ROOT / "config" / "launch").iterdir() if path.is_file()]
    texts.append((ROOT / "docker-compose.yml").read_text())
    return set(re.findall(r"[\"'{]([A-Z][A-Z_]+)\b", " ".join(texts)))


def test_layers_hold():
    assert_clean(tool("lint-imports", "--no-cache"))


def test_the_pure_parts_are_under_the_contract():
    """A contract may name only what exists, so this reminds of it when it comes to exist."""
    contracts = (ROOT / "pyproject.toml").read_text()
    for name in ("balance.compute", "balance.coding", "articles.parsing"):
        path = ROOT.joinpath(*name.split("."))
        if path.with_suffix(".py").exists() or (path / "__init__.py").exists():
            assert re.search(rf'source_modules = \[[^]]*"{re.escape(name)}"', contracts), name


def test_style():
    assert_clean(tool("ruff", "check", "--no-cache", "."))


def test_layout():
    assert_clean(tool("ruff", "format", "--no-cache", "--check", "."))


def test_templates_are_laid_out():
    templates = [str(path) for path in our_files(".html") if "templates" in path.parts]

    if templates:
        assert_clean(tool("djade", "--target-version", "5.2", "--check", *templates))


@pytest.mark.slow
def test_types():
    assert_clean(tool("mypy"))


def test_no_migration_is_missing():
    assert_clean(run("manage.py", "makemigrations", "--check", "--dry-run"))


def test_production_settings_pass_djangos_own_inspection():
    assert_clean(run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION))


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL"])
def test_settings_without_a_needed_variable_stop_by_its_name(name):
    done = run("-c", "import config.settings", **{name: ""})

    assert done.returncode != 0
    assert f"{name} is not set; .env.example" in done.stderr


def test_the_lock_names_every_dependency_and_no_host():
    lock = (ROOT / "requirements.lock").read_text()
    project = (ROOT / "pyproject.toml").read_text().split("[tool.")[0]
    wanted = re.findall(r'^\s+"([a-z][a-z0-9-]+)[\[>]', project, re.M)

    assert wanted
    assert [name for name in wanted if not re.search(rf"^{name}==", lock, re.M)] == []
    assert "://" not in lock
