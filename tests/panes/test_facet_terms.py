"""The rows of a block are those of a plain list, whether they were made or are made when asked."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.codes import one_each
from timeline_app.model.columns import FIVE_STATES
from timeline_app.model.terms import Term, Terms
from timeline_app.panes.facet_terms import FacetTerm, FacetTerms, terms_of
from timeline_app.session.session import Session

LETTERS = st.text(st.sampled_from("abAя "), max_size=3)


@st.composite
def rows(draw: st.DrawFn) -> tuple[FacetTerms, list[FacetTerm]]:
    """Rows, and the same as a list: the first are made, the others are not."""
    n = draw(st.integers(0, 12))
    labels = draw(st.lists(LETTERS, min_size=n, max_size=n))
    order = draw(st.permutations(range(n)))
    made = draw(st.integers(0, n))
    terms = Terms.of(Term(f"t{code}", label) for code, label in enumerate(labels))
    plain = [FacetTerm(f"t{code}", labels[code], code) for code in order]
    return FacetTerms(tuple(plain[:made]), terms, np.array(order[made:], np.int32)), plain


@given(rows(), st.integers(0, 14), st.sets(st.integers(0, 14)), LETTERS, st.integers(0, 5))
def test_they_are_those_of_a_list(
    both: tuple[FacetTerms, list[FacetTerm]], few: int, some: set[int], text: str, most: int
) -> None:
    terms, plain = both
    assert [*terms] == plain
    assert [*terms[few:]] == plain[few:]
    ticked = {f"t{code}" for code in some}
    beginning = [one for n, one in enumerate(plain) if n < few or one.term in ticked]
    assert [*terms.beginning(few, ticked)] == beginning
    found = [one for one in plain if text.casefold() in one.label.casefold()]
    assert [*terms.found(text, most)] == found[:most]


@given(rows(), rows())
def test_they_are_equal_where_all_are(
    one: tuple[FacetTerms, list[FacetTerm]], other: tuple[FacetTerms, list[FacetTerm]]
) -> None:
    assert one[0] == FacetTerms(*vars(one[0]).values())
    if one[1] != other[1]:
        assert one[0] != other[0]


def test_a_leading_term_stands_once_though_two_have_its_id(session: Session) -> None:
    """Kazakhstan and the Kazakh SSR may both be KAZ."""
    now = session.snapshot
    held = np.arange(len(now.table)) % 3
    states = one_each(held, (Term("KAZ", "Kazakh SSR"), Term("CHN", "China"), Term("KAZ", "Now")))
    table = replace(now.table, terms={"state": states}, known_orders=None)
    shown = terms_of("state", now.having(table=table))
    assert [(one.term, one.label) for one in shown] == [("KAZ", "Now"), ("CHN", "China")]
    assert shown[0].term in FIVE_STATES
