"""Write the README's table of measured quality: `python -m tools.quality [--also TITLE GOLD ARTICLES]`.

Run it after a change to the coding; a test compares the seeds' column with what the code gives. `--also` measures a further gold set.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lib.evaluation import Report, evaluate, load
from lib.evaluation.command import code

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- quality -->\n", "<!-- /quality -->"
SEEDS = "the five seeds"
TALLIES = {
    "meetings": "meetings: who met whom, F1",
    "meeting pairs": "the same by country, F1",
    "reactions": "reactions: actor and type, F1",
    "modes": "the same with the mode, F1",
    "casualties": "casualty figures, F1",
}
SHARES = {
    "published": "publication date",
    "meeting date": "date of a meeting",
    "reaction date": "date of a reaction",
    "undated left undated": "undated left undated",
    "recipient": "recipients",
    "status": "status",
    "victims' country": "victims' country",
    "range": "range of a figure",
    "scope": "scope of a figure",
}


def measure(gold: Path, articles: Path) -> Report:
    """Code `articles` and hold them against the records in `gold`."""
    coded, refused = code([str(articles)], 1)
    if refused:
        message = f"{refused} of {articles} were refused"
        raise ValueError(message)
    return evaluate(load(gold), coded)


def seeds() -> Report:
    """The report of the project's own seeds."""
    return measure(ROOT / "tests" / "gold", ROOT / "seeds")


def cells(report: Report) -> list[str]:
    """A column of the table, top to bottom; empty where the gold set states nothing."""
    column = [f"{t.f1:.2f} ({t.found} of {t.owed} found, {t.true} of {t.said} true)" for t in (report.tally(name) for name in TALLIES)]
    shares = [report.shares.get(name) for name in SHARES]
    column += [f"{s.accuracy:.2f} ({s.right} of {s.of})" if s else "" for s in shares]
    return [*column, f"{report.repeats:.3f}", str(report.broken_evidence)]


def table(columns: dict[str, Report]) -> str:
    """The table in Markdown; a column a report, under its title."""
    heads = [*TALLIES.values(), *SHARES.values(), "told twice", "broken evidence"]
    titles = [f"{title} ({report.articles} articles)" if title != SEEDS else title for title, report in columns.items()]
    lines = ["| | " + " | ".join(titles) + " |", "|---" * (len(columns) + 1) + "|"]
    rows = zip(heads, *map(cells, columns.values()), strict=True)
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def write(text: str) -> None:
    """Put the table between the README's marks."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    README.write_text(before + BEGIN + text + END + rest.partition(END)[2], encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    """Measure and write; 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality", description="Write the README's table of measured quality.")
    parser.add_argument("--also", nargs=3, metavar=("TITLE", "GOLD", "ARTICLES"), action="append", default=[], help="a further gold set")
    args = parser.parse_args(argv)
    columns = {SEEDS: seeds()} | {title: measure(Path(gold), Path(articles)) for title, gold, articles in args.also}
    write(table(columns))
    return 0


if __name__ == "__main__":
    sys.exit(main())
