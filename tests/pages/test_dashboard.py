from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from lib.ui import shell

SCRIPT = str(Path(__file__).resolve().parents[2] / "dashboard.py")


@pytest.mark.parametrize(("name", "drawn"), [("__main__", 1), ("__mp_main__", 0)], ids=["a server", "a worker of the coder"])
def test_the_script_draws_for_a_server_and_not_for_a_worker(name: str, drawn: int, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[str] = []
    monkeypatch.setattr(shell, "run", lambda: runs.append(name))
    runpy.run_path(SCRIPT, run_name=name)
    assert len(runs) == drawn
