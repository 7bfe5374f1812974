"""A chart as a picture file: with the title, the source and the legend that on the page stand around it.

Nothing is drawn before it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.knowledge import labels
from lib.ui import viewbar

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    import plotly.graph_objects as go

    from lib.ui.frame import Frame
    from lib.ui.wording import Wording

_FORM = "picture-form"
_FILE = "bang-giao"
_OUTLETS = 3


def offer(frame: Frame, name: str, title: str, make: Callable[[], go.Figure]) -> None:
    """The button that shows the chart as it will be saved, with the way to save it; `name` is the file's."""
    words = frame.words
    if st.button(words.say("picture.take"), key=f"picture-{name}", icon=":material/image:", type="tertiary"):
        st.dialog(words.say("picture.take"), width="large")(_show)(frame, name, title, make)


def _show(frame: Frame, name: str, title: str, make: Callable[[], go.Figure]) -> None:
    from lib.charts.picture import FORMS, as_picture, picture_config  # noqa: PLC0415 - plotly is loaded where a chart is drawn

    words = frame.words
    form = st.segmented_control(words.say("picture.form"), FORMS, default=FORMS[0], format_func=str.upper, key=_FORM, required=True)
    figure = as_picture(make(), title, source(frame), words.lang)
    config = picture_config(words.lang, form, f"{_FILE}-{name}", figure.layout.height)
    figure.update_layout(modebar={"bgcolor": "#ffffff", "color": "#0b5f7d", "activecolor": "#0b5f7d"})
    st.caption(words.say("picture.how"))
    # The page's theme would put light letters on the white paper of a dark page.
    st.plotly_chart(figure, theme=None, key=f"picture-{name}-{form}", config=config, alt=title)


def source(frame: Frame) -> list[str]:
    """Whose articles the chart stands on, from when to when; and by what filters it was cut down."""
    words, articles = frame.words, frame.tables.articles
    days = articles["published"].dropna()
    ends = dict.fromkeys(labels.date_label(day.date(), None, None, words.lang) for day in (days.min(), days.max())) if len(days) else {}
    said = [words.count("own.articles", len(articles)), " – ".join(ends), _outlets(articles, words)]
    chosen = [chip.replace("\\", "") for _, chip, _ in viewbar.chips(frame.view.filters, words, frame.corpus)]
    line = words.say("picture.source", articles=", ".join(part for part in said if part))
    return [line, *([words.say("picture.filters", chosen="; ".join(chosen))] if chosen else [])]


def _outlets(articles: pd.DataFrame, words: Wording) -> str:
    """Who published them, the most frequent first: all where there are few, and every article names one; else some of them."""
    named = articles["outlet"].astype("object").fillna(articles["agency"].astype("object"))
    most = [str(one) for one in named.value_counts().index]
    if not most:
        return ""
    whole = len(most) <= _OUTLETS and bool(named.notna().all())
    return words.say("picture.by" if whole else "picture.among", outlets=", ".join(most[:_OUTLETS]))
