"""Dates as news writes them: `find_dates` reads expressions, `resolve` turns them into days."""

from __future__ import annotations

from lib.language.dates_find import find_dates
from lib.language.dates_model import Anchor, DateExpression, DateKind, Role, Unit
from lib.language.dates_resolve import resolve

__all__ = ["Anchor", "DateExpression", "DateKind", "Role", "Unit", "find_dates", "resolve"]
