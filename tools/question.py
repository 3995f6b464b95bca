"""Writes `docs/the-question.md`: the words of its template, with each number as the shell gives it.

In the template a fence of `sh NAME` holds one line for the shell, which is run with `--json`; then
`{{NAME.path.to.value|form}}` stands for what it answered, and `{{NAME.a / NAME.b|form}}` for a part
of it. A fence of `sh` alone is run for what it
makes (a picture), from the folder `docs`.
"""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.tree import PYTHON, TOP, Stop

PAGE = TOP / "docs" / "the-question.md"
TEMPLATE = Path(__file__).with_suffix(".md")
_FENCE = re.compile(r"^```sh(?: (\w+))?\n(timeline-app [^\n]+)\n```", re.MULTILINE)
_VALUE = re.compile(r"\{\{([^}|]+)(?:\|(\w+))?\}\}")

FORMS: dict[str, Callable[[Any], str]] = {
    "percent": lambda value: f"{100 * value:.0f}",
    "points": lambda value: f"{100 * value:+.0f}".replace("-", "−"),
    "two": lambda value: f"{value:.2f}",
    "grouped": lambda value: f"{value:,.0f}",
    "text": str,
}
"""How a value is written."""

Answers = dict[str, Any]


def commands(template: str) -> list[tuple[str, str]]:
    """Name (or empty) and line of each command, in order."""
    return [(found[1] or "", found[2]) for found in _FENCE.finditer(template)]


def run(line: str, as_json: bool) -> Any:
    """What the shell answers to a line; nothing where it is run for what it makes."""
    words = [*shlex.split(line)[1:], *(["--json"] if as_json else [])]
    done = subprocess.run(
        [PYTHON, "-m", "timeline_app", *words],
        cwd=PAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Stop(f"{line}: {done.stderr.strip()}")
    return json.loads(done.stdout) if as_json else None


def answers(template: str, ask: Callable[[str], Any]) -> Answers:
    """What is answered to each command that has a name."""
    return {name: ask(line) for name, line in commands(template) if name}


def filled(template: str, answers: Answers) -> str:
    """The page: fences without their names, values in their forms."""
    text = _FENCE.sub(lambda found: f"```sh\n{found[2]}\n```", template)
    return _VALUE.sub(lambda found: _said(answers, found[1].strip(), found[2] or "text"), text)


def _said(answers: Answers, path: str, form: str) -> str:
    over, _, under = path.partition(" / ")
    value = _at(answers, over)
    return FORMS[form](value / _at(answers, under) if under else value)


def _at(answers: Answers, path: str) -> Any:
    """The value at a path: names, places in a list, or KEY=VALUE for the first that has it."""
    value: Any = answers
    for part in path.strip().split("."):
        if not isinstance(value, list):
            value = value[part]
        elif "=" in part:
            key, _, wanted = part.partition("=")
            value = next(one for one in value if str(one[key]) == wanted)
        else:
            value = value[int(part)]
    return value


def main() -> int:
    """Runs every command of the template and writes the page."""
    template = TEMPLATE.read_text("utf-8")
    for name, line in commands(template):
        if not name:
            run(line, as_json=False)
    page = filled(template, answers(template, lambda line: run(line, as_json=True)))
    PAGE.write_text(page, "utf-8")
    print(PAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
