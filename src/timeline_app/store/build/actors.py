"""Actors: those the folder describes, and those that only have a name."""

from collections.abc import Iterable
from dataclasses import fields as columns_of

from timeline_app.dataclass import dataclass
from timeline_app.store.build import fields
from timeline_app.store.build.fields import Row
from timeline_app.store.build.names import Names, Spelling
from timeline_app.store.build.problems import FieldError
from timeline_app.store.build.rows import Ids, Rows
from timeline_app.store.build.slugs import slug
from timeline_app.words.folding import fold
from timeline_app.words.tr import tr

TYPES = ("state", "organisation", "person", "other")

_CODE = "its code in the actors file"


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office."""

    office: str
    state: str
    start: str
    end: str
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as a record names it."""

    name: str
    type: str
    iso3: str
    code: str
    role: str


def named(row: Row) -> Named:
    """Reads an actor of a record."""
    return Named(
        fields.needed_text(row, "name", 400),
        _type(row),
        *_codes(row),
        fields.text(row, "role", 400),
    )


class Actors:
    """Who is meant by a name, a country code or an organisation's code; each gets a key."""

    def __init__(self, rows: Rows, ids: Ids, names: Names) -> None:
        self._rows = rows
        self._names = names
        self._ids = ids
        self._by_iso3: dict[str, int] = {}
        self._by_code: dict[str, int] = {}
        self._by_name: dict[tuple[str, str], int] = {}
        self._ambiguous: set[tuple[str, str]] = set()
        self._of_key: list[tuple[str, str, str]] = []
        self.terms: dict[int, list[Term]] = {}
        self.name_only: list[str] = []

    def describe(self, row: Row) -> None:
        """Takes in one row of an actors file."""
        id, name = fields.identifier(row), fields.needed_text(row, "name", 400)
        type = _type(row)
        iso3, code = _codes(row)
        lat, lon = fields.number(row, "lat", -90, 90), fields.number(row, "lon", -360, 360)
        aliases = fields.texts(row, "aliases")
        spoken = {f: fields.text(row, f, 400) for f in ("name_ru", "name_native", "qid", "capital")}
        terms = [_term(term) for term in fields.rows(row, "terms")]
        central, source = fields.truth(row, "central_asia"), fields.text(row, "source")
        key = self._add(id, name, type, iso3, code)
        about = (spoken["qid"], int(central), spoken["capital"], lat, lon, 0, source)
        self._rows.add("actor", key, id, name, type, iso3, code, *about)
        self.terms[key] = terms
        self._spell(
            key,
            id,
            type,
            [
                Spelling(name, "en"),
                Spelling(spoken["name_ru"], "ru"),
                *(Spelling(part.strip()) for part in spoken["name_native"].split(";")),
                *map(Spelling, aliases),
                *(Spelling(short, basis=_CODE) for short in (code, iso3)),
            ],
        )

    def finish(self) -> None:
        """Writes the terms of office, now that every state is known."""
        for key, terms in self.terms.items():
            for n, term in enumerate(terms):
                state = self._by_iso3.get(term.state)
                said = (term.office, term.start, term.end, term.source)
                self._rows.add("actor_term", key, n, state, *said)

    def found(self, actor: Named) -> int:
        """The key of the actor that a record means."""
        return self.named(actor.name, actor.type, actor.iso3, actor.code)

    def named(self, name: str, type: str, iso3: str = "", code: str = "") -> int:
        """The key of the actor of this name.

        One that is not known becomes an actor with nothing but this name, and is listed.
        """
        known = self.known(name, type, iso3, code)
        if known is not None:
            return known
        id = self._free_id(f"state-{iso3.lower()}" if iso3 else f"{type}-{slug(name)}")
        key = self._add(id, name, type, iso3, code)
        self._rows.add("actor", key, id, name, type, iso3, code, "", 0, "", None, None, 1, "")
        self._spell(key, id, type, [Spelling(name)])
        self.name_only.append(name)
        return key

    def known(self, name: str, type: str, iso3: str = "", code: str = "") -> int | None:
        """The key of the actor of this code or name, if there is one."""
        if iso3:
            return self._by_iso3.get(iso3)
        if code and code in self._by_code:
            return self._by_code[code]
        mark = (type, fold(name))
        return None if mark in self._ambiguous else self._by_name.get(mark)

    def state(self, iso3: str) -> int | None:
        """The key of the state of this code."""
        return self._by_iso3.get(iso3)

    def iso3(self, key: int) -> str:
        """The country code of an actor, or empty."""
        return self._of_key[key - 1][2]

    def type(self, key: int) -> str:
        """The type of an actor."""
        return self._of_key[key - 1][1]

    def _add(self, id: str, name: str, type: str, iso3: str, code: str) -> int:
        key = self._rows.count("actor") + 1
        self._of_key.append((id, type, iso3))
        if iso3:
            self._by_iso3.setdefault(iso3, key)
        if code:
            self._by_code.setdefault(code, key)
        self._by_name.setdefault((type, fold(name)), key)
        return key

    def _spell(self, key: int, id: str, type: str, own: Iterable[Spelling]) -> None:
        """Notes every spelling; one that two actors of a type share leads to neither."""
        for text in self._names.write(id, own, actor=key):
            mark = (type, fold(text))
            if self._by_name.setdefault(mark, key) != key:
                self._ambiguous.add(mark)

    def _free_id(self, wanted: str) -> str:
        id, n = wanted, 2
        while self._ids.taken(id):
            id, n = f"{wanted}-{n}", n + 1
        self._ids.take(id, "", 0)
        return id


def _type(row: Row) -> str:
    type = fields.text(row, "type", 40) or "other"
    if type not in TYPES:
        raise FieldError("type", tr("“{type}” is not a type of actor", type=type))
    return type


def _codes(row: Row) -> tuple[str, str]:
    return fields.text(row, "iso3", 10), fields.text(row, "code", 60)


def _term(row: Row) -> Term:
    return Term(**{part.name: fields.text(row, part.name) for part in columns_of(Term)})
