"""Words find records in whatever spelling; no typed string fails."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_folders import event, folder, source
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.search import search

TYPED = st.text() | st.text(alphabet='"-*^():ORANDNEAR+ abя\0\ud800', max_size=40)


@pytest.fixture(scope="module")
def archive(shipped_archive: Path) -> Iterator[Archive]:
    opened = Archive.open(shipped_archive)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Four events: 1 war and peace, 2 war, 3 peace in an outcome, 4 in Cyrillic and in a source."""
    made = tmp_path_factory.mktemp("small")
    rows = [
        event("a", title="War and peace", start="2001"),
        event("b", title="A long war", start="2002"),
        event("c", title="Talks", outcome="Peace war was not", start="2003"),
        event("d", title="Мирные переговоры", start="2004", sources=[source(title="Ёлка")]),
    ]
    target = made / "small.archive.sqlite"
    build(folder(made / "data", events=rows), target)
    with closing(Archive.open(target)) as opened:
        yield opened


@pytest.mark.parametrize(
    "spellings",
    [
        ("Назарбаев", "Nazarbayev", "nazarbaev", "НАЗАРБАЕВ"),
        ("Токаев", "Tokayev", "tokaev"),
        ("Türkiye", "turkiye", "Turkey"),
        ("Xi’an", "xian", "xi'an"),
        ("Ürümqi", "urumqi"),
        ("Nur-Sultan", "Акмола", "akmola", "nursultan".replace("rs", "r-s")),
    ],
)
def test_a_name_is_found_in_any_spelling(archive: Archive, spellings: tuple[str, ...]) -> None:
    found = [search(archive, spelling) for spelling in spellings]
    assert found[0]
    assert all(other == found[0] for other in found)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("war", [1, 2, 3]),
        ("WAR peace", [1, 3]),
        ('"war and"', [1]),
        ("“war and”", [1]),
        ('"peace war"', [3]),
        ('"wa"', []),
        ("wa", [1, 2, 3]),
        ("war -peace", [2]),
        ("war -long", [1, 3]),
        ('war -"war and"', [2, 3]),
        ("long OR talks", [2, 3]),
        ("war long OR talks", [2, 3]),
        ("peace or", []),
        ("OR war OR", [1, 2, 3]),
        ("мирн", [4]),
        ("mirnye peregov", [4]),
        ("елка", [4]),
        ("Ёлка", [4]),
        ("astana", [1, 2, 3, 4]),
        ("agency", [1, 2, 3, 4]),
        ("nothing-like-this", []),
        ("-war", []),
        ("", []),
        ("   ", []),
        ('"', []),
        ("title:war", []),
        ("war*", [1, 2, 3]),
    ],
)
def test_what_may_be_typed(small: Archive, typed: str, expected: list[int]) -> None:
    assert search(small, typed) == expected


def test_a_limit_holds(archive: Archive) -> None:
    assert len(search(archive, "a", limit=7)) == 7


def test_what_happened_once_is_found_once(archive: Archive) -> None:
    found = search(archive, "68/262")
    assert len(found) == len(set(found)) >= 1


@given(typed=TYPED)
@settings(max_examples=300)
def test_any_typed_string_finds_something_or_nothing(small: Archive, typed: str) -> None:
    assert set(search(small, typed)) <= {1, 2, 3, 4}
