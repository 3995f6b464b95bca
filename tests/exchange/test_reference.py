"""Keys are stable and never meet; texts are clean; dates say no more than the source."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.made_sources import BARE, PRINTED, SOURCES
from timeline_app.exchange.reference import Issued, clean, key_of, reference
from timeline_app.model.records import Source


@given(st.lists(st.text(max_size=20), unique=True, max_size=30))
def test_two_ids_never_have_one_key(ids: list[str]) -> None:
    keys = [key_of(id) for id in ids]
    assert len(set(map(str.casefold, keys))) == len(ids)
    assert keys == [key_of(id) for id in ids]
    for key in keys:
        assert key.isascii()
        assert key.replace("-", "").replace("_", "").isalnum()


def test_ids_of_our_own_are_their_keys() -> None:
    assert key_of("rfe-rl-54b92d7b0c") == "rfe-rl-54b92d7b0c"
    assert key_of("Rfe-rl") != key_of("rfe-rl")


@given(SOURCES)
def test_every_text_is_one_clean_line(source: Source) -> None:
    one = reference(source)
    for text in (one.title, one.container, one.note, one.address, *one.authors):
        assert text == clean(text)
        assert "\n" not in text
        text.encode()


@pytest.mark.parametrize(
    ("date", "issued", "dated"),
    [
        ("2014", Issued(2014, None, None, ""), ""),
        ("2014-05-29", Issued(2014, 5, 29, ""), ""),
        ("2012-07~", Issued(2012, 7, None, "~"), ""),
        ("", None, ""),
        ("2014-02-31", None, "dated 2014-02-31"),
        ("2014-22", None, "dated summer 2014"),
        ("some day", None, "dated some day"),
    ],
)
def test_a_date_is_given_as_far_as_it_is_known(
    date: str, issued: Issued | None, dated: str
) -> None:
    one = reference(replace(PRINTED, date=date))
    assert one.issued == issued
    assert one.dated.casefold() == dated


def test_no_address_but_of_the_web() -> None:
    one = reference(replace(BARE, url="javascript:alert(1)"))
    assert one.address == ""
    assert "javascript:alert(1)" in one.note
