"""Run the tests of our ES modules, *_test.js beside this file, in Chromium.

The page and its modules come from the files themselves, under the site's own strict policy; there
is no server.
"""

import mimetypes
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent.parent / "static"
FOLDERS = {"/static/": STATIC, "/data/": HERE.parent / "data", "/": HERE}
ORIGIN = "http://modules.test"
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'"
PAGE = """<!doctype html>
<html lang="en-GB">
<title>Tests of modules</title>
<link rel="stylesheet" href="/static/css/tokens.css">
<link rel="icon" href="data:,">
<script src="/static/vendor/chart.umd.min.js"></script>
<body></body>
"""
MODULES = sorted(path.name for path in HERE.glob("*_test.js"))

pytestmark = pytest.mark.browser


def serve(route: Route) -> None:
    path = route.request.url.removeprefix(ORIGIN).split("?")[0]
    headers = {"Content-Security-Policy": POLICY}
    if path == "/":
        route.fulfill(body=PAGE, content_type="text/html", headers=headers)
        return
    start = next(start for start in FOLDERS if path.startswith(start))
    folder, name = FOLDERS[start], path.removeprefix(start)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if (folder / name).is_file():
        route.fulfill(body=(folder / name).read_bytes(), content_type=kind, headers=headers)
    else:
        route.fulfill(status=404, body="", headers=headers)


@pytest.fixture
def empty_page(page: Page) -> Page:
    page.route(f"{ORIGIN}/**", serve)
    page.goto(f"{ORIGIN}/")
    return page


@pytest.mark.parametrize("module", MODULES)
def test_module(module, empty_page, complaints):
    script = "(name) => import('/runner.js').then(({ run }) => run(`/${name}`))"

    results = empty_page.evaluate(script, module)

    complaints.expected += results["expected"]
    failures = [f"{test['name']}\n{test['error']}" for test in results["tests"] if test["error"]]
    assert results["tests"], f"{module} holds no test"
    assert not failures, "\n\n".join(failures)


def test_every_module_is_tested_or_is_all_page():
    """Modules that only join others, or that a browser test needs a whole site for."""
    of_the_page = {"main", "figures", "figure", "reading", "zooming", "brush", "tools"}
    of_the_page |= {"share", "what-if", "theme", "crosshair", "evidence", "words"}
    modules = {path.stem for path in (STATIC / "js").rglob("*.js")}
    of_the_admin = {name for name in modules if name.startswith("admin-")}

    tested = {name.removesuffix("_test.js") for name in MODULES}

    assert modules - tested - of_the_admin == of_the_page


def test_no_module_imports_itself_round_about():
    """Names by content could never be found: each would wait for the other's."""
    found = re.compile(r"""(?:from |import\()"(\.[^"]+)\"""")
    imports = {
        path.resolve(): {(path.parent / name).resolve() for name in found.findall(path.read_text())}
        for path in (STATIC / "js").rglob("*.js")
    }
    while free := {path for path, others in imports.items() if not others & imports.keys()}:
        imports = {path: others for path, others in imports.items() if path not in free}

    assert not imports
