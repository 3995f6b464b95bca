"""Targets as they are written."""

import pytest

from timeline_app.model.annotation import Target
from timeline_app.model.command import RefusedError


@pytest.mark.parametrize(
    ("written", "kind", "id_"),
    [
        ("event:xi-2013", "event", "xi-2013"),
        ("period:2014-03/2014-05", "period", "2014-03/2014-05"),
        ("source:https://a.b/c?d=e:f", "source", "https://a.b/c?d=e:f"),
        ("passage:event:x#summary:3-12", "passage", "event:x#summary:3-12"),
        ("event:x#summary:3-12", "passage", "event:x#summary:3-12"),
    ],
)
def test_a_target_is_read(written: str, kind: str, id_: str) -> None:
    target = Target.read(written)
    assert target == Target(kind, id_)
    assert Target.read(str(target)) == target


@pytest.mark.parametrize(
    "written",
    [
        *("", "event", "event:", "note:x", "Event:x", "event: x", "event:a\nb"),
    ],
)
def test_what_is_no_target_is_refused(written: str) -> None:
    with pytest.raises(RefusedError) as refused:
        Target.read(written)
    assert "KIND:ID" in refused.value.sentence


@pytest.mark.parametrize(
    "written", ["x", "x#summary:0-5", "event:x#summary:5-1", "event:x#summary:5-5", "event:x#t:٣-٤"]
)
def test_a_passage_of_no_letters_is_refused_with_its_form(written: str) -> None:
    with pytest.raises(RefusedError) as refused:
        Target.read(f"passage:{written}")
    assert "passage:event:ID#FIELD:FROM-TO" in refused.value.sentence
