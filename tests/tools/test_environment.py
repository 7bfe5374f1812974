from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tools import check, environment, start

if TYPE_CHECKING:
    from pathlib import Path


class Calls:
    """Stands for pip: remembers what it was asked, and may fail."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.fails = False

    def __call__(self, python: Path, requirements: str) -> None:
        assert python.exists()
        self.asked.append(requirements)
        if self.fails:
            message = "pip failed"
            raise environment.SetupError(message)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (environment.RUN, environment.TEST, "constraints.txt"):
        (tmp_path / name).write_text("nothing==1\n", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    return tmp_path


@pytest.fixture
def pip(monkeypatch: pytest.MonkeyPatch) -> Calls:
    calls = Calls()
    monkeypatch.setattr(environment, "install", calls)
    return calls


def test_the_environment_is_made_once(project: Path, pip: Calls) -> None:
    first = environment.prepare()
    assert first == project / ".venv/bin/python"
    assert environment.works(first)
    assert environment.prepare() == first
    assert pip.asked == [environment.RUN]


def test_the_tests_packages_contain_the_dashboards(project: Path, pip: Calls) -> None:
    assert environment.prepare(environment.TEST) == environment.prepare(environment.RUN)
    assert pip.asked == [environment.TEST]
    assert (project / ".venv").is_dir()


@pytest.mark.parametrize("changed", [environment.RUN, "constraints.txt"])
def test_changed_pins_are_installed(changed: str, project: Path, pip: Calls) -> None:
    environment.prepare(environment.TEST)
    (project / changed).write_text("nothing==2\n", encoding="utf-8")
    environment.prepare(environment.TEST)
    environment.prepare(environment.RUN)
    assert pip.asked == [environment.TEST, environment.TEST]


@pytest.mark.usefixtures("project")
def test_an_interrupted_set_up_is_taken_up_again(pip: Calls) -> None:
    pip.fails = True
    with pytest.raises(environment.SetupError):
        environment.prepare()
    pip.fails = False
    environment.prepare()
    assert pip.asked == [environment.RUN, environment.RUN]


def test_a_broken_environment_is_made_anew(project: Path, pip: Calls) -> None:
    python = environment.prepare()
    python.unlink()
    environment.prepare()
    assert environment.works(python)
    assert len(pip.asked) == 2
    assert (project / ".venv/pyvenv.cfg").is_file()


@pytest.mark.usefixtures("pip")
def test_what_is_no_environment_is_left_alone(project: Path) -> None:
    (project / ".venv").mkdir()
    (project / ".venv" / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(environment.SetupError, match="is no Python environment"):
        environment.prepare()
    assert (project / ".venv" / "thesis.txt").is_file()


@pytest.mark.parametrize(("version", "told"), [((3, 10), "Python 3.10"), ((2, 7), "3.11 or newer")])
def test_an_old_python_is_refused(version: tuple[int, int], told: str) -> None:
    with pytest.raises(environment.SetupError, match=told):
        environment.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_a_new_python_is_not(version: tuple[int, int]) -> None:
    environment.check_python(version)


def test_a_full_disk_is_refused() -> None:
    environment.check_disk(environment.DISK_NEEDED)
    with pytest.raises(environment.SetupError, match=r"0\.5 GB are free"):
        environment.check_disk(500_000_000)


def test_pip_outside_fills_an_environment_that_has_none(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    python = tmp_path / "bare/bin/python"
    command = [*environment.pip_for(python), "--version"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert shown.startswith("pip ")


def test_start_names_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert start.main(["--articles", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_start_tells_why_it_cannot(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    monkeypatch.setattr(environment, "DISK_NEEDED", 10**18)
    assert start.main([]) == 1
    assert "Make room" in capsys.readouterr().err
    assert not (project / ".venv").exists()


def test_a_named_browser_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv(check.CHROMIUM, str(browser))
    assert check.find_browser() == str(browser)
    monkeypatch.setenv(check.CHROMIUM, str(tmp_path / "none"))
    assert check.find_browser() is None


def check_without_browser(monkeypatch: pytest.MonkeyPatch, options: list[str]) -> tuple[int, list[list[str]]]:
    """What the check would run where there is no Chromium and no apt."""
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(environment, "prepare", lambda _: environment.venv_python())
    monkeypatch.setattr(check, "find_browser", lambda: None)
    monkeypatch.setattr(check, "install_browser", lambda: None)
    monkeypatch.setattr(subprocess, "run", run)
    return check.main(options), ran


def test_without_a_browser_its_tests_are_left_out_and_said_to_be(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, ran = check_without_browser(monkeypatch, ["tests/language"])
    assert status == 0
    assert ran[-1][-3:] == ["tests/language", "-m", "not browser"]
    assert "LEFT OUT" in capsys.readouterr().err


def test_a_browser_can_be_required(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    status, ran = check_without_browser(monkeypatch, ["--require-browser"])
    assert status == 1
    assert not any("pytest" in command for command in ran)
    assert "no Chromium" in capsys.readouterr().err


def test_one_failed_check_fails_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, int("mypy" in command))

    monkeypatch.setattr(environment, "prepare", lambda _: environment.venv_python())
    monkeypatch.setattr(check, "find_browser", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv(check.CHROMIUM, "")
    assert check.main([]) == 1
