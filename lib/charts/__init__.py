"""A view to a figure: plotly and pydeck, no Streamlit, nothing fetched from elsewhere.

st.plotly_chart(reactions_map(view, lang, selected=code), config=config(lang, zoom=True), on_select="rerun")  # customdata[0]: alpha-3
st.pydeck_chart(flows_map(view, lang))                                                        # a picked arc: country, recipient
casualty_series(view, lang, log=, pins=, reference=), casualty_strips(view, lang)              # customdata: [casualty_id, article_id]
meeting_matrix(view, lang)                                                                    # customdata: [row key, column key]
timeline(view, lang)                                                                          # customdata: [first day, last day]
"""

from lib.charts.casualties import Pin, Reference, casualty_series, casualty_strips
from lib.charts.maps import REGIONS, flows_map, reactions_map, region_label
from lib.charts.meetings import meeting_matrix
from lib.charts.style import CONFIG, QUAD_COLORS, SEVERITY_COLORS, WORLD_URL, config
from lib.charts.timeline import timeline

__all__ = [
    "CONFIG",
    "QUAD_COLORS",
    "REGIONS",
    "SEVERITY_COLORS",
    "WORLD_URL",
    "Pin",
    "Reference",
    "casualty_series",
    "casualty_strips",
    "config",
    "flows_map",
    "meeting_matrix",
    "reactions_map",
    "region_label",
    "timeline",
]
