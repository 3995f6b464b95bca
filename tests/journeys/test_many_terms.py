"""A column may have as many terms as events have actors: while somebody waits, no more of them are
read than are told of."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline_app.model import terms as packed
from timeline_app.model.terms import Texts
from timeline_app.panes.facet_terms import terms_of
from timeline_app.session.session import Session
from timeline_app.store.build.synthetic import synthesize

MOST_READ = 100


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.archive.sqlite"
    synthesize(4_000, path, seed=3)
    return path


@pytest.fixture
def opened(archive: Path) -> Iterator[Session]:
    session = Session()
    assert session.open_archive(archive)  # its columns are kept now, and mapped the next time
    assert session.open_archive(archive)
    assert len(session.snapshot.table.terms["actor"].terms) > 8 * MOST_READ
    yield session
    session.close()


def _brush(session: Session) -> None:
    first = int(session.snapshot.home.first)
    session.set_span(first + 900, first + 2_000)
    session.sentence()


def _choose(session: Session) -> None:
    terms = session.snapshot.table.terms["actor"].terms
    session.set_terms("actor", [terms.ids[7], terms.ids[800]])
    session.sentence()


def _select(session: Session) -> None:
    occurrence = int(session.snapshot.table.occurrence[2_000])
    session.select([occurrence])
    session.event(occurrence)
    session.derived_vectors(occurrence)


def _look_at_facets(session: Session) -> None:
    terms = terms_of("actor", session.snapshot)
    assert len(terms.beginning(3, frozenset({terms[800].term}))) == 4
    assert terms.found("a", 20)
    assert not terms.found("no such name", 20)


def _group(session: Session) -> None:
    session.group_by("organisation")
    session.group_by("vector")


@pytest.mark.parametrize("act", [_brush, _choose, _select, _look_at_facets, _group])
def test_few_terms_are_read(
    opened: Session, act: Callable[[Session], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    read, raw, plain = [0], Texts.raw, Texts.__iter__

    def one(texts: Texts, at: int) -> bytes:
        read[0] += 1
        return raw(texts, at)

    def each(texts: Texts) -> Iterator[str]:
        read[0] += len(texts)
        return plain(texts)

    monkeypatch.setattr(packed, "_LIKELY", MOST_READ)  # so few of so many as in a large archive
    monkeypatch.setattr(Texts, "raw", one)
    monkeypatch.setattr(Texts, "__iter__", each)
    act(opened)
    assert read[0] < 4 * MOST_READ
