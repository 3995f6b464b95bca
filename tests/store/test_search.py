"""Terms find what happened and what was claimed, in whatever spelling; no typed string fails."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from itertools import chain, count, repeat
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_folders import event, folder, source
from timeline_app.model.query import Term, read_query
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.search import Search, StoppedError
from timeline_app.words.folding import holds, in_index

CLAIM = {
    "id": "c1",
    "by": "Reid Standish",
    "stated": "2014-05-13",
    "claim": "Kazakhstan will lean towards Beijing",
    "sources": [source(title="Registan")],
    "what_happened": "It leant",
}
TYPED = (
    st.text()
    | st.text(alphabet="\"-*^():ORANDNEAR+{}'’ abя\0\ud800\ue000\ue001", max_size=40)
    | st.sampled_from(["title:", "actor:", "before:", ":", "OR", '"', "-", "claim:x"])
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """1 war and peace, 2 war (also told by a second record), 3 peace in an outcome, 4 Cyrillic."""
    made = tmp_path_factory.mktemp("small")
    rows = [
        event("a", title="War and peace", start="2001"),
        event("b", title="A long war", start="2002"),
        event("c", title="Talks", outcome="Peace war was not", start="2003"),
        event("d", title="Мирные переговоры", start="2004", sources=[source(title="Ёлка")]),
    ]
    twin = event("b-2", title="Siege", start="2002-05", same_as="b")
    target = made / "small.archive.sqlite"
    files = {"events": rows, "derived_us_visits": [twin], "claims": [CLAIM]}
    build(folder(made / "data", **files), target)
    with closing(Archive.open(target)) as opened:
        yield Search(opened)


def found(search: Search, typed: str) -> list[int]:
    """What the one term of a query finds."""
    terms = read_query(typed).terms
    assert len(terms) <= 1
    return search.find(terms[0]).occurrences.tolist() if terms else []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("war", [1, 2, 3]),
        ("WAR", [1, 2, 3]),
        ('"war and"', [1]),
        ("“war and”", [1]),
        ('"peace war"', [3]),
        ('"wa"', []),
        ("wa", [1, 2, 3]),
        ("war*", [1, 2, 3]),
        ("war-and", [1]),
        ("siege", [2]),
        ("мирн", [4]),
        ("mirnye", [4]),
        ("peregov", [4]),
        ("елка", [4]),
        ("Ёлка", [4]),
        ("Yolka", [4]),
        ("astana", [1, 2, 3, 4]),
        ("Астана", [1, 2, 3, 4]),
        ("agency", [1, 2, 3, 4]),
        ("title:war", [1, 2]),
        ("TITLE:war", [1, 2]),
        ('title:"long war"', [2]),
        ("actor:war", []),
        ("actor:kazakh", [1, 2, 3, 4]),
        ("place:astana", [1, 2, 3, 4]),
        ("place:kazakhstan", []),
        ("source:agency", [1, 2, 3, 4]),
        ("source:елка", [4]),
        ("nothing-like-this", []),
        ("note:war", []),
        ("kind:visit", []),
        ("", []),
        ("   ", []),
        ('"', []),
        (":", []),
    ],
)
def test_what_may_be_typed(small: Search, typed: str, expected: list[int]) -> None:
    assert found(small, typed) == expected


@pytest.mark.parametrize("typed", ["beijing", "Standish", "registan", "leant", "claim:lean"])
def test_claims_are_found_by_their_words_their_speaker_and_their_source(
    small: Search, typed: str
) -> None:
    (term,) = read_query(typed).terms
    held = small.find(term)
    assert held.claims.tolist() == [1]
    assert held.occurrences.tolist() == []


@given(typed=TYPED | st.lists(TYPED, max_size=6).map(" ".join))
@settings(max_examples=300)
def test_any_typed_string_finds_something_or_nothing(small: Search, typed: str) -> None:
    for term in read_query(typed).terms:
        held = small.find(term)
        assert set(held.occurrences.tolist()) <= {1, 2, 3, 4}
        assert set(held.claims.tolist()) <= {1}


@pytest.mark.parametrize("typed", ["я" * 10_000, '"' + "ab " * 4_000, "x-" * 5_000, "a:" * 5_000])
def test_ten_thousand_letters_are_a_query_too(small: Search, typed: str) -> None:
    assert [small.find(term).occurrences.tolist() for term in read_query(typed).terms] in (
        [[]],
        [[]] * 24,
    )


LETTERS = "gaw "
SAID = st.text(alphabet=LETTERS, min_size=1, max_size=12)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Search, list[str]]]:
    """Titles of so many words that beginnings have rows of their own; the occurrence of the title
    `n` is `n + 1`."""
    made = tmp_path_factory.mktemp("large")
    random = Random(4)
    titles = [
        " ".join("".join(random.choices(LETTERS[:3], k=random.randint(1, 6))) for _ in range(4))
        for _ in range(400)
    ]
    rows = [
        event(f"e{n}", title=title, start=str(date.fromordinal(700_000 + n)))
        for n, title in enumerate(titles)
    ]
    target = made / "large.archive.sqlite"
    build(folder(made / "data", events=rows), target)
    with closing(Archive.open(target)) as opened:
        yield Search(opened), titles


def plainly(titles: list[str], term: Term) -> list[int]:
    """The occurrences of the titles that hold it, by a look at every one."""
    forms = in_index(term.words, term.whole)
    return [n for n, title in enumerate(titles, 1) if holds(title, forms)]


@given(words=SAID, quoted=st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_term_finds_what_a_plain_look_at_the_titles_finds(
    large: tuple[Search, list[str]], words: str, quoted: bool
) -> None:
    search, titles = large
    typed = f'title:"{words}"' if quoted else f"title:{words.strip() or 'g'}"
    for term in read_query(typed).terms:
        if term.field != "title":
            continue
        assert search.find(term).occurrences.tolist() == plainly(titles, term)


@pytest.mark.parametrize("typed", ["title:gaw-a", "title:a-g", 'title:"gaw"', "title:g"])
def test_words_joined_by_a_hyphen_stand_side_by_side_the_last_open(
    large: tuple[Search, list[str]], typed: str
) -> None:
    search, titles = large
    (term,) = read_query(typed).terms
    assert search.find(term).occurrences.tolist() == plainly(titles, term)


def test_a_search_that_nobody_waits_for_ends(small: Search) -> None:
    (term,) = read_query("unheard-of").terms
    with pytest.raises(StoppedError):
        small.find(term, stopped=lambda: True)
    assert small.find(term).occurrences.tolist() == []


@pytest.mark.parametrize("typed", ["title:GAW", "title:G", 'title:"GAW AG"', "title:G-A"])
def test_whenever_it_is_stopped_it_ends_and_nothing_half_found_is_kept(
    large: tuple[Search, list[str]], typed: str
) -> None:
    search, titles = large
    (term,) = read_query(typed).terms
    for most in count():
        looks = chain(repeat(False, most), repeat(True))
        try:
            held = search.find(term, stopped=partial(next, looks))
        except StoppedError:
            continue
        break
    assert most > 3  # before what claims say, what titles do, a row is read, and unpacked
    assert held.occurrences.tolist() == plainly(titles, term)
