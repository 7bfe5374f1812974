"""How well the coding is: coded articles held against the facts that a careful reader takes from them."""

from lib.evaluation.gold import GoldRecord, load
from lib.evaluation.report import Report
from lib.evaluation.score import evaluate

__all__ = ["GoldRecord", "Report", "evaluate", "load", "main"]


def main(argv: list[str] | None = None) -> int:
    """The command `evaluate`; returns its exit status."""
    from lib.evaluation.command import main as command  # noqa: PLC0415 - the command needs the whole coder, the scoring none of it

    return command(argv)
