"""Charts as pictures to take along."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lib.charts import (
    casualty_notes,
    casualty_series,
    casualty_strips,
    drawn,
    meeting_matrix,
    meeting_network,
    reactions_map,
    scale_of,
    timeline,
)
from lib.charts.flows_picture import flows_picture
from lib.charts.picture import FORMS, WIDTH, as_picture, picture_config
from lib.charts.style import ACCENT, MEASURE_COLORS, middles, say
from lib.knowledge.labels import LANGS
from lib.records import Harm
from lib.tables import build, casualties_view, meetings_view, overview_view, reactions_view
from tests.tables.factory import Writer, sample

if TYPE_CHECKING:
    from collections.abc import Callable

    import plotly.graph_objects as go

    from lib.knowledge.labels import Lang

TABLES = build(sample())
REACTIONS = reactions_view(TABLES)
MAKERS: dict[str, Callable[[], go.Figure]] = {
    "map": lambda: reactions_map(REACTIONS.by_country, "vi"),
    "flows": lambda: flows_picture(REACTIONS, "vi"),
    "series": lambda: casualty_series(casualties_view(TABLES, "killed", "PSE"), "vi"),
    "strips": lambda: casualty_strips(casualties_view(TABLES, "killed"), "vi"),
    "matrix": lambda: meeting_matrix(meetings_view(TABLES), "vi"),
    "network": lambda: meeting_network(meetings_view(TABLES), "vi"),
    "timeline": lambda: timeline(overview_view(TABLES), "vi"),
    "nothing": lambda: timeline(overview_view(build([])), "vi"),
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_picture_has_its_title_its_source_and_white_paper(name: str) -> None:
    plain, figure = MAKERS[name](), as_picture(MAKERS[name](), "Ai & ai", ["Nguồn: 5 bài", "Lọc: <Iran>"], "vi")
    layout = figure.layout
    assert layout.title.text == "<b>Ai &amp; ai</b>"
    assert layout.title.subtitle.text == "Nguồn: 5 bài<br>Lọc: &lt;Iran>"
    assert (layout.paper_bgcolor, layout.plot_bgcolor) == ("#ffffff", "#ffffff")
    assert layout.height - plain.layout.height == (layout.margin.t + layout.margin.b) - (plain.layout.margin.t + plain.layout.margin.b)
    assert [trace.to_plotly_json() for trace in figure.data] == [trace.to_plotly_json() for trace in plain.data]


def test_the_picture_of_the_map_says_what_the_page_says_beside_it() -> None:
    figure = as_picture(reactions_map(REACTIONS.by_country, "vi"), "Phản ứng", [], "vi")
    scale = scale_of(REACTIONS.by_country, "measure", "vi")
    assert [trace.name for trace in figure.data if trace.type == "scattergeo"] == list(scale.names)
    assert figure.layout.showlegend is not False
    assert any("biên giới" in one.text for one in figure.layout.annotations)


def earlier(lang: Lang) -> go.Figure:
    """A series whose oldest figure lies left of the first screen, and an older one still that is cut."""
    writer = Writer("a", "Tin", published=date(2024, 6, 1))
    for number, day in enumerate([date(2010, 1, 1), date(2024, 5, 20), date(2024, 5, 30)], start=1):
        writer.casualty(Harm.KILLED, f"{number}00 người chết.", 100 * number, day=day)
    return casualty_series(casualties_view(build([writer.done()]), "killed", "PSE"), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_a_picture_says_what_is_not_drawn_and_does_not_ask_to_be_dragged(lang: Lang) -> None:
    hint, still = say("figures_before", lang, n="1"), say("figures_left_out", lang, n="1")
    assert casualty_notes(earlier(lang).layout.meta, lang) == [hint]
    said = [one.text for one in as_picture(earlier(lang), "Thiệt mạng", [], lang).layout.annotations]
    assert hint not in " ".join(said)
    assert still in said


@pytest.mark.parametrize("form", FORMS)
def test_one_button_saves_it(form: Any) -> None:  # noqa: ANN401 - a literal
    config = picture_config("en", form, "bang-giao-days", 500)
    saved = config["toImageButtonOptions"]
    assert config["modeBarButtons"] == [["toImage"]]
    assert isinstance(saved, dict)
    assert (saved["format"], saved["filename"], saved["width"], saved["height"]) == (form, "bang-giao-days", WIDTH, 500)
    assert config["topojsonURL"] == "app/static/topojson/"
    assert "Save the picture" in str(config["locales"])
    assert isinstance(config["locales"], dict)
    assert config["locales"]["en"]["dictionary"]["Image download succeeded"] == say("saved", "en")


def arcs(**keys: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - what flows_picture takes
    return [trace for trace in flows_picture(REACTIONS, "vi", **keys).to_plotly_json()["data"] if trace["type"] == "scattergeo"]


def test_an_arc_leads_from_who_to_whom_and_stays_on_the_map() -> None:
    rows = drawn(REACTIONS)
    ends = {((one["lon"][0], one["lat"][0]), (one["lon"][-1], one["lat"][-1])) for one in arcs()}
    assert ends == {
        tuple((round(middles()[code][0], 3), round(middles()[code][1], 3)) for code in pair)
        for pair in zip(rows["country"], rows["recipient"], strict=True)
    }
    assert all(-170 < lon < 192 for one in arcs() for lon in one["lon"])
    assert all(-57 < lat < 84 for one in arcs() for lat in one["lat"])
    assert all(one["marker"]["size"][-1] > 0 and not any(one["marker"]["size"][:-1]) for one in arcs())


def test_arcs_have_the_colours_of_the_measures_each_named_once() -> None:
    named = [one for one in arcs() if one["showlegend"]]
    assert len({one["name"] for one in named}) == len(named)
    assert {one["line"]["color"] for one in arcs()} == {MEASURE_COLORS[level] for level in drawn(REACTIONS)["measure"]}


def test_the_chosen_arc_is_named_as_that() -> None:
    (one,) = [one for one in arcs(selected=("TUR", "ISR")) if one["line"]["color"] == ACCENT]
    assert (one["name"], one["showlegend"]) == ("Đang chọn", True)
