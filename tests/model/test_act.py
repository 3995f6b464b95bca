"""An act's hash is over everything it says, in one spelling."""

from dataclasses import fields, replace

import pytest

from timeline_app.model.act import Act, canonical

ACT = Act(
    id="01",
    hlc="0",
    author="Анна",
    device="d",
    kind="note",
    target="01",
    payload="null",
    parents=("00",),
    batch="",
    undoes="",
    label="write note",
).sealed()


def test_the_hash_is_the_same_for_ever() -> None:
    """Notebooks in the world hold such hashes: this one must never change."""
    assert ACT.hash == "c8323ba54266abf455664f9aada854d78355221a4209862afc0ecbd1cee84496"
    assert ACT.sealed() == ACT


@pytest.mark.parametrize("name", [field.name for field in fields(Act) if field.name != "hash"])
def test_every_field_counts(name: str) -> None:
    other: object = ("00", "0") if name == "parents" else f"{getattr(ACT, name)}x"
    assert replace(ACT, **{name: other}).computed_hash() != ACT.hash


def test_json_has_one_spelling() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))
