"""One edition of an archive, made from a folder of data."""

from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.store.build.compilation import Compilation
from timeline_app.store.build.folder import open_folder
from timeline_app.store.build.own_files import edition_name
from timeline_app.store.build.problems import Problem, Problems
from timeline_app.store.build.target import judged_target
from timeline_app.store.build.text_index import text_rows
from timeline_app.store.build.writing import write_archive
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import tr


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a folder of data. `remarks` are about rows that went in all the same."""

    events: int
    refused: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    name_only_actors: tuple[str, ...]
    content_hash: str


class NothingToBuildError(StoreError):
    """No event of the folder can go in; `refused` says why of each."""

    def __init__(self, sentence: str, path: Path, refused: tuple[Problem, ...]) -> None:
        super().__init__(Fault.REFUSED, sentence, path)
        self.refused = refused


def build(path: Path, target: Path) -> Report:
    """Makes `target` from the known files in the folder `path`; what is refused is in the report.

    Raises StoreError where there is no such folder, nothing can be built from it, or `target`
    cannot be written; then `target` is as it was.
    """
    problems = Problems()
    try:
        target = _judged(path, target)
        folder = open_folder(path, problems)
        made = Compilation(folder, problems)
        name = edition_name(folder, problems)
    except OSError as fault:
        named = fault.filename or path
        said = tr("{file} cannot be read: {why}.", file=named, why=fault.strerror or fault)
        raise StoreError(Fault.REFUSED, said, path) from fault
    rows, refused = made.rows, tuple(p for p in problems.found if p.refused)
    if not rows.count("event"):
        said = tr("No event in {folder} can go into an archive; nothing was written.", folder=path)
        raise NothingToBuildError(said, path, refused)
    for key, p in enumerate(problems.found, 1):
        rows.add("problem", key, p.file, p.line, p.field, p.why, int(p.refused))
    hashed = write_archive(target, name, rows, text_rows(rows))
    remarks = tuple(p for p in problems.found if not p.refused)
    name_only = tuple(sorted(made.actors.name_only))
    return Report(rows.count("event"), refused, remarks, name_only, hashed)


def _judged(path: Path, target: Path) -> Path:
    """Where `target` leads to."""
    if not path.is_dir():
        said = tr("{folder} is not a folder. Name a folder of data files.", folder=path)
        raise StoreError(Fault.MISSING, said, path)
    return judged_target(target)
