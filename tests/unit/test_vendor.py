"""What others wrote, in static/vendor: as they published it, with their licence."""

import hashlib
import json
from pathlib import Path

import pytest

VENDOR = Path(__file__).resolve().parents[2] / "static" / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["pkg"])
def test_a_vendored_file_is_the_one_in_the_manifest(entry):
    content = (VENDOR / entry["file"]).read_bytes()

    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert f"v{entry['version']}" in content[:200].decode()


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["pkg"])
def test_a_vendored_file_names_no_source_map(entry):
    """Static files under names of their content look for it, and fail."""
    assert "sourceMappingURL" not in (VENDOR / entry["file"]).read_text()


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["pkg"])
def test_a_licence_stands_beside_every_part(entry):
    for part in (entry, *entry.get("contains", [])):
        assert "Permission is hereby granted" in (VENDOR / part["licence_file"]).read_text()


def test_nothing_else_is_vendored():
    listed = {"manifest.json", "README.md"}
    for entry in MANIFEST:
        listed |= {entry["file"], entry["licence_file"]}
        listed |= {part["licence_file"] for part in entry.get("contains", [])}

    assert {path.name for path in VENDOR.iterdir()} == listed
