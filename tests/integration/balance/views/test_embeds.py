"""A figure in a frame on another site: framed by anybody, with no cookies, and by itself."""

import html
import re

import pytest

from tests.factories.balance import DashboardFactory, PanelFactory

pytestmark = pytest.mark.django_db

KINDS = ["headline", "poles", "shares", "tone", "effective_poles", "heat_map", "pivots"]


@pytest.mark.parametrize("kind", [*KINDS, "robustness", "ties", "dependence", "events", "claims"])
def test_every_kind_of_figure_can_stand_in_a_frame(client, world, kind):
    response = client.get(f"/embed/AZE/{kind}/")

    assert response.status_code == 200
    page = response.content.decode()
    assert "X-Frame-Options" not in response
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "script-src" not in response["Content-Security-Policy"]  # As strict as elsewhere.
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert 'class="masthead' not in page
    assert '<link rel="canonical" href="http://testserver/focus/AZE/' in page


def test_no_other_page_may_be_framed(client, world):
    for path in ("/", "/focus/AZE/", "/focus/AZE/shares.svg", "/events/", "/embed/AZE/nothing/"):
        response = client.get(path)
        assert response["X-Frame-Options"] == "DENY", path
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"], path


def test_a_frame_sets_no_cookie_and_asks_for_none(admin_client, client, world):
    for reader in (client, admin_client):
        response = reader.get("/embed/AZE/shares/")

        assert response.cookies == {}
        assert "Cookie" not in response["Vary"]
        assert not response.wsgi_request.session.accessed
    assert "csrfmiddlewaretoken" not in client.get("/embed/AZE/shares/").content.decode()


def test_a_frame_has_picture_table_and_source_without_scripts(client, world):
    page = client.get("/embed/AZE/shares/?from=2024").content.decode()

    assert '<svg class="picture' in page
    assert "The numbers as a table" in page
    assert "Source: events confirmed by editors" in page
    assert "share__panel" not in page
    assert "Monthly, 1 January – 10 July 2024" in page
    assert 'href="http://testserver/focus/AZE/?from=2024-01-01#panel-1"' in page


def test_the_theme_is_the_address_s_or_the_reader_s(client, world):
    assert 'data-theme="dark"' in client.get("/embed/AZE/tone/?theme=dark").content.decode()
    assert "data-theme" not in client.get("/embed/AZE/tone/").content.decode()


def test_nonsense_is_refused_in_words_and_still_framed(client, world):
    for asked in ("from=never", "theme=pink", "as_of=2999-01-01", "as_of=T", "methodology=%00"):
        response = client.get(f"/embed/AZE/shares/?{asked}")

        assert response.status_code == 400, asked
        assert 'role="alert"' in response.content.decode()
        assert "X-Frame-Options" not in response


def test_what_readers_do_not_see_is_not_framed(client, world):
    draft = DashboardFactory(slug="draft", focus=world.focus, status="draft")
    secret = PanelFactory(dashboard=draft, kind="tone")

    for path in (
        f"/embed/d/draft/{secret.pk}/",
        "/embed/d/none/1/",
        "/embed/AZE/mars/",
        "/embed/AZE/text/",
        "/embed/XXX/shares/",
        "/embed/AZE/shares/?pole=mars",
    ):
        assert client.get(path).status_code == 404, path


def test_a_dashboard_s_panel_leads_back_to_its_dashboard(client, world):
    panel = PanelFactory(
        dashboard=DashboardFactory(slug="open", focus=world.focus), kind="tone", title="Our view"
    )

    page = html.unescape(client.get(f"/embed/d/open/{panel.pk}/").content.decode())

    assert "Our view" in page
    assert f'href="http://testserver/d/open/#panel-{panel.pk}"' in page


def test_the_page_gives_the_code_of_the_frame(client, world):
    page = client.get("/focus/AZE/china/?from=2024-02").content.decode()

    codes = [html.unescape(code) for code in re.findall(r"&lt;iframe src=&quot;?.*?&gt;", page)]
    assert codes or "&lt;iframe" in page
    (found,) = re.findall(r'src="http://testserver(/embed/AZE/shares/[^"]*)"', html.unescape(page))
    assert html.unescape(found) == "/embed/AZE/shares/?from=2024-02-01&pole=china"
    assert client.get(html.unescape(found)).status_code == 200
