from __future__ import annotations

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from lib.tables import Filters
from lib.ui import links
from lib.ui.address import View

EGYPT = View("en", Filters(countries=("EGY", "IRN"), text='a&b "c"'), (("fact", "e-1"), ("page", "3")))


@pytest.mark.parametrize("at", ["http://localhost/", "http://localhost/events?country=BRA", "http://localhost/event"])
@pytest.mark.parametrize(("page", "path"), [("overview", "/"), ("events", "/events"), ("article", "/article")])
def test_a_link_leads_from_any_page_to_another(at: str, page: str, path: str) -> None:
    assert urlsplit(urljoin(at, links.href(page, View()))) == urlsplit(f"http://localhost{path}")


def test_a_link_leads_beside_the_page_where_the_dashboard_lies_under_a_name() -> None:
    assert urljoin("http://localhost/news/events", links.href("event", View(), id="x")) == "http://localhost/news/event?id=x"
    assert urljoin("http://localhost/news/events", links.href("overview", View())) == "http://localhost/news/"


def test_a_link_keeps_the_filters_and_leaves_what_was_picked() -> None:
    asked = parse_qs(urlsplit(links.href("article", EGYPT, id="a 1", fact=None)).query)
    assert asked == {"lang": ["en"], "country": ["EGY", "IRN"], "q": ['a&b "c"'], "id": ["a 1"]}


def test_nothing_from_an_address_leaves_its_quotation_marks() -> None:
    said = links.anchor("event", links.text("<b>"), EGYPT, css="bg-small", id='"><script>')
    assert said.startswith('<a class="bg-link bg-small" href="event?')
    assert said.endswith('">&lt;b&gt;</a>')
    assert said.count('"') == 4
    assert "<script" not in said


def test_the_link_of_the_page_one_is_on_says_so() -> None:
    assert 'aria-current="page"' in links.here("events", "Sự kiện", View())
    assert "aria-current" not in links.anchor("events", "Sự kiện", View())
