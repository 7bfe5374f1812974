"""The parts of the page on the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib.errors import Refusal
from lib.knowledge import labels, ontology
from lib.knowledge.reasons import retell
from lib.ui import cards, data, quality
from lib.ui.facts import headline
from lib.ui.problems import where as place_of

if TYPE_CHECKING:
    from lib.ui.frame import Frame

_METHOD = ("evidence", "rules", "dates", "figures", "unknown")
_LIMITS = ("language", "sources", "unseen", "wrong", "borders")


def method(frame: Frame) -> None:
    """How an article becomes facts."""
    words = frame.words
    st.subheader(words.say("about.method"), anchor=False)
    st.markdown("\n".join(f"- {words.say(f'about.method_{name}')}" for name in _METHOD))


def articles(frame: Frame) -> None:
    """What was read, with each article's date and how it is known; what was refused, and why."""
    words, lang = frame.words, frame.words.lang
    st.subheader(words.say("about.articles"), anchor=False)
    st.caption(words.say("about.folder", folder=data.shown(data.folder()).replace("`", "'"), setting=data.SETTING))
    read = frame.corpus.articles
    columns = {
        "title": [headline(one) for one in read],
        "outlet": [cards.outlet(one, words) for one in read],
        "published": [labels.date_label(one.published, None, one.published_precision, lang) for one in read],
        "basis": [labels.term_label("published_basis", one.published_basis, lang) if one.published_basis else "" for one in read],
        "why": [retell(one.published_why, lang) for one in read],
    }
    st.dataframe(
        pd.DataFrame({words.say(f"column.{name}"): values for name, values in columns.items()}),
        hide_index=True,
        alt=words.say("about.articles"),
    )
    problems = frame.corpus.problems
    if problems:
        st.markdown(words.count("about.refused", sum(isinstance(one, Refusal) for one in problems)))
        told = {
            "file": [place_of(one, words) for one in problems],
            "reason": [one.words(lang).what for one in problems],
            "mend": [one.words(lang).mend for one in problems],
        }
        st.dataframe(pd.DataFrame({words.say(f"column.{name}"): values for name, values in told.items()}), hide_index=True)


def measured(frame: Frame) -> None:
    """How good the coding is, held against what careful readers take from the same articles."""
    words = frame.words
    head, *body = quality.rows(words) or [[]]
    if not body:
        return
    st.subheader(words.say("about.quality"), anchor=False)
    st.markdown(words.say("about.quality_note"))
    names = [name or words.say("about.quality_what") for name in head]
    st.dataframe(pd.DataFrame(body, columns=names), hide_index=True, height="content", alt=words.say("about.quality"))


def ontology_rows(frame: Frame) -> pd.DataFrame:
    """The event types with their class and modes, in words."""
    words, lang = frame.words, frame.words.lang
    entries = ontology.types().values()
    columns = {
        "type": [getattr(entry, lang) for entry in entries],
        "code": [str(entry.code) for entry in entries],
        "class": [labels.term_label("quad_class", entry.quad, lang) if entry.quad else words.say("why.no_class") for entry in entries],
        "modes": [", ".join(getattr(mode, lang) for mode in entry.modes) for entry in entries],
    }
    return pd.DataFrame({words.say(f"column.{name}"): values for name, values in columns.items()})


def ontology_table(frame: Frame) -> None:
    """What the types of events mean."""
    words = frame.words
    st.subheader(words.say("about.ontology"), anchor=False)
    st.markdown(words.say("about.ontology_note"))
    st.dataframe(ontology_rows(frame), hide_index=True, height="content", alt=words.say("about.ontology"))


def limits(frame: Frame) -> None:
    """Where the data ends."""
    words = frame.words
    st.subheader(words.say("about.limits"), anchor=False)
    st.markdown("\n".join(f"- {words.say(f'about.limits_{name}')}" for name in _LIMITS))
