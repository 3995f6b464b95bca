"""What was tried, where, and what came of it: printed as it goes and as a table at the end."""

from collections.abc import Callable
from typing import NamedTuple

from tools.tree import Stop, tell


class Row(NamedTuple):
    """One thing that was tried; `came` "ok", "not run" or "FAILED"."""

    where: str
    what: str
    came: str
    told: str


class Table:
    """All of them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.where = ""

    def note(self, what: str, told: str = "", came: str = "ok") -> None:
        """Something came of something."""
        self.rows.append(Row(self.where, what, came, told))
        tell(f"{self.where}: {what}: {came}{' · ' if told else ''}{told}")

    def step(self, what: str, do: Callable[[], str | None]) -> bool:
        """Tries it; what it says stands in the table, and so does why it failed."""
        try:
            self.note(what, do() or "")
        except (Stop, OSError, KeyError, ValueError) as fault:
            self.note(what, f"{type(fault).__name__}: {fault}", "FAILED")
            return False
        return True

    def failed(self) -> bool:
        """Whether anything did."""
        return any(row.came == "FAILED" for row in self.rows)

    def __str__(self) -> str:
        widths = [max(len(row[n]) for row in self.rows) for n in range(3)]
        lines = []
        for row in self.rows:
            told = row.told.strip().splitlines()[0] if row.told.strip() else ""
            cells = [cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)]
            lines.append("  ".join((*cells, told)).rstrip())
        return "\n".join(lines)
