"""What is dropped is exactly what rests on it; the paragraph without it stands beside the whole."""

import numpy as np
import pytest

from timeline_app.session.comparison import ComparisonMaking, compared
from timeline_app.session.comparison_words import statement
from timeline_app.session.kept_measure import measure_state, read_measure
from timeline_app.session.lean import UNKNOWN, Lean, kept_of, language_of, lean_words
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session

from .later import Later


def publishers_of(session: Session) -> list[set[str]]:
    codes = session.snapshot.table.terms["source"]
    return [set(codes.of(row)) for row in range(len(session.snapshot.table))]


def test_one_source_is_dropped(session: Session) -> None:
    kept = kept_of(session.snapshot.table, Lean(one_source=True), {})
    assert kept.tolist() == [len(held) > 1 for held in publishers_of(session)]


def test_a_publisher_is_dropped_with_what_rests_on_it_alone(session: Session) -> None:
    held = publishers_of(session)
    alone = [next(iter(one)) for one in held if len(one) == 1]
    most = max(set(alone), key=alone.count)
    kept = kept_of(session.snapshot.table, Lean(publisher=most), {})
    assert kept.tolist() == [one != {most} for one in held]
    assert 0 < np.count_nonzero(~kept) == alone.count(most)


def test_a_language_is_dropped_and_unknown_is_a_group_of_its_own(session: Session) -> None:
    held = publishers_of(session)
    every = sorted(set().union(*held))
    languages = {name: ("ru" if n % 3 == 0 else "") for n, name in enumerate(every)}
    for code in ("ru", UNKNOWN):
        kept = kept_of(session.snapshot.table, Lean(language=code), languages)
        wanted = [
            not one or any(language_of(name, languages) != code for name in one) for one in held
        ]
        assert kept.tolist() == wanted
        assert not kept.all()


def test_nothing_dropped_drops_nothing(session: Session) -> None:
    assert kept_of(session.snapshot.table, Lean(), {}).all()
    assert not Lean()


def test_the_sentence_before_and_after(session: Session) -> None:
    session.measure_by(Measure(draws=100))
    session.compare_preset("crimea")
    before = compared(session.snapshot)
    session.lean_by(Lean(one_source=True))
    later = Later()
    whole = ComparisonMaking(later, lambda: None)
    less = ComparisonMaking(later, lambda: None, leaning=True)
    for making in (whole, less):
        making.ask(session.snapshot)
    later.work()
    assert whole.comparison is not None and less.comparison is not None
    said = ["".join(p.text for p in statement(one)) for one in (whole.comparison, before)]
    assert said[0] == said[1]
    assert less.comparison.sums_a.n[0] < whole.comparison.sums_a.n[0]
    several = publishers_of(session)
    assert all(len(several[row]) > 1 for row in less.comparison.only_a.row.tolist())
    session.lean_by(Lean())
    less.ask(session.snapshot)
    assert less.comparison is None


@pytest.mark.parametrize(
    ("lean", "said"),
    [
        (Lean(), ""),
        (Lean(True), "with two sources or more"),
        (Lean(False, "akorda"), "without Akorda"),
        (Lean(True, "x", "ru"), "with two sources or more, without x, without Russian"),
        (Lean(False, "", UNKNOWN), "without language unknown"),
        (Lean(True, by_hand=True), "with two sources or more, without machine-coded layers"),
    ],
)
def test_what_is_dropped_is_said(lean: Lean, said: str) -> None:
    assert lean_words(lean, lambda id: {"akorda": "Akorda"}.get(id, id)) == said


def test_machine_coded_layers_that_count_can_be_dropped(session: Session) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    session.switch_layers(archive.layers_on | {"telephone-contacts"})
    session.measure_by(Measure(draws=20))
    session.compare_preset("crimea")
    by_people = compared(session.snapshot)
    session.measure_by(Measure(draws=20, machine_coded=True))
    every = compared(session.snapshot)
    assert every.sums_b.n[0] > by_people.sums_b.n[0]
    assert "telephone-contacts" in every.of.layers
    session.lean_by(Lean(by_hand=True))
    dropped = compared(session.snapshot)
    assert dropped.only_b.row.tolist() == by_people.only_b.row.tolist()
    assert dropped.of.layers_out == by_people.of.layers_out
    kept = measure_state(session.snapshot.measure)
    assert read_measure(kept, 1, 20) == session.snapshot.measure
