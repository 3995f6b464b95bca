"""What may have been recorded twice: the rule by examples, and against every pair there is."""

import random

import numpy as np
import pytest

from timeline_app.analysis.doubles import LEAST_ALIKE, NEAR_DAYS, find_doubles
from timeline_app.model.codes import several
from timeline_app.model.event_table import Codes, EventTable, Term

Row = tuple[int, int, str, str, str, str]
"""First day, last day, kind, actors by a letter each, layer, title."""


def table_of(rows: list[Row]) -> EventTable:
    n = len(rows)
    first, last = (np.array([row[i] for row in rows], np.int64) for i in (0, 1))

    def codes(column: list[list[str]]) -> Codes:
        known = sorted({term for terms in column for term in terms})
        lengths = np.array([len(terms) for terms in column], np.int64)
        flat = np.array([known.index(t) for terms in column for t in terms], np.int32)
        return several(lengths, flat, tuple(Term(t, t) for t in known))

    key = np.arange(n, dtype=np.int64)
    return EventTable(
        key=key,
        occurrence=key + 100,
        first=first,
        last=last,
        inner_first=first,
        inner_last=last,
        doubt=np.zeros(n, np.uint8),
        importance=np.zeros(n, np.int32),
        known_from=first,
        terms={
            "kind": codes([[row[2]] for row in rows]),
            "actor": codes([list(row[3]) for row in rows]),
            "layer": codes([[row[4]] for row in rows]),
        },
    )


def pairs(rows: list[Row], machine: set[str] | None = None) -> set[tuple[int, int]]:
    rows = sorted(rows)
    titles = {key: row[5] for key, row in enumerate(rows)}
    found = find_doubles(
        table_of(rows), lambda keys: {k: titles[k] for k in keys}, machine or set()
    )
    return {(pair.one - 100, pair.other - 100) for pair in found}


ONE: Row = (10, 10, "visit", "abc", "hand", "Putin meets Nazarbayev in Astana")


@pytest.mark.parametrize(
    ("other", "double"),
    [
        ((10, 10, "visit", "abc", "hand", "Putin in Astana"), True),
        ((11, 11, "summit", "abc", "machine", "Nazarbayev receives Putin, Astana"), True),
        ((10 + NEAR_DAYS, 15, "talks", "abcd", "hand", "Putin in Astana"), True),
        ((10 + NEAR_DAYS + 1, 15, "talks", "abcd", "hand", "Putin in Astana"), False),
        ((10, 10, "election", "abc", "hand", "Putin in Astana"), False),
        ((10, 10, "visit", "a", "hand", "Putin in Astana"), False),
        ((10, 10, "visit", "abd", "hand", "Putin in Astana"), False),
        ((10, 10, "visit", "abcdefg", "hand", "Putin in Astana"), False),
        ((10, 10, "visit", "abc", "hand", "Gas prices agreed"), False),
        ((10, 200, "visit", "abc", "hand", "Putin in Astana"), True),
        ((10, 200, "visit", "abcd", "hand", "Putin in Astana"), False),
        ((10, 9_000, "visit", "abc", "hand", "Putin in Astana"), False),
    ],
)
def test_what_is_a_double(other: Row, double: bool) -> None:
    assert pairs([ONE, other]) == ({(0, 1)} if double else set())


def test_entries_of_one_machine_coded_layer_stand_for_themselves() -> None:
    one = (10, 10, "visit", "ab", "machine", "A meets B")
    near = (10, 10, "visit", "ab", "machine", "A meets B again")
    assert pairs([one, near], {"machine"}) == set()
    assert pairs([one, near], set()) == {(0, 1)}
    assert pairs([one, one], {"machine"}) == {(0, 1)}
    vote = (10, 10, "vote", "ab", "machine", "A meets B")
    assert pairs([vote, vote], {"machine"}) == set()


def test_nothing_and_one_have_no_double() -> None:
    assert pairs([]) == set()
    assert pairs([ONE]) == set()
    assert pairs([(10, 10, "visit", "", "hand", ""), (10, 10, "visit", "", "hand", "")]) == set()


@pytest.mark.parametrize("at_once", [1, 40, 200_000])
@pytest.mark.parametrize("seed", range(8))
def test_no_pair_is_missed_and_none_is_found_twice(
    seed: int, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against the rule as it is written, on every pair of a crowd, however few are looked at in one
    call."""
    for name in ("AT_ONCE", "_AT_ONCE"):
        monkeypatch.setattr(f"timeline_app.analysis.doubles.{name}", at_once)
    dice = random.Random(seed)
    rows = sorted(
        (
            first := dice.randrange(40),
            first + dice.choice((0, 0, 0, 1, 30, 120, 500)),
            dice.choice(("visit", "summit", "vote", "agreement")),
            "".join(dice.sample("abcdef", dice.randrange(0, 5))),
            "hand",
            "one title",
        )
        for _ in range(150)
    )
    wanted = set()
    for a in range(len(rows)):
        for b in range(a + 1, len(rows)):
            one, other = rows[a], rows[b]
            x, y = set(one[3]), set(other[3])
            common, longest = len(x & y), max(one[1] - one[0], other[1] - other[0])
            related = one[2] == other[2] or {one[2], other[2]} == {"visit", "summit"}
            if not related or common < 2 or other[0] > one[1] + NEAR_DAYS or longest > 366:
                continue
            part = common / len(x | y)
            within = common == min(len(x), len(y)) and part >= 0.5
            if part == 1 if longest > 92 else within or part >= 2 / 3:
                wanted.add((a, b))
    assert pairs(rows) == wanted
    assert wanted


def test_the_likeliest_come_first() -> None:
    rows = [
        ONE,
        (10, 10, "visit", "abc", "hand", "Putin meets Nazarbayev in Astana again"),
        (10, 10, "visit", "abc", "hand", "Putin and gas"),
    ]
    titles = {key: row[5] for key, row in enumerate(rows)}
    found = find_doubles(table_of(rows), lambda keys: {k: titles[k] for k in keys}, set())
    alike = [pair.alike for pair in found]
    assert alike == sorted(alike, reverse=True)
    assert all(LEAST_ALIKE <= one <= 1 for one in alike)
    assert found[0].actors == ("a", "b", "c")
