"""Narrowing to what is weak: the number of a check is the length of the list it leads to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from timeline_app.model.filter import QUALITY
from timeline_app.model.quality import DISPUTED, DOUBLES
from timeline_app.session.quality import double_words, scope_words
from timeline_app.session.running import at_once
from timeline_app.session.sentence import said
from timeline_app.session.session import Session

Jobs = list[tuple[Callable[[], Any], Callable[[Any], None]]]


def test_each_check_leads_to_a_list_of_its_length(session: Session) -> None:
    session.judge_quality()
    quality = session.snapshot.quality
    assert quality is not None
    assert quality.of(DOUBLES) is not None
    for weak in quality.events:
        session.narrow(weak.check.id)
        table, order = session.snapshot.table, session.order()
        assert session.snapshot.passing.possible == len(order) == len(weak)
        assert sorted(table.occurrence[order].tolist()) == weak.occurrences.tolist()
        assert weak.check.phrase in said(session.sentence())
        session.clear_clause(QUALITY)
        assert not session.snapshot.filter


def test_counts_follow_the_filter_and_lead_to_lists_of_that_length(session: Session) -> None:
    session.judge_quality()
    session.set_terms("state", ["KGZ"])
    session.narrow("coarse")
    quality = session.snapshot.quality
    assert quality is not None
    counts = session.weak_passing(quality)
    for check, n in counts.items():
        session.narrow(check)
        assert session.snapshot.passing.possible == n
    assert 0 < counts["coarse"] < len(quality.of("coarse") or ())


def test_clear_all_undoes_it(session: Session) -> None:
    session.narrow("one-source")
    assert QUALITY in session.snapshot.filter.clauses
    session.clear_all()
    assert session.snapshot.passing.possible == len(session.snapshot.table)


def test_other_layers_are_judged_again(session: Session) -> None:
    session.narrow("unverified")
    assert session.snapshot.passing.possible == 0
    session.switch_layers({"china-meetings", "telephone-contacts"})
    quality = session.snapshot.quality
    assert quality is not None
    unverified = quality.of("unverified")
    assert unverified is not None
    assert session.snapshot.passing.possible == len(unverified) > 0
    machine = quality.of("machine-coded")
    assert machine is not None
    assert len(machine) == len(session.snapshot.table)


def test_what_was_cleared_before_it_was_known_stays_cleared(session: Session) -> None:
    waiting: Jobs = []
    session._slowly = lambda job, done: waiting.append((job, done))
    session.narrow("one-source")
    assert not session.snapshot.filter
    session.clear_all()
    session.set_terms("state", ["KAZ"])
    for job, done in waiting:
        done(job())
    assert QUALITY not in session.snapshot.filter.clauses
    assert session.snapshot.quality is not None


def test_answers_about_another_table_are_dropped(session: Session) -> None:
    waiting: Jobs = []
    session._slowly = lambda job, done: waiting.append((job, done))
    session.judge_quality()
    session.switch_layers({"us-visits"})
    for job, done in waiting:
        done(job())
    assert session.snapshot.quality is None


def test_a_check_that_is_not_known_asks_for_nothing(session: Session) -> None:
    session.narrow("no such check")
    session.narrow(f"{DISPUTED}:nothing")
    assert not session.snapshot.filter


def test_nothing_open_is_not_judged() -> None:
    session = Session()
    session.judge_quality()
    session.narrow("one-source")
    assert session.snapshot.quality is None
    assert scope_words(session.snapshot) == "No archive is open."


def test_doubles_are_rows_with_a_reason(session: Session) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    session.switch_layers({layer.id for layer in archive.edition.layers})
    session.judge_quality()
    quality = session.snapshot.quality
    assert quality is not None
    words = double_words(session, quality)
    reasons = {frozenset((a.title, b.title)): why for a, b, why in words}
    why = reasons[
        frozenset(
            (
                "Kazakhstan listed as full member of United Nations",
                "Kazakhstan becomes a member of the United Nations",
            )
        )
    ]
    assert why.startswith("same days; both name Kazakhstan, United Nations; both: Accession")
    weak = quality.of(DOUBLES)
    assert weak is not None
    assert len(weak) == len({row.occurrence for a, b, _ in words for row in (a, b)})
    assert np.isin(weak.rows, np.arange(len(session.snapshot.table))).all()


@pytest.mark.parametrize("layers", [{"curated-1"}, {"curated-1", "curated-2", "seed"}])
def test_the_scope_says_how_many_layers_are_on(session: Session, layers: set[str]) -> None:
    session.switch_layers(layers)
    n = len(session.snapshot.table)
    assert scope_words(session.snapshot).startswith(f"{n:,} events, each counted once; ")
    assert f"{len(layers)} of 10 layers are on." in scope_words(session.snapshot)


def _waiting(archive: Path) -> tuple[Session, Jobs]:
    """A session on this archive whose slow work waits to be done."""
    slow: Jobs = []
    session = Session(at_once, slowly=lambda job, done: slow.append((job, done)))
    session.begin_opening(archive)
    return session, slow


def _do(slow: Jobs) -> None:
    for job, done in slow:
        done(job())


def test_nothing_that_is_drawn_waits_for_the_look(shipped_archive: Path) -> None:
    session, slow = _waiting(shipped_archive)
    session.judge_quality()
    heard: list[int] = []
    session.aside(lambda: 1, heard.append)
    assert heard == [1]
    assert session.snapshot.quality is None
    assert len(slow) == 2
    _do(slow)
    assert session.snapshot.quality is not None
    assert session.snapshot.quality.of(DOUBLES) is not None


@pytest.mark.parametrize("end", [Session.close, lambda one: one.switch_layers(set())])
def test_a_look_that_nobody_waits_for_ends(
    shipped_archive: Path, end: Callable[[Session], None]
) -> None:
    session, slow = _waiting(shipped_archive)
    session.judge_quality()
    end(session)
    assert [job() for job, _ in slow] == [None, ()]
    _do(slow)
    assert session.snapshot.quality is None
