from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from lib.ui.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
VI, EN = wording("vi"), wording("en")
TEXT = (
    "Ngày 3/6/2024, Ngoại trưởng Na Uy Espen Barth Eide đã gặp người đồng cấp Brazil Mauro Vieira tại Oslo để bàn về tình hình nhân đạo.\n"
)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def in_view(page: Page) -> str:
    return page.get_by_text(re.compile(r"^Đang xem")).inner_text()


def asking(parameters: dict[str, list[str]]) -> Callable[[str], bool]:
    """Whether an address asks for just these."""
    return lambda url: parse_qs(urlsplit(url).query) == parameters


def choose(page: Page, label: str, typed: str) -> None:
    """Choose from a menu of the sidebar by typing without accents."""
    box = page.get_by_role("combobox", name=re.compile(f"^{label}"))
    box.click()
    box.press_sequentially(typed)
    page.get_by_role("option", name=re.compile(typed, re.IGNORECASE)).first.click()
    page.keyboard.press("Escape")


def choose_two(visit: Visit) -> None:
    """A country, then a type, as soon as the address tells the first."""
    for field, typed, told in (("countries", "ai cap", "country=EGY"), ("event_types", "keu goi", "type=REQUEST")):
        choose(visit.page, VI.say(f"sidebar.{field}"), typed)
        visit.page.wait_for_url(re.compile(told))


