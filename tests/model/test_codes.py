"""Every layout answers what a plain list of lists would."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.model import codes as columns
from timeline_app.model.codes import Codes, Few, Term, few, narrow, one_each, several

IDS = ("a", "b", "c", "d")
TERMS = tuple(Term(id, id.upper()) for id in IDS)
held_codes = st.lists(st.lists(st.integers(0, 3), max_size=3), max_size=12)


@pytest.fixture(params=[2, columns.AT_ONCE])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many portions as a large table has, or one."""
    monkeypatch.setattr(columns, "AT_ONCE", request.param)


def layouts(rows: list[list[int]]) -> list[Codes]:
    """The same column in every layout that can hold it."""
    flat = np.array([code for row in rows for code in row], np.int64)
    lengths = np.array([len(row) for row in rows], np.int64)
    held = np.repeat(np.arange(len(rows)), lengths)
    made: list[Codes] = [
        several(lengths, flat, TERMS),
        few(held, flat, TERMS, len(rows)),
    ]
    if all(len(row) == 1 for row in rows):
        made.append(one_each(flat, TERMS))
    return made


@pytest.mark.usefixtures("at_once")
@given(held_codes | st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=1)), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_layouts_equal_a_list_of_lists(rows: list[list[int]], data: st.DataObject) -> None:
    n = len(rows)
    low = data.draw(st.integers(0, n))
    high = data.draw(st.integers(low, n))
    some = data.draw(st.lists(st.integers(0, n - 1), max_size=8)) if n else []
    wanted = frozenset(data.draw(st.lists(st.sampled_from((*IDS, "unheard-of")))))
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)), np.bool_)
    for codes in layouts(rows):
        assert len(codes) == n
        assert [codes.of(i) for i in range(n)] == [tuple(IDS[c] for c in row) for row in rows]
        of, entries = codes.entries(low, high)
        pairs = [(i, code) for i in range(low, high) for code in rows[i]]
        assert list(zip(of.tolist(), entries.tolist(), strict=True)) == pairs
        place, entries = codes.entries_of(np.array(some, np.int64))
        pairs = [(i, code) for i, row in enumerate(some) for code in rows[row]]
        assert list(zip(place.tolist(), entries.tolist(), strict=True)) == pairs
        found: list[list[int]] = [[] for _ in some]
        for which, entries in codes.each_of(np.array(some, np.int64)):
            for i, code in zip(np.arange(len(some))[which].tolist(), entries.tolist(), strict=True):
                found[i].append(code)
        assert found == [rows[row] for row in some]
        cuts = np.array(sorted(data.draw(st.lists(st.integers(low, high)))), np.int64)
        held, ends = codes.parted(low, high, cuts)
        assert held.tolist() == codes.entries(low, high)[1].tolist()
        assert ends.tolist() == [sum(map(len, rows[low:cut])) for cut in cuts.tolist()]
        cuts = np.array(sorted(data.draw(st.lists(st.integers(0, len(some))))), np.int64)
        held, ends = codes.parted_of(np.array(some, np.int64), cuts)
        assert held.tolist() == codes.entries_of(np.array(some, np.int64))[1].tolist()
        upto = [sum(len(rows[row]) for row in some[:cut]) for cut in cuts.tolist()]
        assert ends.tolist() == upto
        taken = codes.take(np.array(some, np.int64))
        assert [taken.of(i) for i in range(len(some))] == [codes.of(row) for row in some]
        firsts = [row[0] if row else -1 for row in rows]
        assert codes.first_code().tolist() == firsts
        asked = np.array(some, np.int64)
        assert codes.first_code(asked).tolist() == [firsts[row] for row in some]
        holding = [any(IDS[code] in wanted for code in row) for row in rows]
        assert codes.holding(wanted).tolist() == holding
        assert codes.bare().tolist() == [not row for row in rows]
        plain = [sum(row.count(code) for row in rows) for code in range(4)]
        assert codes.counts().tolist() == plain
        kept = [row for row, is_in in zip(rows, mask.tolist(), strict=True) if is_in]
        assert codes.counts(mask).tolist() == [sum(r.count(c) for r in kept) for c in range(4)]


def test_codes_are_as_narrow_as_their_terms_allow() -> None:
    kinds = [narrow(np.zeros(1, np.int64), n).dtype for n in (256, 257, 65_536, 65_537)]
    assert kinds == [np.uint8, np.uint16, np.uint16, np.int32]


@given(held_codes, held_codes)
def test_few_hold_the_same_where_their_rows_do(
    rows: list[list[int]], others: list[list[int]]
) -> None:
    one, same, other = (layouts(of)[1] for of in (rows, rows, others))
    assert isinstance(one, Few) and isinstance(same, Few) and isinstance(other, Few)
    assert one.holds_what(same)
    assert one.holds_what(other) == (rows == others)


@given(st.lists(st.integers(0, 299), min_size=1), st.sets(st.integers(0, 299), max_size=20))
def test_of_few_or_many_terms_the_rows_are_found_that_hold_one(
    held: list[int], wanted: set[int]
) -> None:
    terms = tuple(Term(str(code), "") for code in range(300))
    codes = one_each(np.array(held, np.int64), terms)
    found = codes.holding(frozenset(map(str, wanted)))
    assert found.tolist() == [code in wanted for code in held]
