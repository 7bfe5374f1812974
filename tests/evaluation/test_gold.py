from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lib.evaluation.gold import as_tuple, load

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = {"id": "a", "events": [], "casualties": []}


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({**EMPTY, "evnts": []}, "evnts"),
        ({**EMPTY, "events": [{"type": ["SHOUT"], "mode": []}]}, "SHOUT"),
        ({**EMPTY, "casualties": [{"harm": "sad"}]}, "sad"),
        ({"id": "a", "events": []}, "casualties"),
    ],
)
def test_a_record_that_does_not_fit_is_named(record: dict[str, object], told: str, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ValueError, match=told) as error:
        load(tmp_path)
    assert "bad.json" in str(error.value)


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no gold records"):
        load(tmp_path)


def test_dates_are_one_or_several_or_none() -> None:
    assert [as_tuple(d) for d in (None, "", "2024", ("2024", "2025"))] == [(), (), ("2024",), ("2024", "2025")]
