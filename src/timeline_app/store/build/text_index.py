"""What the text index holds: a row for each thing that happened, and one for each claim.

A row of an occurrence bears its key, a row of a claim its key below zero. An occurrence holds what
all of its records say, with every name that its actors and places ever had.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from timeline_app.store.build.rows import Rows, Value
from timeline_app.store.schema import BY_NAME, TEXT_COLUMNS
from timeline_app.store.whole_names import WholeNames
from timeline_app.words.folding import BREAK, indexed

Row = dict[str, Value]
IndexRow = tuple[Value, ...]
Key = Value


def text_rows(rows: Rows) -> Iterator[IndexRow]:
    """The rows of the index, made from those of all other tables: claims, then occurrences."""
    texts = _Texts(rows)
    for key in range(rows.count("claim"), 0, -1):
        yield (-key, *texts.of_claim(key))
    told: dict[Key, list[Key]] = {row["key"]: [] for row in _read(rows, "occurrence")}
    for event in _read(rows, "event"):
        told[event["occurrence"]].append(event["key"])
    for occurrence, keys in told.items():
        records = [texts.of_event(key) for key in keys]
        columns = (
            [text for record in records for text in record[n]] for n in range(len(TEXT_COLUMNS))
        )
        yield (occurrence, *map(_joined, columns))


class _Texts:
    """Texts by the keys of what they belong to."""

    def __init__(self, rows: Rows) -> None:
        self._events = {row["key"]: row for row in _read(rows, "event")}
        self._claims = {row["key"]: row for row in _read(rows, "claim")}
        self._outcomes = {row["claim"]: row["text"] for row in _read(rows, "claim_outcome")}
        self._actor_names = _names(rows, "actor")
        self._place_names = _names(rows, "place")
        self._actors = _named(rows, "event_actor", "actor", self._actor_names)
        self._places = _named(rows, "event_place", "place", self._place_names)
        self._spoken_of = _named(rows, "claim_actor", "actor", self._actor_names)
        self._countries = WholeNames(_names_of_countries(rows, self._actor_names))
        cited = _sources(rows)
        self._cited = _of(rows, "citation", "record", "source", cited)
        self._claim_cited = _of(rows, "claim_citation", "claim", "source", cited)

    def of_event(self, key: Key) -> tuple[list[str], ...]:
        """The texts of one record, in the order of the index's columns."""
        event = self._events[key]
        title = [_text(event["title"]), _text(event["short_label"])]
        said = ([_text(event["summary"])], [_text(event["outcome"])])
        return (title, *said, self._actors[key], self._places[key], self._cited[key])

    def of_claim(self, key: int) -> tuple[str, ...]:
        """The texts of one claim, in the same order; what is claimed is its title."""
        claim = self._claims[key]
        title = [_text(claim[name]) for name in ("text", "title")]
        summary = [_text(claim[name]) for name in ("summary", "topic", "note")]
        actors = [_text(claim[n]) for n in ("speaker_as_written", "capacity", "reported_by")]
        actors += self._actor_names[claim["speaker"]] + self._spoken_of[key]
        named = (actor for said in (*title, *summary) for actor in self._countries.within(said))
        actors += [name for actor in dict.fromkeys(named) for name in self._actor_names[actor]]
        outcome = [_text(self._outcomes.get(key, ""))]
        texts = (title, summary, outcome, actors, list[str](), self._claim_cited[key])
        return tuple(map(_joined, texts))


def _names(rows: Rows, of: str) -> dict[Key, list[str]]:
    """Every spelling of each actor or place."""
    found: dict[Key, list[str]] = defaultdict(list)
    for name in _read(rows, "name"):
        if name[of] is not None:
            found[name[of]].append(_text(name["text"]))
    return found


def _names_of_countries(rows: Rows, names: dict[Key, list[str]]) -> Iterator[tuple[str, int]]:
    """Every name of each state and organisation, with its key: what a claim names in one spelling
    is found in all of them."""
    for actor in _read(rows, "actor"):
        key = actor["key"]
        if actor["type"] in ("state", "organisation") and isinstance(key, int):
            yield from ((name, key) for name in names[key])


def _named(rows: Rows, table: str, what: str, names: dict[Key, list[str]]) -> dict[Key, list[str]]:
    """As written, and every spelling, by what the table's first column refers to."""
    found: dict[Key, list[str]] = defaultdict(list)
    for row in _read(rows, table):
        of = row[BY_NAME[table].columns[0]]
        found[of] += [_text(row.get("name_as_written", "")), *names[row[what]]]
    return found


def _sources(rows: Rows) -> dict[Key, list[str]]:
    publishers = {row["id"]: _text(row["name"]) for row in _read(rows, "publisher")}
    return {
        row["key"]: [
            publishers.get(row["publisher"], ""),
            *(_text(row[name]) for name in ("title", "title_en", "author")),
        ]
        for row in _read(rows, "source")
    }


def _of(
    rows: Rows, table: str, of: str, what: str, texts: dict[Key, list[str]]
) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = defaultdict(list)
    for row in _read(rows, table):
        found[row[of]] += texts[row[what]]
    return found


def _read(rows: Rows, table: str) -> Iterator[Row]:
    columns = BY_NAME[table].columns
    return (dict(zip(columns, row, strict=True)) for row in rows.of[table])


def _text(value: Value) -> str:
    return str(value or "")


def _joined(texts: Iterable[str]) -> str:
    """Folded texts, each once; no phrase reaches from one into the next."""
    return f" {BREAK} ".join(indexed(text) for text in dict.fromkeys(texts) if text)
