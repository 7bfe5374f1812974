from __future__ import annotations

from datetime import date

import pytest

from lib.errors import Code, Refusal
from lib.reading import read_upload
from lib.records import Article

PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Lào và Thái Lan hội đàm - Báo Ví Dụ</title>
<meta property="og:site_name" content="Báo Ví Dụ"><link rel="canonical" href="https://vidu.example/bai-1.html">{head}</head><body>
<nav><a href="/">Trang chủ</a><a href="/the-gioi">Thế giới</a></nav>
<article><h1>Lào và Thái Lan hội đàm</h1>{time}
<p class="sapo">Ngoại trưởng Lào ngày 6/5 tới Bangkok, hội đàm với người đồng cấp Thái Lan về hợp tác biên giới.</p>
<figure><img src="a.jpg"><figcaption>Hai ngoại trưởng tại Bangkok. Ảnh: AFP</figcaption></figure>
<p>Tại cuộc gặp, hai bên cam kết mở thêm ba cửa khẩu và phối hợp chống buôn lậu trên sông Mekong.</p>
<p>Phía Thái Lan cảm ơn Lào đã trao trả 12 công dân bị giữ từ tháng trước.</p><p>Theo TTXVN</p></article>
<aside><h3>Tin liên quan</h3><ul><li><a href="/2">Lũ lớn ở miền bắc Thái Lan</a></li></ul></aside>
<footer>Bản quyền thuộc Báo Ví Dụ. Ghi rõ nguồn khi phát hành lại.</footer><script>var so = 1;</script></body></html>"""

GRAPH = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-05-07T06:15:00+07:00"}]}'


def _read(page: str | bytes) -> Article | Refusal:
    (found,) = read_upload("bai.html", page.encode() if isinstance(page, str) else page)
    return found


def test_the_article_of_a_page_with_its_captions_and_without_the_page() -> None:
    found = _read(PAGE.format(head="", time=""))
    assert isinstance(found, Article)
    assert found.text.startswith("Lào và Thái Lan hội đàm\n\nNgoại trưởng Lào ngày 6/5 tới Bangkok")
    assert found.text.count("Lào và Thái Lan hội đàm") == 1
    assert "Hai ngoại trưởng tại Bangkok. Ảnh: AFP" in found.text
    for noise in ("Trang chủ", "Bản quyền", "var so", "Lũ lớn"):
        assert noise not in found.text
    assert (found.title, found.outlet, found.url) == ("Lào và Thái Lan hội đàm", "Báo Ví Dụ", "https://vidu.example/bai-1.html")
    assert found.agency == "TTXVN"
    assert found.published is None


@pytest.mark.parametrize(
    ("head", "time", "day"),
    [
        ('<meta property="article:published_time" content="2024-05-06T23:15:00Z">', "", date(2024, 5, 7)),
        ('<meta name="pubdate" content="07/05/2024 06:15 GMT+7">', "", date(2024, 5, 7)),
        ('<meta itemprop="datePublished" content="2024-05-07">', "", date(2024, 5, 7)),
        ("", '<time datetime="2024-05-07T06:15:00+07:00">sáng nay</time>', date(2024, 5, 7)),
        (f'<script type="application/ld+json">{GRAPH}</script>', "", date(2024, 5, 7)),
        ('<script type="application/ld+json">{ broken</script><meta name="date" content="2024-05-07">', "", date(2024, 5, 7)),
        ('<meta name="pubdate" content="hôm nay">', '<time datetime="2024-05-07">', date(2024, 5, 7)),
        ('<meta property="article:modified_time" content="2024-06-01">', "", None),
        ("", "<time>07/05/2024</time>", None),
    ],
)
def test_the_day_that_a_page_states(head: str, time: str, day: date | None) -> None:
    found = _read(PAGE.format(head=head, time=time))
    assert isinstance(found, Article)
    assert found.published == day
    assert (found.published_why is None) == (day is None)


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><p>Xin chờ</p></body></html>",
        "<html><body><script>document.location='/x'</script></body></html>",
        "<ul>" + "".join(f"<li><a href=/{i}>Ngoại trưởng Lào thăm nước thứ {i} trong năm nay</a></li>" for i in range(30)) + "</ul>",
        "<!-- không có gì -->",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    found = _read(page)
    assert isinstance(found, Refusal)
    assert found.code is Code.NO_ARTICLE_IN_PAGE


def test_a_fragment_is_read() -> None:
    found = _read("<p>Ngoại trưởng Lào hôm qua tới Bangkok.</p><p>Bà sẽ ở đó ba ngày.</p>")
    assert isinstance(found, Article)
    assert found.text == "Ngoại trưởng Lào hôm qua tới Bangkok.\n\nBà sẽ ở đó ba ngày."


def test_a_page_in_another_language_is_refused() -> None:
    found = _read(
        "<article><h1>Talks in Bangkok</h1><p>" + "The two ministers met on Monday to talk about the border. " * 9 + "</p></article>"
    )
    assert isinstance(found, Refusal)
    assert found.code is Code.NOT_VIETNAMESE


def test_an_xml_declaration_and_a_wide_encoding_do_no_harm() -> None:
    page = '<?xml version="1.0" encoding="utf-16"?>' + PAGE.format(head="", time="")
    found = _read(page.encode("utf-16"))
    assert isinstance(found, Article)
    assert "cửa khẩu" in found.text


def test_a_text_file_that_is_a_page_is_read_as_one() -> None:
    (found,) = read_upload("bai.txt", PAGE.format(head="", time="").encode())
    assert isinstance(found, Article)
    assert "<p>" not in found.text
