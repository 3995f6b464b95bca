"""The rows of one folder, gathered kind by kind: what others refer to comes first."""

from collections.abc import Callable, Mapping

from timeline_app.dataclass import dataclass
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.assertions import Assertions
from timeline_app.store.build.claim_links import EVENTS, HORIZONS, write_claim_events
from timeline_app.store.build.claims import Claims
from timeline_app.store.build.event_records import EventRecord, event_record
from timeline_app.store.build.events import Registers, in_order, write_events
from timeline_app.store.build.fields import Row
from timeline_app.store.build.folder import Folder
from timeline_app.store.build.instruments import Instruments
from timeline_app.store.build.layer_rows import write_data_sets, write_layers
from timeline_app.store.build.layers import Layer, layer_of
from timeline_app.store.build.memberships import write_memberships
from timeline_app.store.build.names import Names
from timeline_app.store.build.occurrences import Occurrences
from timeline_app.store.build.own_files import short_labels, write_vectors
from timeline_app.store.build.places import Places
from timeline_app.store.build.problems import Problems
from timeline_app.store.build.rollcalls import write_rollcalls
from timeline_app.store.build.rows import Ids, Rows
from timeline_app.store.build.seed_article import SeedArticle
from timeline_app.store.build.series import SeriesTable
from timeline_app.store.build.set_editions import read_set_editions
from timeline_app.store.build.sources import Sources
from timeline_app.store.build.taking import take_json
from timeline_app.words.tr import tr


@dataclass(frozen=True, slots=True)
class _Told:
    """Keys by the ids of event records: their own, and those of what they tell of."""

    events: Mapping[str, int]
    occurrences: Mapping[str, int]


class Compilation:
    """All rows that the files of a folder make, and what was found on the way."""

    def __init__(self, folder: Folder, problems: Problems) -> None:
        self._folder = folder
        self._problems = problems
        self._ids = Ids()
        self.rows = Rows()
        self._names = Names(self.rows)
        self.actors = Actors(self.rows, self._ids, self._names)
        self._editions = read_set_editions(folder.own("editions.csv"), problems)
        self._sources = Sources(self.rows, self._editions)
        self._article = SeedArticle()
        self._compile()

    def _compile(self) -> None:
        if named := self._folder.own("names.csv"):
            self._names.read(named, self._problems)
        for path in self._folder.of_kind("actors"):
            take_json(path, self._problems, self._ids, lambda row, _: self.actors.describe(row))
        self.actors.finish()
        records = self._read_events()
        told = self._write_events(records)
        claims = self._write_claims(told.events)
        self._write_instruments(told.events)
        for path in self._folder.of_kind("memberships"):
            write_memberships(path, self.actors, self._editions, self.rows, self._problems)
        for path in self._folder.of_kind("rollcalls"):
            known = told.occurrences
            write_rollcalls(path, self.actors, self._ids, known, self.rows, self._problems)
        series = self._write_series()
        if differing := self._folder.own("assertions.csv"):
            assertions = Assertions(told.events, self._ids, self._sources)
            assertions.write(differing, self.rows, self._problems)
        self._names.finish(self._problems)
        self._article.write(self.rows, told.events, claims, series)
        write_layers(records.values(), self._folder, self.rows)
        write_data_sets(self._folder, self.rows)

    def _read_events(self) -> dict[str, EventRecord]:
        records: dict[str, EventRecord] = {}
        makers: dict[str, str] = {}
        for path in (*self._folder.of_kind("events"), *self._folder.of_kind("seed")):
            layer = layer_of(path.name)
            maker = makers.setdefault(layer.id, path.name)
            if maker != path.name:
                why = tr("{file} makes the layer {id} already: rename", file=maker, id=layer.id)
                self._problems.refuse(path.name, 0, "", why)
                continue
            take = self._taking(records, layer, path.name)
            take_json(path, self._problems, self._ids, take)
        return records

    def _taking(
        self, records: dict[str, EventRecord], layer: Layer, file: str
    ) -> Callable[[Row, int], None]:
        def take(row: Row, line: int) -> None:
            record = event_record(row, layer, file, line)
            if self._article.takes(row, record):
                records[record.id] = record

        return take

    def _write_events(self, records: Mapping[str, EventRecord]) -> _Told:
        folder, problems, rows = self._folder, self._problems, self.rows
        occurrences = Occurrences(records)
        occurrences.fold_same_as(problems)
        if reviewed := folder.own("folds.csv"):
            occurrences.fold_by_review(reviewed, problems)
        named = folder.own("short_labels.csv")
        labels = short_labels(named, records, problems) if named else {}
        vectors = write_vectors(folder.own("vector_members.csv"), self.actors, rows, problems)
        registers = Registers(rows, self.actors, Places(rows, self._names), self._sources, vectors)
        ordered = in_order(records.values())
        told = occurrences.write(ordered, rows)
        return _Told(write_events(ordered, told, labels, registers), told)

    def _write_claims(self, events: Mapping[str, int]) -> dict[str, int]:
        claims = Claims(self.rows, self.actors, self._sources)
        claims.of_article(self._article)
        for path in self._folder.of_kind("claims"):
            take_json(path, self._problems, self._ids, lambda row, _: claims.take(row))
        if named := self._folder.own(HORIZONS):
            claims.date_horizons(named, self._problems)
        keys = claims.write()
        if linked := self._folder.own(EVENTS):
            write_claim_events(linked, keys, events, self.rows, self._problems)
        return keys

    def _write_instruments(self, events: Mapping[str, int]) -> None:
        found = Instruments(self.rows, self.actors, self._sources, events, self._problems)
        for path in self._folder.of_kind("instruments"):
            take_json(path, self._problems, self._ids, found.taking(path.name))

    def _write_series(self) -> dict[str, int]:
        series = SeriesTable(self.rows, self.actors, self._article, self._editions)
        for path in self._folder.of_kind("statistics"):
            series.read(path, self._problems)
        return series.finish()
