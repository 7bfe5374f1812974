"""The casualties page without a browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from lib.knowledge.labels import date_label
from lib.records import Harm, Scope
from lib.ui.wording import wording
from tests.tables.factory import Writer, sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    from lib.knowledge.labels import Lang

VI = wording("vi")
SAMPLE = {record.article.article_id: record for record in sample()}
FACTS = [figure for record in SAMPLE.values() for figure in record.casualties]


def told(app: AppTest) -> str:
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    return "\n".join([str(one.value) for kind in kinds for one in kind] + [str(one.proto.body) for one in app.get("html")])


def chart(app: AppTest) -> str:
    (found,) = app.get("plotly_chart")
    return str(found.proto.spec)


def healthy(app: AppTest) -> None:
    assert [one.value for one in app.exception] == []
    assert VI.say("failure.unexpected") not in [one.value for one in app.error]


def test_the_side_and_harm_with_most_figures_come_first(open_sample: Callable[..., AppTest]) -> None:
    app = open_sample("casualties")
    healthy(app)
    assert app.selectbox(key="casualties-whose").value == "PSE"
    assert re.findall(r'<a class="bg-link bg-side" href="casualties[^"]*">(.*?)</a>', told(app)) == ["Palestine"]
    assert len(app.get("plotly_chart")) == 1


def test_the_page_opens_on_the_side_of_its_first_number_and_marks_it(open_coded: Callable[..., AppTest]) -> None:
    writer = Writer("a", "Tin")
    for number in range(5):
        writer.casualty(Harm.KILLED, f"Vụ thứ {number}.", number + 2, scope=Scope.INCIDENT, country="USA")
    writer.casualty(Harm.KILLED, "Tổng cộng 900 người chết.", 900)
    app = open_coded([writer.done()], "casualties")
    sides = re.findall(r'<li( class="bg-chosen" aria-current="true")?><a class="bg-link bg-side" href="(.*?)">(.*?)</a>', told(app))
    assert [(bool(chosen), name) for chosen, _, name in sides] == [(True, "Palestine"), (False, "Mỹ")]
    assert {"harm=killed", "victims=USA"} <= set(re.split("[?&;]+", sides[1][1].replace("&amp;", "&")))
    assert app.selectbox(key="casualties-whose").value == "PSE"


@pytest.mark.parametrize(
    ("query", "side"),
    [({"harm": "captive"}, "ISR"), ({"victims": "ISR"}, "ISR"), ({"victims": "all"}, "all"), ({"victims": "VNM"}, "PSE")],
)
def test_harm_and_side_are_in_the_address(open_sample: Callable[..., AppTest], query: dict[str, str], side: str) -> None:
    app = open_sample("casualties", **query)
    healthy(app)
    assert app.selectbox(key="casualties-whose").value == side
    assert bool(app.info) == (side == "PSE")


def test_a_link_to_a_figure_opens_its_side(open_sample: Callable[..., AppTest]) -> None:
    captive = next(figure for figure in FACTS if figure.harm == "captive")
    app = open_sample("casualties", fact=captive.casualty_id)
    assert app.selectbox(key="casualties-whose").value == "ISR"
    assert VI.say("casualties.picked") in told(app)


@pytest.mark.parametrize("victims", ["ISR", "all"])
def test_a_link_to_a_figure_marks_it_on_the_chart(open_sample: Callable[..., AppTest], victims: str) -> None:
    captive = next(figure for figure in FACTS if figure.harm == "captive")
    selected = [
        [
            trace["customdata"][0][0]
            for trace in json.loads(chart(open_sample("casualties", harm="captive", victims=victims, **query)))["data"]
            if trace["name"] == "Đang chọn"
        ]
        for query in ({"fact": captive.casualty_id}, {})
    ]
    assert selected == [[captive.casualty_id], []]


def test_what_is_at_odds_is_told_with_both_sentences(open_sample: Callable[..., AppTest]) -> None:
    app = open_sample("casualties")
    said = told(app)
    assert VI.say("casualties.disagree") in said
    assert VI.say("casualties.falls") in said
    assert said.count("Phía Israel nói 8.000 người chết.") >= 2
    assert "hơn 10.300" in said


def test_a_figure_without_a_date_is_drawn_on_the_day_of_publication_and_told(open_sample: Callable[..., AppTest]) -> None:
    app = open_sample("casualties", harm="injured")
    vague = next(figure for figure in FACTS if figure.date is None)
    assert vague.casualty_id in chart(app)
    assert VI.count("casualties.by_published", 1) in told(app)
    published = SAMPLE["d4"].article.published
    assert (
        VI.say("fact.published", date=date_label(published, None, None, "vi")) in told(app).partition("bg-sides")[2].partition("</ul>")[0]
    )


@pytest.mark.parametrize(("scale", "kind"), [("log", "log"), ("linear", "linear")])
def test_the_scale_is_in_the_address(open_sample: Callable[..., AppTest], scale: str, kind: str) -> None:
    app = open_sample("casualties", scale=scale)
    assert f'"type":"{kind}"' in chart(app).replace(" ", "")
    app.toggle(key="casualties-scale").set_value(kind == "linear").run()
    assert app.query_params["scale"] == {"log": "linear", "linear": "log"}[scale]


def test_events_are_pinned_by_the_address(open_sample: Callable[..., AppTest]) -> None:
    released = next(event for record in SAMPLE.values() for event in record.events if event.event_type == "RETREAT")
    app = open_sample("casualties", pin=f"{released.event_id},nothing")
    healthy(app)
    assert '"x0":"2023-10-20"' in chart(app).replace(" ", "")
    app.session_state["casualties-pins-box"] = True
    app.run()
    assert app.multiselect(key="casualties-pins").value == [released.event_id]
    app.multiselect(key="casualties-pins").set_value([]).run()
    assert "pin" not in app.query_params


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [("x.csv", b"date,value\n2023-11-32,1\n", "bad_date"), ("x.csv", b"a,b\n", "no_columns"), ("x.csv", b"date,value\n", "no_rows")],
)
def test_a_file_that_is_no_series_is_refused_in_words(open_sample: Callable[..., AppTest], name: str, data: bytes, key: str) -> None:
    app = open_sample("casualties")
    app = lay(app, name, data)
    healthy(app)
    said = VI.say(f"reference.{key}", line=2, found="2023-11-32" if key == "bad_date" else "a,b")
    assert said in [one.value for one in app.error]


def test_a_reference_series_lies_over_the_chart(open_sample: Callable[..., AppTest]) -> None:
    app = lay(open_sample("casualties"), "bo-y-te.csv", b"date,value\n2023-11-06,9000\n2023-11-07,9500\n")
    healthy(app)
    names = [trace["name"] for trace in json.loads(chart(app))["data"]]
    assert VI.say("casualties.reference_name", name="bo-y-te") in names
    app.button(key="remove-reference").click().run()
    assert "bo-y-te" not in chart(app)


def test_the_fact_s_own_page_tells_whose_the_victims_are_and_where(open_sample: Callable[..., AppTest]) -> None:
    captive = next(figure for figure in FACTS if figure.harm == "captive")
    said = told(open_sample("event", id=captive.casualty_id))
    told_terms = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", said))
    terms = {name: told_terms[VI.say(f"column.{name}")] for name in ("victims", "victims_country", "place")}
    assert terms == {"victims": captive.victims, "victims_country": "Israel", "place": "Gaza"}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_table_tells_when_each_figure_was_published(open_sample: Callable[..., AppTest], lang: Lang) -> None:
    app = open_sample("casualties", lang=lang)
    (table,) = app.dataframe
    column = wording(lang).say("column.published")
    published = {record.article.published for record in SAMPLE.values()}
    assert set(table.value[column].dropna()) <= published - {None}
    assert table.value[column].notna().any()
    assert table.value[column].isna().any(), "an article without a day of publication leaves it empty"
    settings = json.loads(table.proto.columns)
    assert settings[column]["type_config"]["type"] == "date"
    assert settings[wording(lang).say("column.figure")]["width"] > 100, "a hedge and its number fit"


def lay(app: AppTest, name: str, data: bytes) -> AppTest:
    """Give the page a file."""
    uploader: Any = app.get("file_uploader")[0]
    uploader.upload(name, data, "text/csv")
    return app.run()
