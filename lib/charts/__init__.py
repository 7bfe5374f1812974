"""A view to a figure: plotly and pydeck, no Streamlit, nothing fetched from elsewhere.

st.plotly_chart(reactions_map(view.by_country, lang, selected=code), config=config(lang, zoom=True))  # customdata[0]: alpha-3
st.pydeck_chart(flows_map(view, lang))                                                        # a picked arc: country, recipient
casualty_series(view, lang, log=, pins=, reference=), casualty_strips(view, lang)              # customdata: [casualty_id, article_id]
casualty_notes(figure.layout.meta, lang)                                                      # what they do not show, and why
meeting_matrix(view, lang, chosen=), meeting_network(view, lang, chosen=)                      # customdata: [key, key or ""]
timeline(view, lang, period=)                                                                 # customdata: [first day, last day]
timeline_key(view, lang)                                                                      # its legend, for the page to say
"""

from lib.charts.casualties import Pin, Reference, casualty_notes, casualty_series, casualty_strips, wide
from lib.charts.flows import ARC_COLORS, TOPS, drawn, flows_map, flows_scale
from lib.charts.meetings import meeting_matrix, party_name
from lib.charts.network import meeting_network
from lib.charts.reactions_map import INSETS, REGIONS, reactions_map, region_label
from lib.charts.reactions_scale import COLOR_BY, ColorBy, Scale, scale_of
from lib.charts.style import CONFIG, MEASURE_COLORS, QUAD_COLORS, WORLD_URL, config
from lib.charts.timeline import timeline, timeline_key

__all__ = [
    "ARC_COLORS",
    "COLOR_BY",
    "CONFIG",
    "INSETS",
    "MEASURE_COLORS",
    "QUAD_COLORS",
    "REGIONS",
    "TOPS",
    "WORLD_URL",
    "ColorBy",
    "Pin",
    "Reference",
    "Scale",
    "casualty_notes",
    "casualty_series",
    "casualty_strips",
    "config",
    "drawn",
    "flows_map",
    "flows_scale",
    "meeting_matrix",
    "meeting_network",
    "party_name",
    "reactions_map",
    "region_label",
    "scale_of",
    "timeline",
    "timeline_key",
    "wide",
]
