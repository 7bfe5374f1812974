"""Taking tables along: what a page shows, as CSV, JSON and Parquet.

The menu is a dialog: at the foot of a page a menu that drops down opens below the screen. Nothing is drawn before it is opened,
nothing is made before a click.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import exports, pipeline
from lib.tables import Filters
from lib.tables.export import TABLES, frames
from lib.tables.frames import INTERNAL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lib.tables import Tables
    from lib.ui.frame import Frame

    Make = Callable[[], pd.DataFrame]

_NAMES = {"csv": "CSV", "json": "JSON", "parquet": "Parquet"}
_FILE = "bang-giao"


def menu(frame: Frame, shown: Mapping[str, pd.DataFrame]) -> None:
    """A menu of the page's own tables, each by its name in the wording (`take.table_<name>`), then of everything that the filters leave."""
    say = frame.words.say
    if st.button(say("take.menu"), icon=":material/download:", key="take"):
        st.dialog(say("take.menu"), width="small")(_offer)(frame, shown)


def _offer(frame: Frame, shown: Mapping[str, pd.DataFrame]) -> None:
    words = frame.words
    own: dict[str, Make] = {name: partial(_same, table) for name, table in shown.items()}
    st.caption(words.say("take.all" if frame.view.filters == Filters() else "take.filtered"))
    for name, make in (own | whole(frame.tables)).items():
        if name == TABLES[0]:
            st.caption(words.say("take.whole"))
        _row(name, words.say(f"take.table_{name}"), make)
    st.caption(words.say("take.note"))


def whole(tables: Tables) -> dict[str, Make]:
    """The tables of the contract and the exports, by name; each is made by its call."""
    contract: dict[str, Make] = {name: partial(_contract, tables, name) for name in TABLES}
    return {**contract, "polecat": lambda: exports.polecat(tables, pipeline.coder_version()), "gdelt": lambda: exports.gdelt(tables)}


def file(make: Make, form: str) -> bytes:
    """The file of a table, without what only serves filters; CSV so that spreadsheets read it. Names of rows are a column."""
    frame = make()
    if not pd.api.types.is_integer_dtype(frame.index.dtype):
        frame = frame.reset_index(names="key")
    return exports.encode(frame.drop(columns=[name for name in INTERNAL if name in frame]), form, mark=True)


def _same(table: pd.DataFrame) -> pd.DataFrame:
    return table


def _contract(tables: Tables, name: str) -> pd.DataFrame:
    return frames(tables)[name]


def _row(name: str, label: str, make: Make) -> None:
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key=f"bg-take-{name}"):
        st.markdown(label, width="stretch")
        for form, target in exports.FORMATS.items():
            st.download_button(
                _NAMES[form],
                partial(file, make, form),
                f"{_FILE}-{name}.{target.suffix}",
                target.mime,
                key=f"take-{name}-{form}",
                help=f"{label} · {_NAMES[form]}",
                on_click="ignore",
                type="tertiary",
            )
