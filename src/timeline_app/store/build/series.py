"""Series of figures: one for each measure, unit, entity, partner and source."""

import re
from collections import defaultdict
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.store.build import fields
from timeline_app.store.build.actors import Actors
from timeline_app.store.build.dating import dated
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.seed_article import ArticleRecord, SeedArticle
from timeline_app.store.build.set_editions import SetEditions, known_day
from timeline_app.store.build.slugs import digest, slug
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

COLUMNS = ("series", "unit", "entity", "partner", "year", "value", "source")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_COUNTED = re.compile(r", (\d{1,9}) roll calls?$")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_VINTAGE = re.compile(rf"\b\d+\.\d+\b|\b(?:(?:{_MONTHS}) )?\d{{4}}(?:-\d\d){{0,2}}\b")

Identity = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure of a series; `n` is what it was counted from, `note` what was said with it."""

    date: HistoricalDate
    value: float
    n: int | None
    note: str


class SeriesTable:
    """All series, gathered from the files of statistics and from the figures of the article."""

    def __init__(
        self, rows: Rows, actors: Actors, article: SeedArticle, editions: SetEditions
    ) -> None:
        self._rows = rows
        self._editions = editions
        self._actors = actors
        self._article = article
        self._series: dict[Identity, dict[str, Observation]] = defaultdict(dict)

    def read(self, path: Path, problems: Problems) -> None:
        """Takes in a file of statistics."""

        def take(row: Row, line: int) -> None:
            measure, unit = fields.needed_text(row, "series", 400), fields.text(row, "unit", 200)
            entity, partner = (
                fields.needed_text(row, "entity", 200),
                fields.text(row, "partner", 200),
            )
            date = dated(fields.needed_text(row, "year", 200), "year")
            value = fields.number(row, "value", -1e30, 1e30)
            if value is None:
                raise FieldError("value", tr("the field is empty"))
            source, n = _source_and_count(fields.text(row, "source", 400))
            held = self._series[(measure, unit, entity, partner, source)]
            if date.edtf in held:
                raise FieldError(
                    "year", tr("the series has a figure for {date} already", date=date.edtf)
                )
            held[date.edtf] = Observation(date, value, n, "")

        take_table(path, problems, COLUMNS, take)

    def finish(self) -> dict[str, int]:
        """Joins the article's figures and adds all rows; the series key of each of its records."""
        of_record = {
            record.event.id: self._join(record) for record in self._article.records if record.figure
        }
        keys: dict[Identity, int] = {}
        for key, identity in enumerate(sorted(i for i, held in self._series.items() if held), 1):
            keys[identity] = key
            self._write(key, identity)
        return {id: keys[identity] for id, identity in of_record.items()}

    def _join(self, record: ArticleRecord) -> Identity:
        """Puts a figure of the article, and its share, where the statistics do not have them."""
        figure = record.figure
        assert figure is not None
        entity, partner = self._code(figure.entity), self._code(figure.partner)
        date, note = figure.date, record.event.title
        identity = (figure.measure, figure.unit, entity, partner, figure.source)
        told = Observation(date, figure.value, None, note)
        self._series[identity].setdefault(date.edtf, told)
        if figure.share_percent is not None:
            share = (f"{figure.measure}, share", "percent", entity, partner, figure.source)
            part = Observation(date, figure.share_percent, None, note)
            self._series[share].setdefault(date.edtf, part)
        return identity

    def _code(self, name: str) -> str:
        """The country code that the statistics use for a name, or the name."""
        known = self._actors.known(name, "state") if name else None
        return self._actors.iso3(known) if known else name

    def _actor(self, code: str) -> int | None:
        if not code:
            return None
        return self._actors.state(code) or self._actors.known(code, "organisation", code=code)

    def _write(self, key: int, identity: Identity) -> None:
        measure, unit, entity, partner, source = identity
        word, _, rest = unit.partition(" ")
        scale = _SCALES.get(word, 1.0)
        bare = rest if word in _SCALES else unit
        id = "-".join(
            filter(None, (slug(measure, 40), slug(entity, 20), partner and slug(partner, 20)))
        )
        found = _VINTAGE.search(source)
        vintage = found[0] if found else ""
        known_from = self._editions.of(source).known_from or known_day(vintage)
        actors = (self._actor(entity), self._actor(partner))
        about = (f"series-{id}-{digest(*identity, letters=6)}", measure, bare, scale)
        of = (entity, actors[0], partner, actors[1])
        self._rows.add("series", key, *about, *of, source, vintage, known_from)
        for edtf, told in sorted(self._series[identity].items()):
            span = (told.date.outer.first, told.date.outer.last)
            self._rows.add("observation", key, edtf, *span, told.value, told.n, told.note)


def _source_and_count(source: str) -> tuple[str, int | None]:
    """The source, and of how many roll calls it says that the figure was computed."""
    found = _COUNTED.search(source)
    return (source[: found.start()], int(found[1])) if found else (source, None)
