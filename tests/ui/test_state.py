"""What a callback may believe of an address and of widgets that are older than what the server last told the browser."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from lib.tables import Filters
from lib.ui import address, state
from lib.ui.address import View

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN, EGYPT = View(), View(filters=Filters(countries=("EGY",)))
KEY = "filter-countries"


class Address(dict[str, list[str]]):
    """As much of Streamlit's query parameters as the state of a view asks of them."""

    def get_all(self, key: str) -> list[str]:
        return self[key]

    def from_dict(self, query: Mapping[str, str | list[str]]) -> None:
        self.clear()
        self.update({key: [value] if isinstance(value, str) else value for key, value in query.items()})


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What comes with a request: an address, and what the widgets say."""
    told = SimpleNamespace(query_params=Address(), session_state={})
    monkeypatch.setattr(state, "st", told)
    return told


def drawn(browser: SimpleNamespace, view: View) -> None:
    """A run that draws `view`."""
    browser.query_params.from_dict(address.write(view))
    state.begin(view)
    state.show(KEY, list(view.filters.countries))


def asked(browser: SimpleNamespace, view: View, *said: str) -> View | None:
    """A request with an address and a widget's value."""
    browser.query_params.from_dict(address.write(view))
    browser.session_state[KEY] = list(said)
    return state.heard(KEY)


def test_a_change_builds_on_the_address(browser: SimpleNamespace) -> None:
    drawn(browser, EGYPT)
    assert asked(browser, EGYPT, "EGY", "IRN") == EGYPT


def test_a_widget_that_lags_behind_a_step_of_back_changes_nothing(browser: SimpleNamespace) -> None:
    drawn(browser, EGYPT)
    drawn(browser, PLAIN)  # Back: the widget is told to be empty, and has not heard so when the next step comes
    assert asked(browser, View(lang="en"), "EGY") is None
    assert asked(browser, View(lang="en"), "EGY", "IRN") == PLAIN


def test_a_step_of_back_or_forward_is_no_change_of_a_widget_however_far_it_lags(
    browser: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn(browser, PLAIN)
    drawn(browser, EGYPT)
    drawn(browser, View(lang="en"))
    browser.session_state[KEY] = []  # the widget has heard of nothing yet when the next step comes
    drawn(browser, View(filters=Filters(countries=("IRN",))))
    monkeypatch.setattr(state, "stepping", lambda: True)
    assert asked(browser, PLAIN, "EGY") is None  # it has heard of a view two steps ago
    monkeypatch.setattr(state, "stepping", lambda: False)
    assert asked(browser, PLAIN, "EGY") is not None


def test_a_widget_that_lagged_in_a_step_is_told_again_later(browser: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(browser, EGYPT)
    monkeypatch.setattr(state, "stepping", lambda: True)
    asked(browser, PLAIN)
    monkeypatch.setattr(state, "stepping", lambda: False)
    assert shown_anew(browser, ["EGY"])
    assert shown_anew(browser, ["EGY"])


def test_a_second_choice_builds_on_the_first_that_the_address_lacks_yet(browser: SimpleNamespace) -> None:
    drawn(browser, PLAIN)
    state.go(EGYPT)
    assert asked(browser, PLAIN, "EGY", "IRN") == EGYPT


def test_a_click_builds_on_the_view_last_drawn_or_set(browser: SimpleNamespace) -> None:
    drawn(browser, PLAIN)
    state.go(EGYPT)
    browser.query_params.from_dict({})
    state.pick(fact="e-1")
    assert browser.query_params == {"country": ["EGY"], "fact": ["e-1"]}


def test_before_anything_was_drawn_the_address_holds(browser: SimpleNamespace) -> None:
    browser.query_params.from_dict({"country": ["EGY"]})
    assert state.meant() == EGYPT


def test_a_widget_that_shows_what_it_should_is_left_alone(browser: SimpleNamespace) -> None:
    value = ["EGY"]
    browser.session_state[KEY] = value
    state.show(KEY, ["EGY"])
    assert browser.session_state[KEY] is value
    state.show(KEY, [])
    assert browser.session_state[KEY] == []


def shown_anew(browser: SimpleNamespace, value: list[str]) -> bool:
    """Whether a run that shows `value` tells the widget so."""
    before = browser.session_state.get(KEY)
    state.show(KEY, value)
    return browser.session_state[KEY] is not before


def test_a_widget_is_told_by_every_run_until_a_hand_has_changed_it(browser: SimpleNamespace) -> None:
    assert shown_anew(browser, ["EGY"])
    assert shown_anew(browser, ["EGY"])  # the browser may have drawn nothing of the run before
    asked(browser, EGYPT, "EGY", "IRN")
    assert shown_anew(browser, ["EGY", "IRN"])  # the change may have crossed with the run before it
    asked(browser, EGYPT, "EGY", "IRN", "QAT")
    assert not shown_anew(browser, ["EGY", "IRN", "QAT"])


def test_a_widget_that_nobody_filled_is_told_nothing(browser: SimpleNamespace) -> None:
    assert shown_anew(browser, [])
    assert not shown_anew(browser, [])
    asked(browser, PLAIN, "EGY")
    assert not shown_anew(browser, ["EGY"])
    assert shown_anew(browser, [])  # a step of Back
    assert shown_anew(browser, [])
