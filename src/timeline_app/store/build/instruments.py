"""Treaties and other instruments, with the steps of their life."""

from collections.abc import Callable, Mapping

from timeline_app.dataclass import dataclass
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.build import fields
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.dating import dated
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.sources import Cited, Sources, cited
from timeline_app.words.tr import tr


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what was done, when, by which party (all of them where empty), as cited."""

    step: str
    date: HistoricalDate
    party: str
    event: str
    sources: tuple[Cited, ...]


class Instruments:
    """Writes instruments, their parties and steps."""

    def __init__(
        self,
        rows: Rows,
        actors: Actors,
        sources: Sources,
        events: Mapping[str, int],
        problems: Problems,
    ) -> None:
        self._rows = rows
        self._actors = actors
        self._sources = sources
        self._events = events
        self._problems = problems

    def taking(self, file: str) -> Callable[[Row, int], None]:
        """What takes in the rows of a file of instruments."""

        def take(row: Row, line: int) -> None:
            fields.present(row, "id", "name", "parties", "steps")
            id, name = fields.identifier(row), fields.needed_text(row, "name", 400)
            parties = [_party(party) for party in fields.rows(row, "parties")]
            steps = [_step(step) for step in fields.rows(row, "steps")]
            key = self._rows.count("instrument") + 1
            self._rows.add("instrument", key, id, name)
            keys = self._write_parties(key, parties)
            for n, step in enumerate(steps):
                self._write_step(key, n, step, keys, (file, line))

        return take

    def _write_parties(self, key: int, parties: list[tuple[str, str]]) -> dict[str, int]:
        keys: dict[str, int] = {}
        for n, (name, iso3) in enumerate(parties):
            keys[name] = self._actor(name, iso3)
            self._rows.add("instrument_party", key, n, keys[name], name)
        return keys

    def _write_step(
        self, key: int, n: int, step: Step, parties: dict[str, int], at: tuple[str, int]
    ) -> None:
        party = None
        if step.party:
            party = parties.get(step.party) or self._actor(step.party, "")
        event = self._events.get(step.event)
        if step.event and event is None:
            why = tr("no event has the id {id}", id=step.event)
            self._problems.remark(*at, "steps", why)
        step_key = self._rows.count("instrument_step") + 1
        span = (step.date.outer.first, step.date.outer.last)
        said = (step.step, party, step.party, step.date.edtf)
        known_from = self._sources.known_from(*step.sources)
        self._rows.add("instrument_step", step_key, key, n, *said, *span, event, known_from)
        self._sources.cite("step_citation", step_key, step.sources)

    def _actor(self, name: str, iso3: str) -> int:
        kinds = ("state", "organisation", "other")
        known = (self._actors.known(name, type) for type in kinds)
        found = self._actors.state(iso3) if iso3 else next((k for k in known if k), None)
        return found or self._actors.named(name, "state" if iso3 else "other", iso3)


def _party(row: Row) -> tuple[str, str]:
    return fields.needed_text(row, "name", 400), fields.text(row, "iso3", 10)


def _step(row: Row) -> Step:
    return Step(
        fields.needed_text(row, "step", 60),
        dated(fields.needed_text(row, "date", 200), "date"),
        fields.text(row, "party", 400),
        fields.text(row, "event", 200),
        tuple(cited(source) for source in fields.rows(row, "source")),
    )
