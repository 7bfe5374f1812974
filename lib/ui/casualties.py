"""The parts of the casualties page: which figures, their headline numbers, the chart, and what is at odds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import streamlit as st

from lib import charts, tables
from lib.knowledge import labels
from lib.records import Casualty, Harm, Scope
from lib.tables import fold
from lib.tables.casualties import newest_flags
from lib.ui import cards, casualty_overlays, charting, evidence, labelled, links, picture, problems, state
from lib.ui.folding import searchable

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from lib.knowledge.labels import Lang
    from lib.tables import CasualtiesView
    from lib.ui.facts import Fact
    from lib.ui.frame import Frame
    from lib.ui.wording import Wording

_HARM, _WHOSE, _PLACE, _SCALE, _TABLE = (f"casualties-{name}" for name in ("harm", "whose", "place", "scale", "table"))
_UNKNOWN = "-"
"""The address's word for victims whose country, or a place that, the text does not tell."""

ALL = "all"
"""The address's word for every side, a strip each."""

_DAYS: dict[Lang, str] = {"vi": "D/M/YYYY", "en": "D MMM YYYY"}
"""How the table writes a day: as `labels.date_label` does."""

_WIDTHS = {
    "when": 100,
    "victims_country": 120,
    "figure": 112,
    "place": 108,
    "claimant": 120,
    "published": 96,
    "scope": 166,
    "evidence": 400,
    "victims": 160,
    "outlet": 170,
}
"""The columns of the table in their order, and pixels: a date, a hedge and its number, and most names fit; the sentence has the rest."""

_HEADLINES = 6


class Choice(NamedTuple):
    """What the address asks for: a harm, a side ("" unknown, None all), a place ("" unknown, None all)."""

    harm: str
    side: str | None
    place: str | None


def chosen(frame: Frame) -> Choice:
    """The choice of the address; what it leaves open is the picked fact's, else the harm with most figures and its first number's side."""
    there = tables.sides(frame.tables)
    asked = {key: frame.view.pick(key) for key in ("harm", "victims", "place", "fact")}
    fact = frame.corpus.facts.get(asked["fact"] or "")
    record = fact.record if fact and isinstance(fact.record, Casualty) and not (asked["harm"] or asked["victims"]) else None
    if record and ((there["harm"] == record.harm) & (there["victims_country"] == (record.victims_country or ""))).any():
        return Choice(str(record.harm), record.victims_country or "", _place(asked["place"]))
    if asked["harm"] in set(there["harm"]):
        there = there[there["harm"] == asked["harm"]]
    side = "" if asked["victims"] == _UNKNOWN else asked["victims"]
    if side in set(there["victims_country"]):
        there = there[there["victims_country"] == side]
        return Choice(there["harm"].iloc[0], side, _place(asked["place"]))
    harm = str(there.groupby("harm", sort=False)["figures"].sum().idxmax())
    if side == ALL:
        return Choice(harm, None, None)
    first = _first(frame, harm, there[there["harm"] == harm])
    if side is not None:
        unknown = frame.words.say("casualties.unknown_country")
        told = [problems.plain(labels.country_name(code, frame.words.lang) if code else unknown) for code in (side, first)]
        st.info(frame.words.say("casualties.no_side", side=told[0], first=told[1]))
    return Choice(harm, first, _place(asked["place"]))


def _first(frame: Frame, harm: str, there: pd.DataFrame) -> str:
    """The side whose number stands first at the head of the page; where none does, the one with most figures."""
    heads = tables.headlines(tables.casualties_view(frame.tables, harm))["victims_country"]
    known = [*heads, *there.loc[there["victims_country"] != "", "victims_country"], ""]
    return str(known[0])


def _place(asked: str | None) -> str | None:
    return "" if asked == _UNKNOWN else asked


def menus(frame: Frame, choice: Choice, view: CasualtiesView) -> None:
    """The choice as menus that only offer what there is, with how many figures each gives; `view` is that of the harm."""
    words, lang = frame.words, frame.words.lang
    there = tables.sides(frame.tables)
    counts = there.groupby("harm")["figures"].sum()
    harms = [str(one) for one in Harm if one in counts.index]
    state.show(_HARM, choice.harm)
    st.segmented_control(
        words.say("casualties.harm"),
        harms,
        format_func=lambda code: f"{labels.term_label('harm', code, lang)} ({counts.get(code, 0)})",
        required=True,
        key=_HARM,
        on_change=lambda: state.pick(_HARM, harm=st.session_state[_HARM], victims=None, place=None, fact=None, page=None),
    )
    figures = there[there["harm"] == choice.harm].set_index("victims_country")["figures"]
    left, right = st.columns(2, gap="medium")
    state.show(_WHOSE, ALL if choice.side is None else choice.side or _UNKNOWN)
    left.selectbox(
        words.say("casualties.whose"),
        [ALL, *(code or _UNKNOWN for code in figures.index)],
        format_func=lambda code: _side_label(code, figures, words),
        key=_WHOSE,
        on_change=lambda: state.pick(_WHOSE, harm=choice.harm, victims=st.session_state[_WHOSE], place=None, fact=None, page=None),
        filter_mode="contains",
    )
    places = tables.narrowed(view, choice.side).rows["place"].value_counts()
    state.show(_PLACE, None if choice.place is None else choice.place or _UNKNOWN)
    right.selectbox(
        words.say("casualties.place"),
        sorted((name or _UNKNOWN for name in places.index), key=fold),
        index=None,
        format_func=lambda name: f"{_place_label(name, words)} ({places.get('' if name == _UNKNOWN else name, 0)})",
        key=_PLACE,
        placeholder=words.say("sidebar.all"),
        disabled=choice.side is None,
        on_change=lambda: state.pick(
            _PLACE, harm=choice.harm, victims=choice.side or _UNKNOWN, place=st.session_state[_PLACE], fact=None, page=None
        ),
        filter_mode="contains",
    )


