"""From two pasted texts to a confirmed event with its evidence, and back, with a few keys."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_admin import found_by_axe, sign_in

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT.parent / "shared" / "data" / "articles"
ACTS = ROOT / "tests" / "data" / "coding" / "acts.json"
FEWEST = 10
DAYS = {"rferl_2024-08-24_azerbaijan_china.txt": "2024-08-24"}
EDITOR = "eva"
AN_EDITOR = """
from django.contrib.auth.models import Group, User
eva = User.objects.create_user({name!r}, password={password!r}, is_staff=True)
eva.groups.add(Group.objects.get(name="editor"))
"""
TAKE_IN, QUEUE = "/admin/articles/article/take-in/", "/admin/balance/proposal/"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not TEXTS.is_dir(), reason=f"{TEXTS} is not there"),
]


def paste(page: Page, site, path: Path) -> None:
    """Add the text as an article, as an editor does."""
    page.goto(f"{site.address}{TAKE_IN}")
    page.locator("#id_text").fill(path.read_text())
    page.locator("#id_title").fill(path.stem)
    page.locator("#id_outlet").fill("Pasted")
    page.locator("#id_published_on").fill(DAYS.get(path.name, "2022-11-01"))
    page.get_by_role("button", name="Add the article").click()
    page.wait_for_url("**/change/")


def manage(site, *command: str) -> None:
    """Run a command of the site, such as what the worker does with new articles."""
    whole = [sys.executable, "manage.py", *command, "-v0"]
    subprocess.run(whole, cwd=ROOT, env=dict(site.environment), check=True)


@pytest.fixture(scope="module")
def read(browser, site) -> None:
    """The queue has what the two texts propose, which somebody of the group of editors pasted."""
    manage(site, "shell", "-c", AN_EDITOR.format(name=EDITOR, password=site.password))
    page = browser.new_page()
    sign_in(page, site, EDITOR)
    for path in sorted(TEXTS.glob("*.txt")):
        paste(page, site, path)
    page.close()
    manage(site, "propose_events")


@pytest.fixture
def editor(page, site, read) -> Page:
    """An editor before the queue of the two articles."""
    sign_in(page, site, EDITOR)
    page.goto(f"{site.address}{QUEUE}?kind__exact=event&q=azerbaijan")
    return page


def sentences_of(page: Page, site, article: str) -> list[str]:
    """Return the sentences that the review marks in an article."""
    page.goto(f"{site.address}{QUEUE}?q={article}")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_url("**/review/*/**")
    return [" ".join(words.split()) for words in page.locator(".said").all_text_contents()]


def test_ten_of_the_acts_that_a_person_read_are_proposed(editor, site):
    acts = json.loads(ACTS.read_text())["acts"]
    found = {
        name: sentences_of(editor, site, Path(name).stem)
        for name in {act["article"] for act in acts}
    }

    touched = [
        act["act"]
        for act in acts
        if any(all(word in sentence for word in act["words"]) for sentence in found[act["article"]])
    ]

    assert len(touched) >= FEWEST, touched


def test_two_keys_make_an_event_that_readers_see_and_a_third_takes_it_back(editor, site):
    queue = f"{site.address}{QUEUE}?kind__exact=event&q=rferl_2024-08-24_azerbaijan_china"
    editor.goto(queue)

    editor.keyboard.press("Enter")
    editor.wait_for_url("**/review/*/**")
    proposed, title = editor.url, editor.locator("#id_title").input_value()
    said = editor.locator("#id_quote").input_value()
    expect(editor.locator("#said")).to_be_in_viewport()
    expect(editor.locator("[data-effect] p")).not_to_be_empty()
    editor.keyboard.press("a")

    done = editor.locator(".review__last")
    expect(done).to_contain_text(f"“{title}”")
    assert editor.url != proposed
    event = done.get_by_role("link", name="See it").get_attribute("href")
    readers = editor.context.browser.new_page()
    readers.goto(f"{site.address}{event}")
    expect(readers.get_by_role("heading", level=1)).to_contain_text(title)
    expect(readers.locator("blockquote").first).to_contain_text(said)

    editor.keyboard.press("u")
    editor.wait_for_url(proposed)
    expect(editor.locator(".messagelist")).to_contain_text("Undone")
    readers.reload()
    expect(readers.locator("main")).to_contain_text(re.compile("withdrawn", re.IGNORECASE))
    readers.close()


def test_letters_are_letters_in_a_field_and_the_effect_follows_the_form(editor, site):
    editor.locator("#result_list tbody th a").first.click()
    editor.wait_for_url("**/review/*/**")
    address = editor.url

    editor.keyboard.press("e")
    title = editor.locator("#id_title")
    expect(title).to_be_focused()
    editor.keyboard.press("End")
    editor.keyboard.type(" nar")
    expect(title).to_have_value(re.compile(" nar$"))
    editor.locator("#id_when").fill("summer 2024")
    expect(editor.locator("[data-effect]")).to_contain_text("cannot be told")
    editor.locator("#id_when").fill("2034")
    expect(editor.locator("[data-effect]")).to_contain_text("still to come")
    assert editor.url == address

    editor.keyboard.press("Escape")
    editor.keyboard.press("?")
    expect(editor.get_by_role("dialog", name="Keys")).to_be_visible()
    editor.keyboard.press("a")  # Behind the dialog nothing is decided.
    editor.keyboard.press("Escape")
    editor.keyboard.press("n")
    editor.wait_for_url(lambda url: url != address)
    editor.keyboard.press("p")
    editor.wait_for_url(address)


def test_axe_finds_nothing_on_the_queue_and_the_review(editor):
    for address in (editor.url, editor.url.replace("proposal/?", "proposal/review/?")):
        for width, theme in ((1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")):
            editor.set_viewport_size({"width": width, "height": 900})
            editor.emulate_media(color_scheme=theme)
            editor.goto(address)
            assert found_by_axe(editor) == [], (address, width, theme)
            assert editor.evaluate("document.documentElement.scrollWidth") <= width, address
