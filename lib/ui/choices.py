"""What each filter offers, with how many facts a choice would show; nothing that would show none. Pure: no Streamlit."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lib import tables
from lib.knowledge import labels, ontology
from lib.tables.figure_facets import figure_facets
from lib.ui import corpus as corpora
from lib.ui.folding import searchable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.knowledge.labels import Lang
    from lib.tables import Filters
    from lib.ui.corpus import Corpus

LISTS = ("countries", "recipients", "event_types", "event_modes", "actors", "outlets", "statuses", "quad")
"""The fields of `Filters` that are lists of codes, in the order of the sidebar."""
MOST = 300
"""How many codes a menu holds: the most frequent; words find the others."""


@lru_cache(maxsize=16)
def counts(corpus: Corpus, filters: Filters) -> Mapping[str, Mapping[str, int]]:
    """For each list of `LISTS`: its codes with the number of events and figures that each would leave, most frequent first.

    Codes that are chosen are there even at 0.
    """
    found = {name: {str(code): int(n) for code, n in series.items()} for name, series in tables.facets(corpus.tables, filters).items()}
    for name, series in figure_facets(corpus.tables, filters).items():
        for code, n in series.items():
            found[name][str(code)] = found[name].get(str(code), 0) + int(n)
    return MappingProxyType({name: _most(found.get(name, {}), getattr(filters, name)) for name in LISTS})


def _most(codes: Mapping[str, int], chosen: tuple[str, ...]) -> Mapping[str, int]:
    kept = dict(sorted(codes.items(), key=lambda item: -item[1])[:MOST])
    return MappingProxyType(kept | {code: codes.get(code, 0) for code in chosen})


@lru_cache(maxsize=20_000)
def _label(said: str, count: int, lang: Lang) -> str:
    return searchable(f"{said} ({labels.number(count, lang)})")


_VOCABULARIES: Mapping[str, labels.Vocabulary] = MappingProxyType({"statuses": "status", "quad": "quad_class"})


def name(field: str, code: str, corpus: Corpus, lang: Lang) -> str:
    """A code of a list field in words."""
    if field in {"countries", "recipients"}:
        return labels.country_name(code, lang)
    if field == "actors":
        return corpora.actor_names(corpus, lang).get(code, code)
    if field == "event_modes":
        kind, _, mode = code.rpartition(".")
        return f"{labels.type_label(kind, lang)} · {labels.mode_label(kind, mode, lang)}" if kind else _mode(mode, lang)
    if field == "event_types":
        return labels.type_label(code, lang)
    if field in _VOCABULARIES:
        return labels.term_label(_VOCABULARIES[field], code, lang)
    return code


def _mode(mode: str, lang: Lang) -> str:
    kind = next((kind for kind in ontology.types() if mode in ontology.modes_of(kind)), "")
    return labels.mode_label(kind, mode, lang)


def with_codes(filters: Filters, **codes: tuple[str, ...]) -> Filters:
    """`filters` with other codes in some of its lists."""
    changes: dict[str, Any] = dict(codes)
    return replace(filters, **changes)


def menu(field: str, corpus: Corpus, filters: Filters, lang: Lang) -> dict[str, str]:
    """The codes that a filter's menu offers with their labels: name, count, and the name without marks for whoever types so.

    A choice changes neither the labels nor the order of its own menu: the browser forgets what is being typed there when they do.
    """
    return {code: _label(name(field, code, corpus, lang), n, lang) for code, n in counts(corpus, filters)[field].items()}
