"""One edition of an archive, made from a folder of data."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from timeline_app.dates.civil import date_of
from timeline_app.dates.day import is_open
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.assertions import Assertions
from timeline_app.store.build.claims import Claims
from timeline_app.store.build.event_records import EventRecord, event_record
from timeline_app.store.build.events import Registers, in_order, write_events
from timeline_app.store.build.fields import Row
from timeline_app.store.build.folder import Folder, open_folder
from timeline_app.store.build.instruments import Instruments
from timeline_app.store.build.layers import Layer, layer_of, terms_in_words
from timeline_app.store.build.memberships import write_memberships
from timeline_app.store.build.occurrences import Occurrences
from timeline_app.store.build.own_files import edition_name, short_labels, write_vectors
from timeline_app.store.build.places import Places
from timeline_app.store.build.problems import Problem, Problems
from timeline_app.store.build.rollcalls import write_rollcalls
from timeline_app.store.build.rows import Ids, Rows
from timeline_app.store.build.seed_article import SeedArticle
from timeline_app.store.build.series import SeriesTable
from timeline_app.store.build.sources import Sources
from timeline_app.store.build.taking import take_json
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
    if not path.is_dir():
        said = tr("{folder} is not a folder. Name a folder of data files.", folder=path)
        raise StoreError(Fault.MISSING, said, path)
    if target.is_dir():
        said = tr("{file} is a folder. Name a file to write the archive to.", file=target)
        raise StoreError(Fault.NOT_A_FILE, said, target)
    try:
        folder = open_folder(path, problems)
        rows, actors = _Compilation(folder, problems).compiled()
        name = edition_name(folder, problems)
    except OSError as fault:
        said = tr("{folder} cannot be read: {why}.", folder=path, why=fault.strerror or fault)
        raise StoreError(Fault.REFUSED, said, path) from fault
    refused = tuple(p for p in problems.found if p.refused)
    if not rows.count("event"):
        said = tr("No event in {folder} can go into an archive; nothing was written.", folder=path)
        raise NothingToBuildError(said, path, refused)
    for key, p in enumerate(problems.found, 1):
        rows.add("problem", key, p.file, p.line, p.field, p.why, int(p.refused))
    hashed = write_archive(target, name, rows)
    remarks = tuple(p for p in problems.found if not p.refused)
    return Report(rows.count("event"), refused, remarks, tuple(sorted(actors.name_only)), hashed)


class _Compilation:
    """The rows of one folder, gathered kind by kind: what others refer to comes first."""

    def __init__(self, folder: Folder, problems: Problems) -> None:
        self.folder = folder
        self.problems = problems
        self.rows = Rows()
        self.ids = Ids()
        self.actors = Actors(self.rows, self.ids)
        self.sources = Sources(self.rows)
        self.seed = SeedArticle()
        self.records: dict[str, EventRecord] = {}

    def compiled(self) -> tuple[Rows, Actors]:
        """All rows, and the actors with those that only have a name."""
        for path in self.folder.of_kind("actors"):
            take_json(path, self.problems, self.ids, lambda row, _: self.actors.describe(row))
        self.actors.finish()
        self._read_events()
        claims = Claims(self.rows, self.actors, self.sources)
        self._write_events()
        claims.of_article(self.seed)
        for path in self.folder.of_kind("claims"):
            take_json(path, self.problems, self.ids, lambda row, _: claims.take(row))
        keys = claims.write()
        self._write_the_rest()
        if differing := self.folder.own("assertions.csv"):
            found = Assertions(self._event_keys, self.ids, self.sources)
            found.write(differing, self.rows, self.problems)
        self.seed.write(self.rows, self._event_keys, keys, self._series_of_record)
        self._write_layers()
        return self.rows, self.actors

    def _read_events(self) -> None:
        for path in (*self.folder.of_kind("events"), *self.folder.of_kind("seed")):
            take_json(path, self.problems, self.ids, self._taking(layer_of(path.name), path.name))

    def _taking(self, layer: Layer, file: str) -> Callable[[Row, int], None]:
        def take(row: Row, line: int) -> None:
            record = event_record(row, layer, file, line)
            if self.seed.takes(row, record):
                self.records[record.id] = record

        return take

    def _write_events(self) -> None:
        problems, rows = self.problems, self.rows
        occurrences = Occurrences(self.records)
        occurrences.fold_same_as(problems)
        if reviewed := self.folder.own("folds.csv"):
            occurrences.fold_by_review(reviewed, problems)
        named = self.folder.own("short_labels.csv")
        labels = short_labels(named, self.records, problems) if named else {}
        members = self.folder.own("vector_members.csv")
        vectors = write_vectors(members, self.actors, rows, problems)
        registers = Registers(rows, self.actors, Places(rows), self.sources, vectors)
        ordered = in_order(self.records.values())
        self._event_keys = write_events(ordered, occurrences, labels, registers)
        self._occurrences = {row[1]: row[0] for row in rows.of["occurrence"]}
        self._occurrence_of = {
            id: int(self._occurrences[occurrences.of(id)] or 0) for id in self.records
        }

    def _write_the_rest(self) -> None:
        folder, problems = self.folder, self.problems
        instruments = Instruments(self.rows, self.actors, self.sources, self._event_keys, problems)
        for path in folder.of_kind("instruments"):
            take_json(path, problems, self.ids, instruments.taking(path.name))
        for path in folder.of_kind("memberships"):
            write_memberships(path, self.actors, self.rows, problems)
        for path in folder.of_kind("rollcalls"):
            known = self._occurrence_of
            write_rollcalls(path, self.actors, self.ids, known, self.rows, problems)
        series = SeriesTable(self.rows, self.actors, self.seed)
        for path in folder.of_kind("statistics"):
            series.read(path, problems)
        self._series_of_record = series.finish()

    def _write_layers(self) -> None:
        counts: dict[str, list[EventRecord]] = {}
        for record in self.records.values():
            counts.setdefault(record.layer.id, []).append(record)
        by_hand = [records[0].layer for records in counts.values() if records[0].layer.rank < 2]
        for records in counts.values():
            layer, held = records[0].layer, in_order(records)
            terms, known, citation = terms_in_words(self.folder, layer.file)
            on = layer in by_hand or not by_hand
            covers = _years(held)
            about = (layer.id, layer.title, layer.file, layer.coded_by, *covers)
            use = (terms, known, citation, int(on), int(layer.machine_coded), layer.rank)
            self.rows.add("layer", *about, *use, len(records))
        for n, d in enumerate(self.folder.data_sets, 1):
            shipped = "yes" if d.shipped else "no"
            files = "; ".join(d.files)
            self.rows.add("data_set", n, d.title, files, d.terms, d.how_known, shipped, d.citation)


def _years(held: list[EventRecord]) -> tuple[str, str]:
    """The years of the first and the last day that the records speak of, open ends apart."""
    days = [day for r in held for day in (r.date.bounds.first, r.date.bounds.last)]
    reckoned = [day for day in days if not is_open(day)]
    if not reckoned:
        return "", ""
    first, last = date_of(min(reckoned))[0], date_of(max(reckoned))[0]
    return str(first), str(last)
