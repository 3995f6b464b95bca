"""Sources: what records cite, each once, under its publisher."""

from dataclasses import fields as columns_of

from timeline_app.dataclass import dataclass
from timeline_app.store.build import fields
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.set_editions import UNSTATED, SetEdition, SetEditions, known_day
from timeline_app.store.build.slugs import digest, slug
from timeline_app.words.tr import tr

UNNAMED = "unnamed"

PUBLISHED, EDITION, UNKNOWN = "published", "data set's edition", "unknown"
"""What the date of a source is: its publication, that of the edition of a data set, or not given.

An entry of a data set has a date of its own beside it; that is no publication.
"""

DATA_SET = "dataset"
"""The kind of source that is an entry of a register or data set."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a record cites it; `evidence` is what was read of it, on the day `accessed`."""

    kind: str
    publisher: str
    title: str
    date: str
    url: str
    repo: str
    path: str
    commit: str
    title_en: str
    author: str
    evidence: str
    accessed: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes two citations cite one source."""
        return (self.kind, self.publisher, self.title, self.date, self.url, self.repo, self.path)


def cited(row: Row) -> Cited:
    """Reads one source of a record."""
    found = Cited(**{c.name: fields.text(row, c.name, 4000) for c in columns_of(Cited)})
    if not (found.title or found.publisher or found.url or found.path):
        raise FieldError("sources", tr("a source has no title, publisher, address or path"))
    return found


class Sources:
    """Every source by what identifies it; each gets a key."""

    def __init__(self, rows: Rows, editions: SetEditions) -> None:
        self._rows = rows
        self._editions = editions
        self._keys: dict[tuple[str, ...], int] = {}
        self._named: dict[str, int] = {}
        self._publishers: dict[str, str] = {}
        self._publisher_ids: set[str] = set()

    def cite(self, table: str, record: int, sources: tuple[Cited, ...]) -> None:
        """Writes the citations of a record into `table`."""
        for n, source in enumerate(sources):
            key = self.found(source)
            self._rows.add(table, record, n, key, source.evidence, source.accessed)

    def found(self, source: Cited) -> int:
        """The key of a source, made where it is new."""
        known = self._keys.get(source.identity)
        if known is not None:
            return known
        key = len(self._keys) + 1
        self._keys[source.identity] = key
        for name in filter(None, (source.title, source.url)):
            self._named.setdefault(_plain(name), key)
        id = (
            f"{slug(source.publisher or source.title or source.url, 40)}-{digest(*source.identity)}"
        )
        said = (source.kind, source.title, source.title_en, source.author, *self._dated(source))
        where = (source.url, source.repo, source.path, source.commit)
        self._rows.add("source", key, id, self._publisher(source.publisher), *said, *where)
        return key

    def known_from(self, *sources: Cited) -> int | None:
        """The first day by which one of them had surely been published; None where none is dated.

        Nothing is held against the day of what they tell of: plans are announced before it.
        """
        days = (day for *_, day in map(self._dated, sources) if day is not None)
        return min(days, default=None)

    def date_of(self, source: Cited) -> str:
        """When it was published, or the edition of its data set; empty where neither is known."""
        return self._dated(source)[0]

    def _dated(self, source: Cited) -> tuple[str, str, str, int | None]:
        """Its date, what that is, the date of its entry, and the day from which it was known."""
        if source.kind == DATA_SET:
            edition = self._edition(source)
            basis = EDITION if edition.edtf else UNKNOWN
            return edition.edtf, basis, source.date, edition.known_from
        basis = PUBLISHED if source.date else UNKNOWN
        return source.date, basis, "", known_day(source.date)

    def _edition(self, source: Cited) -> SetEdition:
        by_name = map(self._editions.of, (source.publisher, source.title))
        return next((found for found in by_name if found.edtf), UNSTATED)

    def named(self, name: str) -> int | None:
        """The key of the source of this title or address, if one is cited."""
        return self._named.get(_plain(name))

    def _publisher(self, name: str) -> str:
        known = self._publishers.get(name)
        if known is not None:
            return known
        id = slug(name) if name else UNNAMED
        if id in self._publisher_ids:
            id = f"{id}-{digest(name, letters=6)}"
        self._publisher_ids.add(id)
        self._publishers[name] = id
        self._rows.add("publisher", id, name, None, None)
        return id


def _plain(name: str) -> str:
    """A title whatever spaces stand in it: headlines hold some that do not break."""
    return " ".join(name.split())