def _side_label(code: str, figures: pd.Series, words: Wording) -> str:
    if code == ALL:
        return words.say("casualties.all_sides")
    name = words.say("casualties.unknown_country") if code == _UNKNOWN else labels.country_name(code, words.lang)
    return searchable(f"{name} ({figures.get('' if code == _UNKNOWN else code, 0)})")


def _place_label(name: str, words: Wording) -> str:
    return words.say("casualties.unknown_place") if name == _UNKNOWN else searchable(labels.known_name(name, words.lang))


def numbers(frame: Frame, view: CasualtiesView, choice: Choice) -> None:
    """One number a side with its claimant and day, the largest totals first, each a click from its sentence; never added up.

    A side's name takes the page to its figures.
    """
    words = frame.words
    sides = []
    for key in tables.headlines(view)["casualty_id"][:_HEADLINES]:
        fact = frame.corpus.facts[key]
        record = fact.record
        if isinstance(record, Casualty) and (side := record.victims_country):
            name, said = labels.country_name(side, words.lang), _stated(record, fact.article.published, words)
            way = links.anchor("casualties", links.text(name), frame.view, css="bg-side", harm=choice.harm, victims=side)
            here = ' class="bg-chosen" aria-current="true"' if side == choice.side else ""
            sides.append(
                f"<li{here}>{way}<b>{links.text(cards.figure(record, words))}</b>"
                f'<span class="bg-note">{links.text(" · ".join(said))}</span>'
                f"{links.anchor('event', words.say('casualties.sentence'), frame.view, id=key)}</li>"
            )
    st.html(f'<ul class="bg-sides">{"".join(sides)}</ul>')


def _stated(record: Casualty, published: Any, words: Wording) -> list[str]:  # noqa: ANN401 - a date or None
    """What kind of figure it is, where, whose word it is, and when."""
    place = [labels.known_name(record.place.name, words.lang)] if record.place else []
    claimant = labels.known_name(record.attributed_to.name, words.lang) if record.attributed_to else words.say("why.no_claimant")
    day = labels.date_label(record.date, record.date_end, record.date_precision, words.lang)
    told = labels.date_label(published, None, None, words.lang)
    when = day or (words.say("fact.published", date=told) if told else words.say("fact.no_date"))
    return [labels.term_label("scope", record.scope, words.lang), *place, claimant, when]


def take_point(point: dict[str, Any] | None) -> None:
    """A click on a figure of the chart."""
    custom = (point or {}).get("customdata")
    state.pick(fact=str(custom[0] if isinstance(custom, list) else custom) if custom else None)


def chart(frame: Frame, view: CasualtiesView, choice: Choice) -> None:
    """The figures by day with what the reader lays over them, and in words what the marks mean and what is not drawn."""
    words = frame.words
    key = f"casualties-{choice.harm}-{choice.side}-{choice.place}"
    asked, one = frame.view.pick("scale"), frame.view.pick("fact")
    log = asked == "log" or (asked != "linear" and charts.wide(view))
    figure = None
    if choice.side is None:
        _scale(frame, log=log)
        figure = charts.casualty_strips(view, words.lang, log=log, picked=one)
        charting.draw(figure, key, words.say("casualties.alt"), words.lang, take_point)
        picture.offer(frame, "casualties", _title(choice, words), partial(charts.casualty_strips, view, words.lang, log=log, picked=one))
    elif len(view.rows) == view.nowhere:
        st.info(words.say("casualties.none_dated"))
    else:
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            _scale(frame, log=log)
            pins = casualty_overlays.choose_pins(frame, choice.side)
            reference = casualty_overlays.choose_reference(frame)
        marks = casualty_overlays.marks(frame, pins)
        figure = charts.casualty_series(view, words.lang, log=log, pins=marks, reference=reference, picked=one)
        charting.draw(figure, key, words.say("casualties.alt"), words.lang, take_point)
        casualty_overlays.tell_pins(frame, pins)
        make = partial(charts.casualty_series, view, words.lang, log=log, pins=marks, reference=reference, picked=one)
        picture.offer(frame, "casualties", _title(choice, words), make)
    _notes(view, figure, words)


