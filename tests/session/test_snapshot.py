"""The next snapshot has the parts that are new and the others as they were."""

from dataclasses import fields

import pytest

from timeline_app.session.nothing_open import nothing_open


def test_parts_that_are_not_named_are_the_same_objects() -> None:
    before = nothing_open()
    after = before.having(query="one", busy="two")
    assert (after.query, after.busy) == ("one", "two")
    assert (before.query, before.busy) == ("", "")
    others = {field.name for field in fields(before)} - {"query", "busy"}
    assert all(getattr(after, name) is getattr(before, name) for name in others)


def test_what_is_no_part_is_refused() -> None:
    with pytest.raises(TypeError, match="no_part"):
        nothing_open().having(no_part=1)


def test_it_differs_where_a_part_is_another_object() -> None:
    before = nothing_open()
    after = before.having(query="one")
    assert after.differs(before, frozenset()) and not after.differs(before, {"query"})
    assert not before.having().differs(before, frozenset())
