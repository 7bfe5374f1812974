"""The project's own Python environment in `.venv`: made once, brought up to date when the pinned packages change.

Only the standard library is used, and only what Debian's `python3` and `python3-pip` bring: the environment is made
without a pip of its own (Debian keeps `ensurepip` in a further package) and filled by the pip outside it, which
leaves the system's packages alone. A second call finds the stamp of the first and returns at once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
DISK_NEEDED = 2_000_000_000
RUN = "requirements.txt"
TEST = "requirements-dev.txt"
_INCLUDES = {RUN: (), TEST: (RUN,)}
_PINS = "constraints.txt"


class SetupError(Exception):
    """The environment cannot be made; the message says why and what to do."""


def prepare(requirements: str = RUN) -> Path:
    """Make `.venv` hold what the file `requirements` (RUN or TEST) names, and return its Python.

    Raises `SetupError` where Python is too old, the disk is full, or pip is missing or fails.
    """
    check_python(sys.version_info[:2])
    python = venv_python()
    wanted = digest(requirements)
    stamp = VENV / f".installed-{requirements}"
    if works(python) and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    check_disk(shutil.disk_usage(ROOT).free)
    if not works(python):
        create()
    say(f"Installing the packages of {requirements} into .venv (once; a few minutes, 1 GB of disk) ...")
    install(python, requirements)
    for name in (requirements, *_INCLUDES[requirements]):
        (VENV / f".installed-{name}").write_text(digest(name), encoding="utf-8")
    return python


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python older than the project's, `version` being (major, minor)."""
    if tuple(version) < OLDEST_PYTHON:
        have, need = (".".join(map(str, v)) for v in (version, OLDEST_PYTHON))
        raise SetupError(f"This is Python {have}; the project needs {need} or newer. Run it with that one: python{need} -m tools.start")


def check_disk(free: int) -> None:
    """Refuse to begin what would fill the disk, `free` being bytes."""
    if free < DISK_NEEDED:
        need = f"{DISK_NEEDED / 1e9:.0f} GB"
        raise SetupError(f"{free / 1e9:.1f} GB are free where the project lies; the packages need {need}. Make room and run it again.")


def venv_python() -> Path:
    """Where the environment's Python is, made or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(python: Path) -> bool:
    """Whether `python` starts, and is new enough (an environment breaks when the Python that made it goes)."""
    code = f"import sys; sys.exit(sys.version_info[:2] < {OLDEST_PYTHON})"
    try:
        return subprocess.run([python, "-c", code], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def digest(requirements: str) -> str:
    """A hash that changes with the pinned packages and with the Python version."""
    parts = [f"{sys.version_info[0]}.{sys.version_info[1]}"]
    parts += [(ROOT / name).read_text(encoding="utf-8") for name in (requirements, *_INCLUDES[requirements], _PINS)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def create() -> None:
    """Make an empty environment; what else lies at `.venv` and is no environment is left alone."""
    if VENV.exists() and not (VENV / "pyvenv.cfg").is_file():
        raise SetupError(f"{VENV} is there and is no Python environment. Move it away and run the command again.")
    if importlib.util.find_spec("venv") is None:
        raise SetupError("This Python lacks its module venv. On Debian: apt install python3-venv. Then run the command again.")
    say("Making the Python environment .venv ...")
    done = subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(VENV)], check=False)
    if done.returncode:
        raise SetupError(f"The environment {VENV} could not be made; Python's own words stand above.")


def pip_for(python: Path) -> list[str]:
    """How to call a pip that installs into the environment of `python`."""
    if subprocess.run([python, "-m", "pip", "--version"], check=False, capture_output=True).returncode == 0:
        return [str(python), "-m", "pip"]
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--python", str(python)]
    if subprocess.run([python, "-m", "ensurepip"], check=False, capture_output=True).returncode == 0:
        return [str(python), "-m", "pip"]
    raise SetupError("There is no pip. On Debian: apt install python3-pip. Then run the command again.")


def install(python: Path, requirements: str) -> None:
    """Let pip install the pinned packages."""
    options = ["--no-input", "--disable-pip-version-check", "--root-user-action=ignore"]
    if not sys.stderr.isatty():
        options.append("--quiet")
    command = [*pip_for(python), "install", *options, "-r", requirements]
    # A user's own setting "install for me alone" makes pip fail in an environment.
    done = subprocess.run(command, check=False, cwd=ROOT, env={**os.environ, "PIP_USER": "0"})
    if done.returncode:
        raise SetupError("The packages could not be installed; pip's own words stand above. It needs the network this once: run it again.")


def say(line: str) -> None:
    """One line to the terminal, at once."""
    print(line, file=sys.stderr, flush=True)
