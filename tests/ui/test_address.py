from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.tables import Filters
from lib.ui import address
from lib.ui.address import View, Vocabulary

if TYPE_CHECKING:
    from lib.ui.address import Query

DAYS = st.none() | st.dates(address.FIRST_DAY, address.LAST_DAY)
WORD = st.text(st.characters(whitelist_categories=("L", "N"), max_codepoint=0x1EFF), min_size=1, max_size=20)


def listed(query: Query) -> dict[str, list[str]]:
    return {key: [value] if isinstance(value, str) else value for key, value in query.items()}


@st.composite
def views(draw: st.DrawFn) -> View:
    days = sorted(day for day in (draw(DAYS), draw(DAYS)) if day)
    first, last = ([*days, None, None])[:2] if len(days) != 1 else (days[0], None)
    filters = Filters(
        date_from=first,
        date_to=last,
        countries=tuple(draw(st.lists(st.sampled_from(["PSE", "ISR", "VNM"]), unique=True))),
        actors=tuple(draw(st.lists(st.sampled_from(["person:vuong-nghi", "igo:un"]), unique=True))),
        event_types=tuple(draw(st.lists(st.sampled_from(["REQUEST", "CONSULT"]), unique=True))),
        outlets=tuple(draw(st.lists(WORD, unique=True, max_size=3))),
        statuses=tuple(draw(st.lists(st.sampled_from(["actual", "planned"]), unique=True))),
        text=draw(st.just("") | WORD),
        undated=draw(st.booleans()),
    )
    picks = draw(st.dictionaries(st.sampled_from(address.PICKS), WORD))
    return View(draw(st.sampled_from(["vi", "en"])), filters).with_picks(**picks)


@given(views())
def test_a_view_comes_back_from_its_address(view: View) -> None:
    found = address.read(listed(address.write(view)))
    assert found.view == view
    assert found.unknown == ()


@given(
    st.dictionaries(
        st.sampled_from(["lang", "from", "to", "country", "type", "q", "conf", "pick", "x"]), st.lists(st.text(max_size=300), max_size=4)
    )
)
def test_no_address_breaks_it(params: dict[str, list[str]]) -> None:
    found = address.read(params, Vocabulary())
    assert address.read(listed(address.write(found.view))).view == found.view


def test_the_plain_address_is_the_whole_view() -> None:
    assert address.write(View()) == {}
    assert address.read({}).view == View()


@pytest.mark.parametrize(
    ("params", "unknown"),
    [
        ({"country": ["XXQ"]}, "country=XXQ"),
        ({"type": ["FOO"]}, "type=FOO"),
        ({"status": ["perhaps"]}, "status=perhaps"),
        ({"actor": ["person:nobody"]}, "actor=person:nobody"),
        ({"outlet": ["Báo Lạ"]}, "outlet=Báo Lạ"),
        ({"from": ["2024-02-31"]}, "from=2024-02-31"),
        ({"to": ["0001-01-01"]}, "to=0001-01-01"),
        ({"lang": ["fr"]}, "lang=fr"),
    ],
)
def test_what_means_nothing_is_left_out_and_named(params: dict[str, list[str]], unknown: str) -> None:
    found = address.read(params, Vocabulary(frozenset({"igo:un"}), frozenset({"Báo Thử"})))
    assert found.unknown == (unknown,)
    assert found.view == View()


def test_known_codes_stay_beside_unknown_ones() -> None:
    found = address.read({"country": ["XXQ", "TUR"], "actor": ["igo:un"]}, Vocabulary(frozenset({"igo:un"})))
    assert found.view.filters.countries == ("TUR",)
    assert found.view.filters.actors == ("igo:un",)


def test_a_period_written_backwards_is_turned() -> None:
    filters = address.read({"from": ["2024-05-02"], "to": ["2024-05-01"]}).view.filters
    assert (filters.date_from, filters.date_to) == (date(2024, 5, 1), date(2024, 5, 2))


def test_picks_go_and_filters_stay() -> None:
    view = View(filters=Filters(countries=("TUR",))).with_picks(pick="TUR", fact="1")
    assert view.with_picks(fact=None).picks == (("pick", "TUR"),)
    assert view.without_picks() == View(filters=Filters(countries=("TUR",)))
    assert view.without_filters().picks == view.picks
