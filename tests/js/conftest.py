from tests.browser.fixtures import browser, complaints, open_page, page

__all__ = ["browser", "complaints", "open_page", "page"]
