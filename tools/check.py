"""Set up what is missing and run every check: `python3 -m tools.check [--require-browser | --no-browser] [PYTEST OPTION...]`.

Lint, form and types, then the tests; the closing line is pytest's own. Chromium comes from the system, by apt where this user may;
where there is none, the tests that drive it are left out, and said to be.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tools import environment

if TYPE_CHECKING:
    from pathlib import Path

HOW_TO_GET_ONE = "Install it (Debian: apt install chromium), or name one in BANG_GIAO_CHROMIUM."
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = "BANG_GIAO_CHROMIUM"


def find_browser() -> str | None:
    """The path of a Chromium: the one that BANG_GIAO_CHROMIUM names, else the system's."""
    named = os.environ.get(CHROMIUM)
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def apt_command() -> list[str] | None:
    """How this user may call apt-get without being asked anything, or None."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0:
        return ["sudo", "-n", "apt-get"]
    return None


def install_browser() -> None:
    """Install Debian's Chromium and fonts that hold Vietnamese; a failure shows in apt's own words and is not the end."""
    apt = apt_command()
    if apt is None:
        return
    environment.say("Installing chromium and fonts-noto-core by apt, for the tests that drive a browser ...")
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["-qq", "update"], ["-qq", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"]):
        if subprocess.run([*apt, *step], check=False, env=settings, stdout=subprocess.DEVNULL).returncode:
            return


def checks(python: Path) -> list[tuple[str, list[str]]]:
    """The checks besides the tests, each with its command."""
    run = [str(python), "-m"]
    return [
        ("lint", [*run, "ruff", "check", "--quiet", "."]),
        ("form", [*run, "ruff", "format", "--quiet", "--check", "."]),
        ("types", [*run, "mypy"]),
    ]


def run_step(name: str, command: list[str]) -> bool:
    """Run one check and say how it went; whether it passed."""
    begin = time.monotonic()
    passed = subprocess.run(command, check=False, cwd=environment.ROOT).returncode == 0
    environment.say(f"{name}: {'passed' if passed else 'FAILED'} in {time.monotonic() - begin:.0f} s")
    return passed


def main(argv: list[str] | None = None) -> int:
    """0 when everything passed, 1 when a check or a test failed or the set-up did, its reason on standard error."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.check", description="Set up what is missing; run lint, form, types and tests.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--no-browser", action="store_true", help="leave out the tests that drive Chromium")
    choice.add_argument("--require-browser", action="store_true", help="fail where there is no Chromium and apt does not bring it")
    args, pytest_options = parser.parse_known_args(argv)
    try:
        python = environment.prepare(environment.TEST)
    except environment.SetupError as error:
        environment.say(str(error))
        return 1
    browser = None if args.no_browser else find_browser()
    if browser is None and not args.no_browser:
        install_browser()
        browser = find_browser()
    if browser is None and args.require_browser:
        environment.say(f"There is no Chromium, and apt did not bring it. {HOW_TO_GET_ONE}")
        return 1
    failed = [name for name, command in checks(python) if not run_step(name, command)]
    if browser is None:
        pytest_options += ["-m", "not browser"]
        environment.say(f"LEFT OUT: the tests in tests/browser, which drive Chromium. {HOW_TO_GET_ONE}")
    else:
        os.environ[CHROMIUM] = browser
    tests = subprocess.run([str(python), "-m", "pytest", *pytest_options], check=False, cwd=environment.ROOT).returncode
    if failed:
        environment.say(f"FAILED before the tests: {', '.join(failed)}")
    return 1 if failed or tests else 0


if __name__ == "__main__":
    sys.exit(main())
