"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

BROWSER_TESTS = Path(__file__).parent / "browser"
CHROMIUM = "BANG_GIAO_CHROMIUM"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in tests/browser, so that `-m "not browser"` leaves all of it out."""
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the user's cache of coded articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BANG_GIAO_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; a test that needs it fails where there is none, rather than pass unrun."""
    found = shutil.which(os.environ.get(CHROMIUM) or "chromium")
    if found is None:
        pytest.fail(f'There is no Chromium: name one in {CHROMIUM}, or leave these tests out with -m "not browser".')
    return found