def test_a_filter_goes_into_the_address_and_a_reload_gives_the_same_view(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events")
    whole = in_view(page)
    choose(page, VI.say("sidebar.countries"), "ai cap")
    page.wait_for_url(re.compile("country=EGY"))
    expect(page.get_by_text(whole)).to_have_count(0)
    visit.settled()
    filtered = in_view(page)
    page.reload()
    visit.settled()
    assert in_view(page) == filtered
    assert query(page) == {"country": ["EGY"]}


def test_back_and_forward_go_step_by_step(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events")
    whole = in_view(page)
    choose_two(visit)
    page.go_back()
    page.wait_for_url(lambda url: "type=" not in url)
    visit.settled()
    assert query(page) == {"country": ["EGY"]}
    page.go_back()
    page.wait_for_url(lambda url: "country=" not in url)
    expect(page.get_by_text(whole)).to_be_visible()
    page.go_forward()
    page.wait_for_url(re.compile("country=EGY"))
    expect(page.get_by_text(whole)).to_have_count(0)


def test_back_and_forward_over_five_filters(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events")
    steps: list[dict[str, list[str]]] = [query(page)]
    page.get_by_role("textbox", name=VI.say("sidebar.text")).or_(page.get_by_role("searchbox")).first.fill("ngung ban")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=ngung"))
    steps.append(query(page))
    choices = [
        ("countries", "ai cap", "country=EGY"),
        ("event_types", "keu goi", "type=REQUEST"),
        ("countries", "tho nhi ky", "country=TUR"),
    ]
    for field, typed, told in choices:
        visit.settled()
        choose(page, VI.say(f"sidebar.{field}"), typed)
        page.wait_for_url(re.compile(told))
        steps.append(query(page))
    visit.settled()
    page.get_by_role("button", name=re.compile("Ai Cập")).first.click()
    page.wait_for_url(lambda url: "EGY" not in url)
    steps.append(query(page))
    assert len(steps) == len({str(step) for step in steps}) == 6
    for _ in range(2):  # faster than the page is drawn, and once more over what the first haste has left in the widgets
        for step in steps[-2::-1]:
            page.go_back()
            page.wait_for_url(asking(step))
        visit.settled()
        assert query(page) == steps[0]
        for step in steps[1:]:
            page.go_forward()
            page.wait_for_url(asking(step))
        visit.settled()
        assert query(page) == steps[-1]
    expect(page.get_by_role("button", name=re.compile("Thổ Nhĩ Kỳ")).first).to_be_visible()


def test_two_choices_in_a_hurry_are_both_taken(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events")
    box = page.get_by_role("combobox", name=re.compile(f"^{VI.say('sidebar.countries')}"))
    box.click()
    for typed in ("iran", "ai cap"):
        box.press_sequentially(typed)
        page.get_by_role("option", name=re.compile(typed, re.IGNORECASE)).first.click()
    page.wait_for_url(lambda url: set(parse_qs(urlsplit(url).query).get("country", [])) == {"IRN", "EGY"})
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=re.compile("Ai Cập")).first).to_be_visible()


def test_two_steps_of_back_in_a_hurry_are_both_gone(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events")
    whole = in_view(page)
    choose_two(visit)
    page.go_back()
    page.go_back()
    expect(page.get_by_text(whole)).to_be_visible()
    visit.settled()
    assert query(page) == {}
    assert in_view(page) == whole


def test_the_link_of_a_view_goes_to_the_clipboard(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events?country=EGY")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=VI.say("view.copy_link")).click()
    expect(page.get_by_text(VI.say("view.copy_done"))).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/events?country=EGY"


def test_filters_survive_the_page_and_the_language(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events?country=EGY")
    page.get_by_role("link", name=VI.say("page.meetings"), exact=True).click()
    expect(page.locator("h1")).to_have_text(VI.say("page.meetings"))
    assert query(page) == {"country": ["EGY"]}
    page.get_by_role("radio", name="English").or_(page.get_by_role("button", name="English")).first.click()
    expect(page.locator("h1")).to_have_text(EN.say("page.meetings"))
    assert query(page) == {"country": ["EGY"], "lang": ["en"]}


def test_the_bar_marks_its_page_and_shows_it_on_a_telephone(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.go(f"{address}/about")
    marked = page.locator('.bg-nav a[aria-current="page"]')
    expect(marked).to_have_text(VI.say("page.about"))
    expect(marked).to_be_in_viewport(ratio=0.8)
    page.get_by_role("link", name=VI.say("page.casualties"), exact=True).click()
    expect(marked).to_have_text(VI.say("page.casualties"))
    expect(marked).to_be_in_viewport(ratio=0.8)


def test_a_click_on_the_map_gives_the_sentences_of_that_country(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    shapes = page.locator(".stPlotlyChart .choroplethlayer path")
    expect(shapes.first).to_be_visible()
    iran = page.locator(".stPlotlyChart").evaluate(
        """chart => {
            for (const path of chart.querySelectorAll('.choroplethlayer path'))
                if (path.__data__ && path.__data__.loc === 'IRN') {
                    const box = path.getBoundingClientRect();
                    return [box.x + box.width / 2, box.y + box.height / 2];
                }
            return null;
        }"""
    )
    assert iran is not None
    page.mouse.click(*iran)
    page.wait_for_url(re.compile("pick=IRN"))
    expect(page.get_by_role("heading", name=re.compile("^Iran: "))).to_be_visible()
    expect(page.locator(".bg-quote").first).to_be_visible()


def test_the_map_needs_no_other_machine_and_has_no_band_across_it(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    expect(page.locator(".stPlotlyChart .choroplethlayer path").first).to_be_visible()
    boxes, plot = page.locator(".stPlotlyChart").evaluate(
        """chart => [
            [...chart.querySelectorAll('.choroplethlayer path')]
                .map(path => path.getBoundingClientRect()).map(box => [box.width, box.height]),
            chart.getBoundingClientRect().width]"""
    )
    assert len(boxes) > 150
    assert [one for one in boxes if one[0] > plot * 0.9 and one[1] < 60] == []


def test_a_click_on_a_mark_tells_why_and_keeps_the_session(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/article")
    label = page.locator("a.bg-label").nth(1)
    fact = label.get_attribute("data-fact")
    label.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"fact={fact}"))
    expect(page.get_by_role("heading", name=re.compile(VI.say("article.why", number="2").replace("?", r"\?")))).to_be_visible()
    page.reload()
    visit.settled()
    expect(page.locator('a.bg-label[aria-current="true"]')).to_have_attribute("data-fact", str(fact))


def test_an_article_of_ones_own_and_a_file_that_is_none(visit: Visit, address: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "oslo.txt", tmp_path / "trong.txt"
    good.write_text(TEXT * 2, encoding="utf-8")
    bad.write_bytes(b"")
    page = visit.go(f"{address}/own")
    page.locator('input[type="file"]').set_input_files([str(good), str(bad)])
    page.get_by_role("button", name=VI.say("own.code_files")).click()
    expect(page.get_by_role("button", name=VI.say("own.remove"), exact=True)).to_be_visible(timeout=20_000)
    expect(page.get_by_text("trong.txt").first).to_be_visible()
    page.get_by_role("link", name=VI.say("page.meetings"), exact=True).click()
    expect(page.locator("h1")).to_have_text(VI.say("page.meetings"))
    expect(page.locator(".bg-who", has_text="Espen Barth Eide").first).to_be_visible()


def test_the_hint_of_a_first_visit_is_dismissed_for_good(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/")
    box = page.get_by_role("complementary", name=VI.say("hint.name"))
    expect(box).to_be_visible(timeout=15_000)
    box.get_by_role("button", name=VI.say("hint.close")).click()
    expect(box).to_have_count(0)
    page.reload()
    visit.settled()
    expect(page.get_by_role("button", name=VI.say("view.copy_link"))).to_be_visible(timeout=15_000)
    expect(box).to_have_count(0)


def test_an_embedded_page_is_the_page_alone(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions?embed=true&country=EGY")
    link = page.get_by_role("link", name=VI.say("embed.open"))
    expect(link).to_have_attribute("href", "?country=EGY")
    expect(page.get_by_role("link", name=VI.say("page.meetings"), exact=True)).to_have_count(0)
    expect(page.locator('[data-testid="stSidebar"]')).to_have_count(0)


def test_dates_that_are_set_show_their_year(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/events?from=2025-10-01&to=2025-10-31")
    fields = page.locator('[data-testid="stSidebar"] [data-testid="stDateInputFieldsScroller"]')
    expect(fields).to_have_count(2)
    for field in fields.all():
        expect(field).to_contain_text("2025")
        assert field.evaluate("field => field.scrollWidth - field.clientWidth") == 0


@pytest.mark.parametrize("page_key", ["reactions", "reactions?map=flows", "overview"])
def test_nothing_is_missing_but_what_streamlit_looks_for_in_the_wrong_place(visit: Visit, address: str, page_key: str) -> None:
    """Of an address with one name in it Streamlit's script first asks whether the app lies under that name.

    It asks for two files there before it tries the root, on every page of every app that is opened by a link, and the 404 is the
    answer that it needs: a server that gave them would be taken to lie under that name, and nothing of the page would come.
    """
    name = page_key.partition("?")[0]
    missing: list[str] = []
    visit.page.on("response", lambda answer: missing.append(urlsplit(answer.url).path) if answer.status >= 400 else None)
    visit.go(f"{address}/{page_key}")
    visit.page.wait_for_timeout(1_000)
    assert set(missing) - {f"/{name}/_stcore/health", f"/{name}/_stcore/host-config"} == set()


def test_a_link_is_followed_within_the_session(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/?status=actual")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name=VI.say("overview.open")).first.click()
    expect(page.locator("h1")).to_have_text(VI.say("page.event"))
    assert query(page)["status"] == ["actual"]
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop") == 0
    page.go_back()
    expect(page.locator("h1")).to_have_text(VI.say("page.overview"))
    assert query(page) == {"status": ["actual"]}
    assert page.evaluate("window.stayed") is True


def test_a_link_of_an_embedded_page_leads_to_another_embedded_page(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/casualties?embed=true")
    page.get_by_role("link", name=VI.say("casualties.sentence")).first.click()
    expect(page.locator("h1")).to_have_text(VI.say("page.event"))
    assert query(page)["embed"] == ["true"]
    expect(page.locator('[data-testid="stSidebar"]')).to_have_count(0)