def _notes(view: CasualtiesView, figure: go.Figure | None, words: Wording) -> None:
    """What the chart leaves out, first; then what its marks mean."""
    told = [f"{one}." for one in charts.casualty_notes(figure.layout.meta or {}, words.lang)] if figure is not None else []
    if placed := len(view.published):
        told.append(words.count("casualties.by_published", placed))
    if view.nowhere:
        told.append(words.count("casualties.nowhere", view.nowhere))
    paragraphs = (f'<p class="bg-note">{links.text(one)}</p>' for one in [*told, words.say("casualties.note")])
    st.html(f'<div class="bg-notes">{"".join(paragraphs)}</div>')


def _title(choice: Choice, words: Wording) -> str:
    """What a picture of the chart is called."""
    sides = {ALL: words.say("picture.all_sides"), _UNKNOWN: words.say("casualties.unknown_country")}
    code = ALL if choice.side is None else choice.side or _UNKNOWN
    side = sides.get(code) or labels.country_name(code, words.lang)
    place = [labels.known_name(choice.place, words.lang)] if choice.place else []
    return words.say("picture.casualties", harm=labels.term_label("harm", choice.harm, words.lang), side=", ".join([side, *place]))


def _scale(frame: Frame, *, log: bool) -> None:
    state.show(_SCALE, log)
    st.toggle(
        frame.words.say("casualties.log"),
        key=_SCALE,
        on_change=lambda: state.pick(_SCALE, scale="log" if st.session_state[_SCALE] else "linear"),
    )


def contradictions(frame: Frame, view: CasualtiesView) -> None:
    """Figures that cannot both be right: numbered as on the chart, in words, with both sentences side by side."""
    if view.flags.empty:
        return
    words, flags = frame.words, newest_flags(view)
    with st.expander(words.count("casualties.contradictions", len(view.flags)), expanded=True):
        if len(flags) < len(view.flags):
            st.caption(words.say("casualties.newest_of_them", n=len(flags)))
        told: list[str] = []
        rows = zip(*(flags[name] for name in ("kind", "by_published", "first_id", "second_id")), strict=True)
        for number, (kind, by_published, first, second) in enumerate(rows, start=1):
            facts = [frame.corpus.facts[key] for key in (first, second)]
            said = [_told(fact, words) for fact in facts]
            why = words.say(f"casualties.{kind}")
            told.append(f'<p class="bg-odds"><b>{number}.</b> {why} {links.text(said[0])}; {links.text(said[1])}.</p>')
            if by_published:
                told.append(f'<p class="bg-note">{words.say("casualties.old_figure")}</p>')
            told.append(f'<div class="bg-pair">{"".join(evidence.html(frame, fact) for fact in facts)}</div>')
        st.html("".join(told))


def _told(fact: Fact, words: Wording) -> str:
    """A figure in a few words: "10.300 (Gaza, Bộ Y tế Gaza, 7/11/2023)"."""
    record = fact.record
    if not isinstance(record, Casualty):
        return ""
    details = ", ".join(_stated(record, fact.article.published, words)[1:])
    return words.say("casualties.stated", figure=cards.figure(record, words), details=details)


def picked(frame: Frame, view: CasualtiesView) -> None:
    """The figure that the address asks for, with why it was coded so; else the figures with their sentences, newest first."""
    words, rows = frame.words, view.rows
    one = frame.view.pick("fact") or ""
    if one in set(rows["casualty_id"]):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(words.say("casualties.picked"), anchor=False, width="content")
            st.button(words.say("article.close"), key="close-fact", on_click=lambda: state.pick(fact=None), type="tertiary")
        evidence.fact(frame, frame.corpus.facts[one], detail=True, place="picked")
        return
    st.subheader(words.count("casualties.figures", len(rows)), anchor=False)
    with evidence.scroll(key="casualties"):
        evidence.facts(frame, list(_newest(rows)["casualty_id"]), words.say("casualties.none"))


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    """Running totals before single events, each newest first."""
    ranked = rows.assign(running=rows["scope"] == Scope.CUMULATIVE)
    return ranked.sort_values(["running", "day"], ascending=False, na_position="last", kind="stable")


def figures(frame: Frame, view: CasualtiesView, choice: Choice) -> None:
    """The table behind the chart; a row picks its figure. What all rows share is not said again in each."""
    words = frame.words
    st.subheader(words.say("casualties.table"), anchor=False)
    order = view.rows.sort_values("day", ascending=False, na_position="last", kind="stable")
    table = labelled.figures(order, words)
    ids = list(order["casualty_id"])
    names = {key: words.say(f"column.{key}") for key in _WIDTHS}
    st.dataframe(
        table,
        hide_index=True,
        key=_TABLE,
        on_select=lambda: _take_row(ids),
        selection_mode="single-row",
        alt=words.say("casualties.table"),
        column_order=[name for key, name in names.items() if key != "victims_country" or choice.side is None],
        column_config={names[key]: st.column_config.Column(width=width) for key, width in _WIDTHS.items()}
        | {names["published"]: st.column_config.DateColumn(format=_DAYS[words.lang], width=_WIDTHS["published"])},
    )


def _take_row(ids: list[str]) -> None:
    rows = st.session_state[_TABLE]["selection"]["rows"]
    state.pick(fact=ids[rows[0]] if rows else None)
