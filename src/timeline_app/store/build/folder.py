"""The files of a data folder: known by name, and let in only where their terms allow it."""

import re
from collections.abc import Iterator
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.store.build.lines import table_rows
from timeline_app.store.build.problems import Problems
from timeline_app.words.tr import tr

TERMS = "terms.csv"
TERMS_COLUMNS = ("data_set", "files", "terms", "how_known", "shipped", "citation")

ABOUT_THE_FOLDER = (
    TERMS,
    "edition.json",
    "folds.csv",
    "short_labels.csv",
    "assertions.csv",
    "names.csv",
    "vector_members.csv",
    "editions.csv",
    "claim_events.csv",
    "claim_horizons.csv",
)
"""Files of our own hand that no terms apply to."""

# What a file holds, by the shape of its name. A number after the name makes it a further file.
_KINDS = (
    ("actors", re.compile(r"actors(_\d+)?\.jsonl")),
    ("events", re.compile(r"events(_\d+)?\.jsonl")),
    ("seed", re.compile(r"seed_article\.jsonl")),
    ("events", re.compile(r"derived_\w+\.jsonl")),
    ("claims", re.compile(r"claims(_\d+)?\.jsonl")),
    ("instruments", re.compile(r"instruments(_\d+)?\.jsonl")),
    ("memberships", re.compile(r"memberships(_\d+)?\.csv")),
    ("rollcalls", re.compile(r"rollcalls(_\d+)?\.csv")),
    ("statistics", re.compile(r"statistics(_\d+)?\.csv")),
)


@dataclass(frozen=True, slots=True)
class DataSet:
    """One row of the terms: what may be done with a data set, and how that is known."""

    title: str
    files: tuple[str, ...]
    files_as_written: str
    terms: str
    how_known: str
    shipped: bool
    citation: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A data folder, read as far as its list of files. `files` maps a kind to paths in order.

    `data_sets` is empty where the folder has no file of terms; then nothing is held back.
    """

    path: Path
    files: dict[str, tuple[Path, ...]]
    data_sets: tuple[DataSet, ...]

    def of_kind(self, kind: str) -> tuple[Path, ...]:
        """The files that hold this kind of record."""
        return self.files.get(kind, ())

    def own(self, name: str) -> Path | None:
        """One of the files about the folder, if it is there."""
        path = self.path / name
        return path if path.is_file() else None

    def terms_of(self, file: str) -> tuple[DataSet, ...]:
        """The rows of the terms that name a file."""
        return tuple(row for row in self.data_sets if file in row.files)


def kind_of(name: str) -> str | None:
    """What a file of this name holds, or None where the name is not known."""
    return next((kind for kind, shape in _KINDS if shape.fullmatch(name)), None)


def open_folder(path: Path, problems: Problems) -> Folder:
    """The known files of a folder; those that may not ship are refused."""
    listed = sorted(path.iterdir(), key=lambda p: natural(p.name))
    named = path / TERMS
    data_sets = tuple(_data_sets(named, problems)) if named.is_file() else ()
    bare = Folder(path, {}, data_sets)
    files: dict[str, list[Path]] = {}
    for file in listed:
        kind = kind_of(file.name)
        if not file.is_file():
            if kind or file.name in ABOUT_THE_FOLDER:
                problems.refuse(file.name, 0, "", tr("it is no plain file"))
        elif kind is None:
            if file.suffix in (".jsonl", ".csv") and file.name not in ABOUT_THE_FOLDER:
                problems.remark(file.name, 0, "", tr("a file of this name is not known: not read"))
        elif named.is_file() and (why := _held_back(bare.terms_of(file.name))):
            problems.refuse(file.name, 0, "", why)
        else:
            files.setdefault(kind, []).append(file)
    return Folder(path, {kind: tuple(found) for kind, found in files.items()}, data_sets)


def natural(name: str) -> tuple[str, int, str]:
    """Sorts `events.jsonl` before `events_2.jsonl` before `events_10.jsonl`."""
    stem, _, ending = name.partition(".")
    found = re.fullmatch(r"(.*?)_(\d{1,9})", stem)
    return (found[1], int(found[2]), ending) if found else (stem, 0, ending)


def _data_sets(path: Path, problems: Problems) -> Iterator[DataSet]:
    for _, row in table_rows(path, problems, TERMS_COLUMNS):
        yield DataSet(
            title=row["data_set"].strip(),
            files=tuple(_file_names(row["files"])),
            files_as_written=row["files"].strip(),
            terms=row["terms"].strip(),
            how_known=row["how_known"].strip(),
            shipped=row["shipped"].strip().casefold() == "yes",
            citation=row["citation"].strip(),
        )


def _file_names(listed: str) -> Iterator[str]:
    """The file names in "rollcalls.csv; statistics.csv (similarity, ideal points)"."""
    for part in listed.split(";"):
        name = part.split("(")[0].strip().rpartition("/")[2]
        if name.endswith((".jsonl", ".csv")):
            yield name


def _held_back(rows: tuple[DataSet, ...]) -> str:
    """Why a file may not ship; empty where it may."""
    if not rows:
        return tr("terms.csv does not name this file, so it may not ship")
    barred = [row.title for row in rows if not row.shipped]
    if barred:
        return tr("terms.csv does not mark it as shipped ({names})", names=", ".join(barred))
    return ""
