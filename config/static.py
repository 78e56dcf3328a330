"""Static files under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """Renames the files that our own ES modules import, too.

    Only ours: Django's pattern takes the types in third-party comments for imports.
    """

    _module_imports = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns  # type: ignore[attr-defined]
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/*.js", _module_imports[1]),
    )
