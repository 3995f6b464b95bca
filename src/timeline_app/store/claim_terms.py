"""Under which countries and vectors a claim stands: those coded or else those that it names.

Most claims in the data code neither. Such a claim stands under each country whose name its words
hold (what is claimed, its title, topic and summary, who speaks and in what capacity), and under the
vectors of the countries and organisations named so, by the archive's own list of members. A name
counts only as a whole: "Kazakh" or "Moscow" names no country here.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from timeline_app.store.typed_rows import Fields, Reader, sound_sql
from timeline_app.store.whole_names import WholeNames

MOST_NAMES = 50_000
MOST_LINKS = 2_000_000

Links = dict[int, list[int]]
"""Row numbers of what each claim is linked to, by its key."""

_NAMES = Reader(
    "name.actor, name.text",
    "FROM name JOIN actor ON actor.key = name.actor WHERE type IN ('state', 'organisation')",
)
_CODES = Reader("actor.key actor, actor.code text", "FROM actor WHERE type = 'organisation'")
_STATES = Reader("actor.key", "FROM actor WHERE type = 'state' AND iso3 <> ''")
_MEMBERS = Reader("vector_member.actor, vector_member.vector", "FROM vector_member")
_CODED_STATES = (
    "SELECT claim, actor FROM claim_actor JOIN actor ON actor.key = actor "
    f"WHERE type = 'state' AND iso3 <> '' AND {sound_sql('claim_actor')} ORDER BY claim, n"
)
_CODED_VECTORS = (
    "SELECT claim, vector.rowid FROM claim_vector JOIN vector ON vector.id = vector "
    f"WHERE {sound_sql('claim_vector')} ORDER BY claim, claim_vector.n"
)
_SAID = ("text", "title", "topic", "summary", "speaker_as_written", "capacity")


class Named:
    """The countries and organisations of an archive by their names; the vectors they belong to."""

    def __init__(self, connection: sqlite3.Connection, vectors: dict[str, int]) -> None:
        self._names = WholeNames(
            (row["text"], row["actor"])
            for reader in (_NAMES, _CODES)
            for row, why in reader.judged(connection, most=MOST_NAMES)
            if not why and row["actor"] is not None
        )
        self._states = {row["key"] for row in _STATES.sound(connection)}
        self._vectors: dict[int, list[int]] = defaultdict(list)
        for row in _MEMBERS.sound(connection):
            if row["vector"] in vectors:
                self._vectors[row["actor"]].append(vectors[row["vector"]])

    def of(self, claim: Fields) -> tuple[list[int], list[int]]:
        """Row numbers of the states that a claim names, and of the vectors it thereby stands under.

        Each once, in the order in which they are named.
        """
        named = dict.fromkeys(actor for part in _SAID for actor in self._names.within(claim[part]))
        vectors = dict.fromkeys(v for actor in named for v in self._vectors.get(actor, ()))
        return [actor for actor in named if actor in self._states], list(vectors)


def coded_states(connection: sqlite3.Connection) -> Links:
    """The states that are coded for each claim."""
    return _links(connection.execute(_CODED_STATES).fetchmany(MOST_LINKS))


def coded_vectors(connection: sqlite3.Connection) -> Links:
    """The vectors that are coded for each claim."""
    return _links(connection.execute(_CODED_VECTORS).fetchmany(MOST_LINKS))


def _links(pairs: Sequence[tuple[int, int]]) -> Links:
    found: Links = defaultdict(list)
    for claim, linked in pairs:
        found[claim].append(linked)
    return found
