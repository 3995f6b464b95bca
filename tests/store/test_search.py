"""Terms find what happened and what was claimed, in whatever spelling; no typed string fails."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_folders import event, folder, source
from timeline_app.model.query import read_query
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.search import find, match_of, read_claim_days

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
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
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
        yield opened


def found(archive: Archive, typed: str) -> list[int]:
    """What the one term of a query finds."""
    terms = read_query(typed).terms
    assert len(terms) <= 1
    return find(archive, terms[0]).occurrences.tolist() if terms else []


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
def test_what_may_be_typed(small: Archive, typed: str, expected: list[int]) -> None:
    assert found(small, typed) == expected


@pytest.mark.parametrize("typed", ["beijing", "Standish", "registan", "leant", "claim:lean"])
def test_claims_are_found_by_their_words_their_speaker_and_their_source(
    small: Archive, typed: str
) -> None:
    (term,) = read_query(typed).terms
    held = find(small, term)
    assert held.claims.tolist() == [1]
    assert held.occurrences.tolist() == []
    assert read_claim_days(small).key.tolist() == [1]


@given(typed=TYPED | st.lists(TYPED, max_size=6).map(" ".join))
@settings(max_examples=300)
def test_any_typed_string_finds_something_or_nothing(small: Archive, typed: str) -> None:
    for term in read_query(typed).terms:
        held = find(small, term)
        assert set(held.occurrences.tolist()) <= {1, 2, 3, 4}
        assert set(held.claims.tolist()) <= {1}
        assert bool(match_of(term)) >= bool(len(held.occurrences))


@pytest.mark.parametrize("typed", ["я" * 10_000, '"' + "ab " * 4_000, "x-" * 5_000, "a:" * 5_000])
def test_ten_thousand_letters_are_a_query_too(small: Archive, typed: str) -> None:
    assert [find(small, term).occurrences.tolist() for term in read_query(typed).terms] in (
        [[]],
        [[]] * 24,
    )
