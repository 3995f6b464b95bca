"""What is typed is understood, and any string is a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.civil import day_of
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.annotation import Target, Written
from timeline_app.model.query import DAYS, MOST_TERMS, MOST_WORDS, Term, note_holds, read_query

TYPED = st.text() | st.text(alphabet='":-OR actorbefkindg:12/~*(){}^\0\ud800“”', max_size=60)
START_2014, END_2014 = day_of(2014, 1, 1), day_of(2014, 12, 31)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("gas", [[Term(("gas",))]]),
        ("gas oil", [[Term(("gas",))], [Term(("oil",))]]),
        ("gas OR oil", [[Term(("gas",)), Term(("oil",))]]),
        ("OR gas OR", [[Term(("gas",))]]),
        ("gas or", [[Term(("gas",))], [Term(("or",))]]),
        ("“two words”", [[Term(("two", "words"), whole=True)]]),
        ('"never closed', [[Term(("never", "closed"), whole=True)]]),
        ("-oil", [[Term(("oil",), whole=True, unwanted=True)]]),
        ('-"two words"', [[Term(("two", "words"), whole=True, unwanted=True)]]),
        ("Nur-Sultan", [[Term(("Nur", "Sultan"))]]),
        ("O'zbekiston", [[Term(("O'zbekiston",))]]),
        ("actor:Xi", [[Term(("Xi",), "actor")]]),
        ("ACTOR:Xi", [[Term(("Xi",), "actor")]]),
        ('actor:"Xi Jinping"', [[Term(("Xi", "Jinping"), "actor", whole=True)]]),
        ("-kind:visit", [[Term(("visit",), "kind", whole=True, unwanted=True)]]),
        ("actor: Xi", [[Term(("actor",))], [Term(("Xi",))]]),
        ("in:2014", [[Term((), "in", days=(START_2014, END_2014))]]),
        ("in:2014-01/2014-12", [[Term((), "in", days=(START_2014, END_2014))]]),
        ("before:2014", [[Term((), "before", days=(OPEN_PAST, START_2014 - 1))]]),
        ("after:2014", [[Term((), "after", days=(END_2014 + 1, OPEN_FUTURE))]]),
        ("-in:2014", [[Term((), "in", unwanted=True, days=(START_2014, END_2014))]]),
        ("before:soon", [[Term(("before", "soon"))]]),
        ("http://a.org", [[Term(("http", "a", "org"))]]),
        ("", []),
        ('- : "" -- ::', []),
    ],
)
def test_what_is_typed_is_understood(typed: str, groups: list[list[Term]]) -> None:
    assert read_query(typed).groups == tuple(map(tuple, groups))


def test_a_date_that_is_none_is_said() -> None:
    assert read_query("gas before:soon in:2014").doubts == ("soon",)


@given(TYPED)
def test_any_string_is_a_query_within_bounds(typed: str) -> None:
    query = read_query(typed)
    assert len(query.terms) <= MOST_TERMS
    for term in query.terms:
        assert (term.field in DAYS) is not bool(term.words)
        assert len(term.words) <= MOST_WORDS
        assert not any(set(word) & set('" \0:*(){}^') for word in term.words)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("алмат", True),
        ("Almaty", True),
        ("almaty deal", True),
        ("almaty -deal", False),
        ("-bank", True),
        ("note:deal", True),
        ("note:энергия", False),
        ("tag:energiya", True),
        ("tag:deal", False),
        ('"the deal"', True),
        ('"deal the"', False),
        ("bank OR deal", True),
        ("title:deal", False),
        ("in:2014", False),
        ("", False),
    ],
)
def test_a_note_answers_as_an_archive_does(typed: str, expected: bool) -> None:
    note = Written(
        id="n",
        kind="note",
        target=Target("event", "e"),
        state={"text": "Алматы: the deal", "tags": ["Энергия"]},
        author="A",
        created="2026-01-01",
        changed="2026-01-01",
        act="a",
    )
    assert read_query(typed).answered(lambda term: note_holds(note, term)) is expected
