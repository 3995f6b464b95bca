"""The index finds what a plain look at the words finds, however many begin alike."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.store.build.word_rows import WordRows
from timeline_app.store.schema import WORD_COLUMNS, WORD_INDEX, WORD_INDEX_SQL
from timeline_app.store.word_gaps import BEGINNING, BLOCK, MOST_WORDS, OF_CLAIM
from timeline_app.store.word_index import WordIndex
from timeline_app.words.folding import LOOSE, indexed

words = st.text(alphabet="abя", min_size=1, max_size=7)
texts = st.lists(st.lists(words, max_size=6).map(" ".join), min_size=1, max_size=12)
PARTS = (0, 1, 2, 3, 4)


def index_of(rows: list[tuple[int, tuple[str, ...]]], into: sqlite3.Connection) -> WordIndex:
    made = WordRows()
    into.execute(f"DROP TABLE IF EXISTS {WORD_INDEX}")
    into.execute(WORD_INDEX_SQL)
    held = (*made.take([(key, *texts) for key, texts in rows]), *made.finish())
    holes = ", ".join("?" * len(WORD_COLUMNS))
    into.executemany(f"INSERT INTO {WORD_INDEX} VALUES ({holes})", held)
    return WordIndex(into)


def found(
    index: WordIndex, words: tuple[str, ...], beginnings: tuple[str, ...], parts: tuple[int, ...]
) -> list[int]:
    return np.flatnonzero(index.standing(words, beginnings, parts)).tolist()


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        yield opened


@given(titles=texts, summaries=texts, asked=words, gap=st.sampled_from([1, 300, BLOCK]))
def test_words_and_beginnings_are_found_where_they_stand(
    connection: sqlite3.Connection, titles: list[str], summaries: list[str], asked: str, gap: int
) -> None:
    several = list(zip(titles, summaries, strict=False))
    rows = [(1 + n * gap, (t, s, "", "", "", "")) for n, (t, s) in enumerate(several)]
    index = index_of(rows, connection)
    for parts, says in ((PARTS, lambda t, s: f"{t} {s}"), ((0,), lambda t, s: t)):
        whole = [key for key, (t, s, *_) in rows if asked in says(t, s).split()]
        begun = [
            key
            for key, (t, s, *_) in rows
            if any(word.startswith(asked) for word in says(t, s).split())
        ]
        assert found(index, (asked,), (), parts) == whole
        assert found(index, (), (asked,), parts) == begun
        assert found(index, (asked,), (asked,), parts) == begun
        assert bool(index.going_on(asked, parts)) == bool(begun)


def test_the_beginning_of_many_words_is_one_row(connection: sqlite3.Connection) -> None:
    many = [f"gas{n:03}" for n in range(MOST_WORDS + 1)]
    rows = [(key, (word, "", "", "", "", "")) for key, word in enumerate(many, 1)]
    index = index_of(rows, connection)
    held = f"SELECT DISTINCT word FROM {WORD_INDEX} WHERE part = ? ORDER BY word"
    begun = [word for (word,) in connection.execute(held, (BEGINNING,))]
    assert begun == ["g", "ga", "gas", "gas0"]
    for beginning in (*begun, "gas00", "gas05", "gas064"):
        held = found(index, (), (beginning,), PARTS)
        assert held == [key for key, word in enumerate(many, 1) if word.startswith(beginning)]
    assert index.going_on("gas0", PARTS) is None
    assert index.going_on("gas01", PARTS) == {f"gas01{n}" for n in range(10)}


def test_claims_have_numbers_of_their_own(connection: sqlite3.Connection) -> None:
    nothing = ("", "", "", "", "")
    rows = [(-2, ("gas oil", *nothing)), (-1, ("oil", *nothing)), (1, ("gas", *nothing))]
    index = index_of(rows, connection)
    assert found(index, ("gas",), (), PARTS) == [1]
    assert found(index, ("oil",), (), (OF_CLAIM,)) == [1, 2]


def test_a_loose_form_is_kept_apart_from_written_words(connection: sqlite3.Connection) -> None:
    index = index_of([(7, (indexed("Назарбаев"), "", "", "", "", ""))], connection)
    assert found(index, ("назарбаев",), (), PARTS) == [7]
    (loose,) = index.going_on(LOOSE, PARTS) or ()
    assert found(index, (loose,), (), PARTS) == [7]
    assert found(index, (loose.removeprefix(LOOSE),), (), PARTS) == []


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE text_word SET wide = 3",
        "UPDATE text_word SET gaps = 'text'",
        "UPDATE text_word SET gaps = NULL",
        "UPDATE text_word SET block = -1",
        "UPDATE text_word SET block = 9007199254740993",
        "UPDATE text_word SET part = 'x'",
        "DELETE FROM text_word",
    ],
)
def test_a_damaged_row_stands_nowhere(connection: sqlite3.Connection, spoil: str) -> None:
    index_of([(1, ("gas", "", "", "", "", ""))], connection)
    connection.execute(spoil)
    index = WordIndex(connection)
    assert found(index, ("gas",), ("g",), PARTS) == []
