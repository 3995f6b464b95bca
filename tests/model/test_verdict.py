"""Words of what came of a claim, and the sign each gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.verdict import (
    BORNE_OUT,
    NOT_BORNE_OUT,
    NOT_TESTABLE,
    OPEN,
    PARTLY,
    VERDICT_LABELS,
    VERDICTS,
    verdict_of,
)


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("borne out", BORNE_OUT),
        ("contradicted by later events", NOT_BORNE_OUT),
        ("partly borne out", PARTLY),
        ("later qualified", PARTLY),
        ("overtaken", NOT_TESTABLE),
        ("answered later", NOT_TESTABLE),
        ("open", OPEN),
        ("", OPEN),
        ("  Not   Borne OUT ", NOT_BORNE_OUT),
        ("borne out, some say", OPEN),
    ],
)
def test_words_have_a_sign(words: str, sign: int) -> None:
    assert verdict_of(words) == sign


def test_the_id_of_a_sign_is_a_word_for_it() -> None:
    assert [verdict_of(id) for id in VERDICTS] == list(range(5))
    assert len(VERDICT_LABELS) == len(VERDICTS)


@given(st.text())
def test_any_words_have_a_sign(words: str) -> None:
    assert 0 <= verdict_of(words) < len(VERDICTS)
