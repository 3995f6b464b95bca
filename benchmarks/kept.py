"""Rows as JSON, there and back; and those of a run that was broken off, for the next one to go on
after them."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.goal import Goal
from benchmarks.row import Line, Measured, Plan


def as_json(row: Measured) -> dict[str, Any]:
    """Everything of a row; what follows from it (figure, held) too, for whoever reads the file."""
    lines = [
        {
            "what": line.what,
            "beside": line.beside,
            "goal": {"most": line.goal.most, "words": line.goal.words, "unit": line.goal.unit},
            "unit": line.unit,
            "figure": line.figure,
            "held": line.held,
            "why": line.why,
            "ours": None if line.ours is None else list(line.ours),
            "theirs": None if line.theirs is None else list(line.theirs),
        }
        for line in row.lines
    ]
    head = {"number": row.number, "what": row.what, "held": row.held, "why": row.why}
    return {**head, "lines": lines}


def of_json(row: dict[str, Any]) -> Measured:
    """The row that `as_json` made this of."""
    lines = tuple(
        Line(
            line["what"],
            line["ours"],
            Goal(**line["goal"]),
            line["beside"],
            line["theirs"],
            line["why"],
            line["unit"],
        )
        for line in row["lines"]
    )
    return Measured(row["number"], row["what"], lines, row["why"])


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The rows of a run in a file, with what they were measured of.

    Rows of another commit, of a source that was altered since, or of another plan are not gone on
    with: a table is of one program.
    """

    file: Path
    of: dict[str, Any]

    @staticmethod
    def at(file: Path, plan: Plan, root: Path) -> "Unfinished":
        """Of the source in `root` as it stands."""
        return Unfinished(
            file, {"source": _source(root), "rounds": plan.rounds, "sizes": list(plan.sizes)}
        )

    def rows(self) -> list[Measured]:
        """What was measured already."""
        try:
            held = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        same = self.of["source"] and held.get("of") == self.of
        return [of_json(row) for row in held["rows"]] if same else []

    def keep(self, rows: Sequence[Measured]) -> None:
        """Writes down what is measured by now."""
        self.file.parent.mkdir(exist_ok=True)
        held = {"of": self.of, "rows": [as_json(row) for row in rows]}
        self.file.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")

    def end(self) -> None:
        """The run has come to its end."""
        self.file.unlink(missing_ok=True)


def _source(root: Path) -> str:
    """The commit; empty where none is known or files differ from it."""
    try:
        known, altered = (
            subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True)
            for words in (("rev-parse", "HEAD"), ("status", "--porcelain", "-uno"))
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return "" if altered.stdout.strip() else known.stdout.strip()
