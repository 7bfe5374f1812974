"""Pictures of charts as the browser saves them: they open, and say what the page says around the chart."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from lib.charts.picture import WIDTH
from lib.charts.style import say
from lib.knowledge.labels import LANGS
from lib.tables import measures
from lib.ui.wording import wording

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from lib.knowledge.labels import Lang
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
PLACES = {
    "reactions": "reactions",
    "flows": "reactions?map=flows",
    "casualties": "casualties",
    "meetings": "meetings?show=network",
    "days": "overview",
}


def saved(page: Page, name: str, form: str, folder: Path, said: str) -> bytes:
    """What a click on the camera saves, from the page that offers the picture."""
    box = page.get_by_role("dialog")
    if box.count() == 0:
        page.locator(f".st-key-picture-{name} button").click()
    box.get_by_role("radio", name=form.upper()).click()
    expect(box.locator(f".st-key-picture-{name}-{form} .main-svg").first).to_be_visible()
    with page.expect_download() as found:
        box.locator(f".st-key-picture-{name}-{form} .modebar-btn").first.click()
    assert found.value.suggested_filename == f"bang-giao-{name}.{form}"
    expect(page.locator(".plotly-notifier").filter(has_text=said)).to_have_count(1)
    found.value.save_as(folder / form)
    return (folder / form).read_bytes()


def text_of(picture: bytes) -> str:
    """Every word of an SVG."""
    root = ET.fromstring(picture)  # noqa: S314 - a file that this test has made
    return "\n".join("".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("lang", LANGS)
def test_a_picture_opens_and_bears_title_and_source(visit: Visit, address: str, name: str, lang: Lang, tmp_path: Path) -> None:
    visit.page.emulate_media(color_scheme="dark" if lang == "en" else "light")
    place = PLACES[name]
    page = visit.go(f"{address}/{place}{'&' if '?' in place else '?'}lang={lang}")
    bitmap = saved(page, name, "png", tmp_path, say("saving", lang))
    assert bitmap.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", bitmap[16:20]) == (2 * WIDTH,)
    drawing = saved(page, name, "svg", tmp_path, say("saving", lang))
    said = text_of(drawing)
    assert wording(lang).say("picture.source", articles="@").split("@")[0] in said
    assert b"rgb(255, 255, 255)" in drawing, "the paper is white on dark pages too"
    if name == "reactions":
        assert [step for step in (getattr(one, lang) for one in measures()) if step not in said] == []
        assert drawing.count(b"<path") > 300, "the countries are in it"
