"""Packed terms answer what a plain list of them would."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import terms as packed
from timeline_app.model.terms import Term, Terms, Texts, but

LETTERS = st.text(st.sampled_from("abAB яЯё0\U0001f3d4"), max_size=6)
LONG = st.sampled_from(("", "the government of the republic of ", "правительство республики "))
WORDS = st.builds(lambda long, short: long + short, LONG, LETTERS)
TERMS = st.lists(st.builds(Term, WORDS, WORDS), max_size=40)


@given(st.lists(WORDS, max_size=40), st.integers(-45, 45), st.slices(45))
def test_texts_are_those_that_were_packed(texts: list[str], at: int, some: slice) -> None:
    held = Texts.of(texts)
    assert [*held] == texts
    assert held[some] == texts[some]
    assert held == Texts.of(texts)
    if -len(texts) <= at < len(texts):
        assert held[at] == texts[at]
    else:
        with pytest.raises(IndexError):
            held[at]


@given(st.lists(WORDS, min_size=1, max_size=40), st.lists(st.integers(0, 39), max_size=20))
def test_some_texts_are_taken_in_any_order(texts: list[str], wanted: list[int]) -> None:
    rows = np.array([n % len(texts) for n in wanted], np.int64)
    assert [*Texts.of(texts).take(rows)] == [texts[n] for n in rows.tolist()]


@given(st.lists(WORDS, max_size=40), LETTERS.filter(bool))
def test_a_text_is_found_in_those_that_hold_it(texts: list[str], sought: str) -> None:
    assert [*Texts.of(texts).holding(sought)] == [n for n, t in enumerate(texts) if sought in t]


@given(TERMS, st.sampled_from((0, packed._FEW)), st.sampled_from((0, packed._SOUGHT)), WORDS)
def test_terms_are_looked_up_as_in_a_list(
    listed: list[Term], few: int, sought: int, other: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "_FEW", few)
        patch.setattr(packed, "_SOUGHT", sought)
        terms = Terms.of(listed)
        assert Terms.of(terms) is terms
        for id in {other, *(term.id for term in listed)}:
            codes = [code for code, term in enumerate(listed) if term.id == id]
            assert [*terms.codes(id)] == codes
            assert terms.code(id) == (codes[-1] if codes else None)
            assert terms.label(id) == (listed[codes[-1]].label if codes else id)
            assert terms.within((id,)) == [listed[code] for code in codes]
            assert np.flatnonzero(terms.marked({id})).tolist() == codes
        by_id = sorted(range(len(listed)), key=lambda code: listed[code].id)
        assert terms.by_id.tolist() == by_id


@given(TERMS, st.data())
def test_the_most_frequent_come_first_and_are_found_in_this_order(
    listed: list[Term], data: st.DataObject
) -> None:
    n = len(listed)
    totals = data.draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    sought, most = data.draw(LETTERS), data.draw(st.integers(0, 5))
    few, likely = data.draw(st.sampled_from((0, 3, 100))), data.draw(st.sampled_from((0, 3, 100)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "_FEW", few)
        patch.setattr(packed, "_LIKELY", likely)
        terms = Terms.of(listed)
        order = terms.often(np.array(totals, np.int64))
        labels = [(term.label.casefold(), term.label) for term in listed]
        plain = sorted(range(n), key=lambda code: (-totals[code], *labels[code]))
        assert order.tolist() == plain
        held = [at for at, code in enumerate(plain) if sought.casefold() in labels[code][0]]
        assert terms.holding(sought, order, most) == held[:most]


def test_terms_are_equal_where_all_are() -> None:
    one = Terms.of((Term("a", "A"), Term("b", "")))
    assert one == Terms.of([Term("a", "A"), Term("b", "")])
    assert one != Terms.of((Term("a", "A"), Term("b", "B")))
    assert one != Terms.of((Term("a", "A"),))
    assert Terms.nameless(3) == Terms.of([Term("", "")] * 3)


@given(st.permutations(range(9)), st.sets(st.integers(0, 8)))
def test_some_codes_are_left_out_and_the_others_stay_in_order(
    order: list[int], codes: set[int]
) -> None:
    assert but(np.array(order), codes).tolist() == [code for code in order if code not in codes]
