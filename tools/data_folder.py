"""`data/` beside a newer folder of the same form: how they differ, and taking the newer one over.

    python -m tools.data_folder diff FOLDER
    python -m tools.data_folder take FOLDER

Records keep their ids from one folder to the next, so that notes on them stay where they are.
"""

import argparse
import csv
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from timeline_app.store.build.edition import Report, build
from timeline_app.store.build.folder import ABOUT_THE_FOLDER, TERMS, kind_of
from timeline_app.store.build.problems import Problem
from timeline_app.store.store_error import StoreError

DATA = Path(__file__).resolve().parents[1] / "data"
SHOWN = 20
"""So many records of each sort are named for each file; the others are counted."""

_KEYS = {
    "memberships": ("org_code", "org", "state", "start"),
    "rollcalls": ("rollcall",),
    "statistics": ("series", "unit", "entity", "partner", "year", "source"),
    TERMS: ("data_set",),
    "folds.csv": ("record",),
    "short_labels.csv": ("event",),
    "assertions.csv": ("record", "field", "value"),
    "names.csv": ("of", "text"),
    "editions.csv": ("data_set",),
    "vector_members.csv": ("vector", "actor", "from"),
    "claim_events.csv": ("claim", "event"),
    "claim_horizons.csv": ("claim",),
}

Record = dict[str, object]


class Difference(NamedTuple):
    """How a file of one folder differs from that of another; `changed` names the fields."""

    file: str
    added: list[str]
    removed: list[str]
    changed: dict[str, list[str]]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def files_of_the_form(folder: Path) -> dict[str, Path]:
    """The files in a folder that an archive is made of, by name."""
    named = (*ABOUT_THE_FOLDER, "README.md")
    return {
        path.name: path
        for path in sorted(folder.iterdir())
        if path.is_file() and (kind_of(path.name) or path.name in named)
    }


def differences(old: Path, new: Path) -> list[Difference]:
    """What changes if `new` is taken over `old`; files of our own hand that `new` lacks stay."""
    before, after = files_of_the_form(old), files_of_the_form(new)
    names = sorted(before.keys() | after.keys())
    found = (
        _difference(name, before.get(name), after.get(name))
        for name in names
        if name in after or not _is_our_own(name)
    )
    return [difference for difference in found if difference]


def take(new: Path, old: Path) -> Report:
    """Puts the records of `new` in the place of those of `old`, all of them or none.

    Raises:
        ValueError: an archive cannot be built from `new` whole; the message says why.
        StoreError: nothing in it can be built.
    """
    with tempfile.TemporaryDirectory(dir=old.parent, prefix=f".{old.name}-") as made:
        trial, before = Path(made) / old.name, Path(made) / "before"
        trial.mkdir()
        kept = {path.name: path for path in old.iterdir() if _is_our_own(path.name)}
        for name, path in (kept | files_of_the_form(new)).items():
            shutil.copyfile(path, trial / name)
        report = build(trial, Path(made) / "trial.archive.sqlite")
        if report.refused:
            raise ValueError("\n".join(_some("", _lines(report.refused))))
        old.rename(before)
        try:
            trial.rename(old)
        except OSError:
            before.rename(old)
            raise
    return report


def main(argv: Sequence[str], ours: Path = DATA) -> int:
    """Does what the line says; 0 done, 1 (for `diff`) the folders differ, 2 refused."""
    parser = argparse.ArgumentParser(prog="dev.py data", description=__doc__.splitlines()[0])
    parser.add_argument("act", choices=("diff", "take"))
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args(argv)
    if not asked.folder.is_dir():
        return _refuse(f"{asked.folder} is not a folder.")
    try:
        found = differences(ours, asked.folder)
        for line in _told(found):
            print(line)
        if asked.act == "diff" or not found:
            return int(bool(found))
        report = take(asked.folder, ours)
    except StoreError as fault:
        return _refuse(f"Nothing was taken over. {fault.sentence}")
    except (ValueError, OSError) as fault:
        return _refuse(f"Nothing was taken over.\n{fault}")
    for line in _some("look at", _lines(report.remarks)):
        print(line)
    print(f"{ours} now holds these records.")
    return 0


def _lines(problems: Sequence[Problem]) -> list[str]:
    return [f"{p.file}, line {p.line}, {p.field}: {p.why}" for p in problems]


def _is_our_own(name: str) -> bool:
    """Whether a file says something about the records rather than holding them."""
    return name != TERMS and (name in ABOUT_THE_FOLDER or name == "README.md")


def _difference(name: str, before: Path | None, after: Path | None) -> Difference:
    old, new = _records(before), _records(after)
    changed = {
        key: _fields(old[key], new[key]) for key in new if key in old and old[key] != new[key]
    }
    added = [key for key in new if key not in old]
    return Difference(name, added, [key for key in old if key not in new], changed)


def _fields(old: Record, new: Record) -> list[str]:
    return sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def _records(path: Path | None) -> dict[str, Record]:
    """The records of a file by what identifies them; one that stands twice is numbered."""
    if path is None:
        return {}
    seen: Counter[str] = Counter()
    found: dict[str, Record] = {}
    for key, record in _read(path):
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key} ({seen[key]})"] = record
    return found


def _read(path: Path) -> Iterator[tuple[str, Record]]:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".jsonl":
        for n, line in enumerate(text.splitlines(), 1):
            if line.strip():
                row = _json(line)
                yield str(row.get("id", f"line {n}")), row
    elif path.suffix == ".csv":
        names = _KEYS.get(path.name) or _KEYS[kind_of(path.name) or TERMS]
        for cells in csv.DictReader(text.splitlines(keepends=True)):
            yield ", ".join(cells.get(name) or "-" for name in names), dict(cells)
    else:
        yield "the text", {"text": text}


def _json(line: str) -> Record:
    """A line as a record; one that is no JSON object differs as a text."""
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    return row if isinstance(row, dict) else {"text": line}


def _told(found: Sequence[Difference]) -> Iterator[str]:
    if not found:
        yield "The folders hold the same records."
    for file, added, removed, changed in found:
        yield f"{file}: {len(added)} added, {len(removed)} removed, {len(changed)} changed"
        yield from _some("+", added)
        yield from _some("-", removed)
        yield from _some("~", [f"{key}: {', '.join(names)}" for key, names in changed.items()])


def _some(sign: str, lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {sign} {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"  {sign} and {len(lines) - SHOWN} more"


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
