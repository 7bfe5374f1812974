"""The figures of an evaluation, as a table and as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter

_DIGITS = 4


@dataclass(slots=True)
class Tally:
    """Facts found of those owed, and true ones of those said."""

    found: int = 0
    owed: int = 0
    true: int = 0
    said: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that is true; 1 where nothing was owed or said."""
        return self.true / self.said if self.said else float(not self.owed)

    @property
    def recall(self) -> float:
        """The share of what was owed that was found."""
        return self.found / self.owed if self.owed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Tally) -> None:
        """Count the other's facts too."""
        self.found += other.found
        self.owed += other.owed
        self.true += other.true
        self.said += other.said

    def as_json(self) -> dict[str, float]:
        """The row of the report."""
        rates = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {k: round(v, _DIGITS) for k, v in rates.items()} | {"found": self.found, "owed": self.owed, "said": self.said}

    def as_text(self) -> str:
        """The row of the table."""
        rates = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        return f"{rates}   found {self.found} of {self.owed}, said {self.said}"


@dataclass(slots=True)
class Share:
    """Right ones of all."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:  # noqa: FBT001 - what is counted is a yes or a no
        """Count one."""
        self.right += right
        self.of += 1

    @property
    def accuracy(self) -> float:
        """The share of right ones."""
        return self.right / self.of if self.of else 1.0

    def as_json(self) -> dict[str, float]:
        """The row of the report."""
        return {"accuracy": round(self.accuracy, _DIGITS), "right": self.right, "of": self.of}

    def as_text(self) -> str:
        """The row of the table."""
        return f"{self.accuracy:.3f}   {self.right} of {self.of}"


@dataclass(slots=True)
class Report:
    """Every figure of an evaluation.

    `tallies`: meetings, meeting pairs, reactions, modes, casualties. `types`: meetings and reactions by event type (what is
    owed counts for the first of its defensible types). `shares`: accuracies over the facts that were found.
    """

    articles: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    types: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    broken_evidence: int = 0
    facts_said: int = 0
    facts_said_once: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def repeats(self) -> float:
        """The share of events and figures that say again what another of the same article says."""
        return 1 - self.facts_said_once / self.facts_said if self.facts_said else 0.0

    def tally(self, name: str) -> Tally:
        """The tally of that name, to add to."""
        return self.tallies.setdefault(name, Tally())

    def share(self, name: str) -> Share:
        """The share of that name, to count in."""
        return self.shares.setdefault(name, Share())

    def count_types(self, owed: Counter[str], found: Counter[str], said: Counter[str], true: Counter[str]) -> None:
        """Add the facts of one article to the tallies of their types."""
        for name in owed | said:
            tally = Tally(found=found[name], owed=owed[name], true=true[name], said=said[name])
            self.types.setdefault(name, Tally()).add(tally)

    def as_json(self) -> dict[str, object]:
        """The report as plain values."""
        out: dict[str, object] = {name: tally.as_json() for name, tally in self.tallies.items()}
        out |= {name: share.as_json() for name, share in self.shares.items()}
        out |= {"repeats": round(self.repeats, _DIGITS), "broken evidence": self.broken_evidence, "articles": self.articles}
        out["types"] = {name: self.types[name].as_json() for name in sorted(self.types)}
        return out

    def as_text(self) -> str:
        """The report as a table for the terminal."""
        rows = [(name, tally.as_text()) for name, tally in self.tallies.items()]
        rows += [(name, share.as_text()) for name, share in self.shares.items()]
        rows += [("repeats", f"{self.repeats:.4f}"), ("broken evidence", str(self.broken_evidence)), ("articles", str(self.articles))]
        rows += [(f"  {name}", self.types[name].as_text()) for name in sorted(self.types)]
        return "\n".join(f"{name:21} {text}" for name, text in rows)
