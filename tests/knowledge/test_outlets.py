from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from lib.knowledge import outlets


def test_no_name_or_address_leads_to_two_outlets() -> None:
    names = Counter(written for row in outlets.read() for written in {row.name.casefold(), *map(str.casefold, row.names)})
    domains = Counter(domain for row in outlets.read() for domain in row.domains)
    assert [entry for kind in (names, domains) for entry, times in kind.items() if times > 1] == []


@pytest.mark.parametrize("row", outlets.read(), ids=lambda row: row.name)
def test_every_entry_is_found_by_all_its_names_and_addresses(row: outlets.OutletRow) -> None:
    for written in (row.name, *row.names):
        assert unicodedata.is_normalized("NFC", written)
        assert outlets.find_outlet(written) == row.name
        assert outlets.find_agency(f"Theo {written}") == (row.name if row.agency else None)
    for domain in row.domains:
        assert domain == domain.lower()
        assert outlets.outlet_of_url(f"https://www.{domain}/bai-1.html") == row.name


@pytest.mark.parametrize(
    "url", ["", "https://", "https://vidu.example/vnexpress.net", "https://notvov.vn/", "http://[bad", "/bai-1.html", "vov.vn.vidu.example"]
)
def test_an_unknown_address_has_no_outlet(url: str) -> None:
    assert outlets.outlet_of_url(url) is None


@pytest.mark.parametrize("text", ["", "Theo Bộ Ngoại giao", "Theo ông Petrov", "ap đặt", "Ngoại trưởng Lào"])
def test_no_agency_is_made_up(text: str) -> None:
    assert outlets.find_agency(text) is None


@pytest.mark.parametrize(
    ("url", "name"), [("https://vov.vn/a", "VOV"), ("tuoitre.vn/a.html", "Tuổi Trẻ"), ("https://dttc.sggp.org.vn/x", "Sài Gòn Giải Phóng")]
)
def test_addresses_with_and_without_scheme_and_subdomain(url: str, name: str) -> None:
    assert outlets.outlet_of_url(url) == name
