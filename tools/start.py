"""Set up what is missing and open the dashboard: `python3 -m tools.start [--articles FOLDER] [STREAMLIT OPTION...]`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

from tools import environment


def main(argv: list[str] | None = None) -> int:
    """Set up and open, or only set up (0); 1 where the set-up fails, its reason on standard error."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.start", description="Set up what is missing and open the dashboard.")
    parser.add_argument("--articles", metavar="FOLDER", help="read this folder of articles instead of seeds/")
    parser.add_argument("--setup-only", action="store_true", help="set up and stop")
    args, streamlit_options = parser.parse_known_args(argv)
    if args.articles:
        folder = Path(args.articles).resolve()
        if not folder.exists():
            environment.say(f"There is no {folder}: name a folder of .txt, .html or .jsonl articles.")
            return 1
        os.environ["BANG_GIAO_ARTICLES"] = str(folder)
    try:
        python = environment.prepare(environment.RUN)
    except environment.SetupError as error:
        environment.say(str(error))
        return 1
    if not args.setup_only:
        open_dashboard(python, streamlit_options)
    return 0


def open_dashboard(python: Path, streamlit_options: list[str]) -> NoReturn:
    """Become the dashboard's process, in the project's folder, where Streamlit finds its settings."""
    os.chdir(environment.ROOT)
    # Streamlit asks for an e-mail address where there is no home with its settings; nobody should have to answer.
    command = [str(python), "-m", "streamlit", "run", "dashboard.py", "--server.showEmailPrompt=false", *streamlit_options]
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


if __name__ == "__main__":
    sys.exit(main())
