"""When an article was published, how that is known, and the hand that sets it right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lib.knowledge import labels
from lib.knowledge.reasons import retell
from lib.records import Basis, CodedArticle
from lib.ui import bringing, cards, data
from lib.ui.address import FIRST_DAY, LAST_DAY
from lib.ui.facts import source

if TYPE_CHECKING:
    from lib.ui.frame import Frame


def draw(frame: Frame, coded: CodedArticle) -> None:
    """The published date with its reason, and a form to set it: the facts' dates move with it."""
    article, words = coded.article, frame.words
    day = labels.date_label(article.published, None, article.published_precision, words.lang)
    basis = labels.term_label("published_basis", article.published_basis, words.lang) if article.published_basis else ""
    agency = article.agency if article.agency != source(article) else None
    said = " · ".join(part for part in (cards.outlet(article, words), agency) if part)
    known = words.say("article.published", date=day, basis=basis) if day else words.say("article.unpublished")
    # Where the date came with the article, the line says so; its key and its spelling are no reader's concern.
    why = "" if article.published_basis == Basis.METADATA else retell(article.published_why, words.lang)
    st.html(f'<p class="bg-note">{escape(said)}</p><p><strong>{escape(known)}</strong> {escape(why)}</p>')
    with st.popover(words.say("article.set_date")), st.form(f"date-{article.article_id}", border=False):
        before = article.published if article.published and FIRST_DAY <= article.published <= LAST_DAY else None
        chosen = st.date_input(words.say("article.new_date"), value=before, min_value=FIRST_DAY, max_value=LAST_DAY, format="DD/MM/YYYY")
        st.caption(words.say("article.set_date_kept" if data.keeps() else "article.set_date_note"))
        if st.form_submit_button(words.say("article.recode"), type="primary") and chosen is not None:
            with st.spinner(words.say("article.recoding")):
                bringing.redate(article, chosen)
            st.rerun()
    if article.published_basis == Basis.USER and article.article_id in data.redated():
        st.button(words.say("article.undo_date"), on_click=bringing.undo_date, args=(article.article_id,), type="tertiary")
