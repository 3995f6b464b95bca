"""The project's own files as the tests of its architecture read them."""

import ast
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
SOURCE = TOP / "src" / "timeline_app"
# What is made here and kept nowhere, by the first part of its path.
_MADE = {".git", ".venv", "build", "dist", "data", ".hypothesis", ".import_linter_cache"}
_TEXT = {".py", ".md", ".toml", ".lock", ".json", ".jsonl", ".csv", ".txt", ".spec", ".svg", ".pot"}


def modules(under: Path = SOURCE) -> list[Path]:
    """The Python files below a folder, in order."""
    return sorted(under.rglob("*.py"))


def own_modules() -> list[Path]:
    """Every Python file that we wrote: the program, its tools, its tests."""
    folders = ("src", "tools", "tests", "benchmarks", "sweeps", "calibration", "packaging")
    found = [file for folder in folders for file in modules(TOP / folder)]
    return [*found, TOP / "dev.py"]


def texts() -> list[Path]:
    """Every text file of the checkout that is kept, the data apart."""
    return [
        file
        for file in sorted(TOP.rglob("*"))
        if (file.suffix in _TEXT or file.parent.name == ".ci")
        and file.is_file()
        and file.relative_to(TOP).parts[0] not in _MADE
        and not any(part.endswith("_cache") for part in file.relative_to(TOP).parts)
    ]


@cache
def tree_of(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def name_of(file: Path) -> str:
    """A file's path from the top, for messages."""
    return file.relative_to(TOP).as_posix()


def called(call: ast.Call) -> str:
    """The last word of what is called: `setText` for `self.label.setText(...)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
