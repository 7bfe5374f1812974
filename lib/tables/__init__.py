"""Coded articles as dataframes, the filters over them, and one typed view a page: pure functions, no Streamlit.

tables = build(coded)                                    # Tables(articles, events, event_actors, casualties)
chosen = apply(tables, Filters(countries=("TUR",)))      # Tables again
facets(tables, filters) -> dict[str, Series]             # event counts a code, keys: countries, recipients, actors, event_types,
                                                         #   event_modes ("TYPE.mode"), outlets, statuses, quad
count_undated(tables, filters) -> int                    # what a period hides only for want of a day
filters.to_params() -> dict[str, list[str]]              # keys: from to country recipient actor type mode quad outlet status q conf undated
Filters.from_params(params) -> (Filters, unknown)        # unknown: ("type=FOO", ...)
reactions_view(chosen) -> ReactionsView                  # by_country, bodies, rows, flows, pairs;  until(view, day), countries_until, days,
                                                         #   deciding(rows) -> the event that took the strongest measure
casualties_view(chosen, harm, victims_country)           # rows, totals, incidents, published, flags, undated, nowhere
narrowed(view, victims_country, place), sides(chosen), headlines(view)  # the same of one side and place; what there is; one figure a side
pinnable(chosen, country) -> list of event ids            # what may be pinned to a time axis
read_reference(bytes) -> DataFrame                       # a reader's own CSV `date,value`; SeriesError says what is wrong with it
meetings_view(chosen, by="country" | "body" | "person", most)  # matrix, planned, rows, order, names, countries, others
tally(rows of it) -> Tally                               # held, planned, negated: each meeting once
diary(meetings_view, key, now) -> DataFrame              # one party's meetings, those ahead first
overview_view(chosen) -> OverviewView                    # counts, latest, upcoming, timeline, bars, actual, undated, nowhere, first, last
counts(chosen) -> Counts                                 # its numbers alone
events_view(chosen) -> EventsView                        # rows, undated
article_view(coded_article) -> ArticleView               # article, segments, paragraphs, events, casualties
event_view(coded_articles, fact_id) -> EventView | None  # article, fact, before, evidence, after
stories_view(chosen, least_reports=2) -> DataFrame       # one row an event or figure that several articles report
witnesses(tables, story_id) -> DataFrame                 # its reports: article_id, outlet, published, event_id, evidence_text
to_parquet(tables, folder), to_csv(tables, folder)       # four files each;  to_json(coded) -> str, one line an article
"""

from lib.tables.casualties import CasualtiesView, casualties_view, headlines, narrowed, sides
from lib.tables.casualties_pins import pinnable
from lib.tables.export import to_csv, to_json, to_parquet
from lib.tables.facets import facets
from lib.tables.facts import ArticleView, EventsView, EventView, Segment, article_view, event_view, events_view
from lib.tables.filters import Filters, apply, count_undated
from lib.tables.frames import SEPARATOR, Tables, build, fold
from lib.tables.meetings import BYS, MeetingsView, Tally, diary, meetings_view, tally
from lib.tables.overview import Counts, OverviewView, counts, overview_view
from lib.tables.reactions import ReactionsView, countries_until, days, deciding, reactions_view, until
from lib.tables.reactions_measures import Measure, measure_label, measures
from lib.tables.reference import SeriesError, read_reference
from lib.tables.stories import stories_view, witnesses

__all__ = [
    "BYS",
    "SEPARATOR",
    "ArticleView",
    "CasualtiesView",
    "Counts",
    "EventView",
    "EventsView",
    "Filters",
    "Measure",
    "MeetingsView",
    "OverviewView",
    "ReactionsView",
    "Segment",
    "SeriesError",
    "Tables",
    "Tally",
    "apply",
    "article_view",
    "build",
    "casualties_view",
    "count_undated",
    "countries_until",
    "counts",
    "days",
    "deciding",
    "diary",
    "event_view",
    "events_view",
    "facets",
    "fold",
    "headlines",
    "measure_label",
    "measures",
    "meetings_view",
    "narrowed",
    "overview_view",
    "pinnable",
    "reactions_view",
    "read_reference",
    "sides",
    "stories_view",
    "tally",
    "to_csv",
    "to_json",
    "to_parquet",
    "until",
    "witnesses",
]
