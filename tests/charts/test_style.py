from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from lib import charts
from lib.charts import style
from lib.knowledge.labels import LANGS, Lang
from lib.tables import measures

ROOM = Path(charts.__file__).parent


def test_every_phrase_that_a_chart_says_is_worded_and_every_one_worded_is_said() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    unsaid = {key for key in style.wording() if not re.search(f"[\"']{key}[\"']", code) and not key.startswith("region_")}
    assert unsaid == set()
    assert set(re.findall(r"say\([\"'](\w+)[\"']", code)) <= set(style.wording())
    assert {key for key in style.wording() if key.startswith("region_")} == {f"region_{region}" for region in charts.REGIONS}


def test_both_languages_fill_in_the_same() -> None:
    for key, words in style.wording().items():
        assert re.findall(r"{\w+}", words["vi"]) == re.findall(r"{\w+}", words["en"]), key


def test_there_is_a_colour_a_level() -> None:
    assert len(charts.MEASURE_COLORS) == len(measures())


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_conflict_darkens_step_by_step_for_every_eye() -> None:
    lights = [_luminance(color) for color in charts.MEASURE_COLORS[3:]]
    assert all(one > 1.3 * other for one, other in pairwise(lights))


@pytest.mark.parametrize("lang", LANGS)
def test_plotly_is_told_where_its_shapes_are_and_how_to_speak(lang: Lang) -> None:
    config = charts.config(lang)
    assert config["topojsonURL"] == "app/static/topojson/"
    assert config["locale"] == lang
    assert isinstance(config["locales"], dict)
    months = config["locales"][lang]["format"]["months"]
    assert len(months) == 12
    assert months[0] == {"vi": "tháng 1", "en": "January"}[lang]
    assert config["locales"][lang]["format"]["days"][0] == {"vi": "Chủ Nhật", "en": "Sunday"}[lang]


def test_a_map_has_buttons_to_zoom() -> None:
    assert charts.config("vi", zoom=True)["displayModeBar"] is True
    assert charts.config("vi")["displayModeBar"] is False


def test_hover_text_is_cut_at_a_word_and_made_safe() -> None:
    assert style.shorten("a <b> & c") == "a &lt;b> &amp; c"
    long = style.shorten("từ " * 100)
    assert long.endswith("từ…")
    assert max(len(line) for line in long.split("<br>")) <= 61


def test_an_unknown_date_has_no_label() -> None:
    assert style.when(pd.NaT, pd.NaT, float("nan"), "vi") == ""
