"""What is kept comes back as it was made, and only where it was made of the same."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from timeline_app.model.shelf import Arrays, key_of
from timeline_app.store import file_shelf
from timeline_app.store.file_shelf import FileShelf

ONE: Arrays = {"one": np.arange(9, dtype=np.int32), "none": np.zeros(0, np.uint8)}
numbers = arrays_of.arrays(
    st.sampled_from([np.uint8, np.int32, np.int64, np.bool_, np.float64]), st.integers(0, 40)
)


def _never() -> Arrays:
    raise AssertionError("it was made again")


def _other() -> Arrays:
    return {"one": np.arange(3, dtype=np.int32)}


def _shelf(folder: Path, identity: str = "these") -> FileShelf:
    return FileShelf(folder / "columns", identity)


def _same(one: Arrays, other: Arrays) -> bool:
    return one.keys() == other.keys() and all(
        array.dtype == other[name].dtype and array.tobytes() == other[name].tobytes()
        for name, array in one.items()
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(max_size=5), numbers, max_size=4), st.text(max_size=9))
def test_what_is_kept_comes_back_as_it_was_made(tmp_path: Path, made: Arrays, kind: str) -> None:
    key = f"{list(made)} {key_of(*made.values())}"
    _shelf(tmp_path).kept(kind, key, lambda: made, dict)
    again = _shelf(tmp_path).kept(kind, key, _never, dict)
    assert _same(again, made)
    assert not any(array.flags.writeable for array in again.values() if len(array))


@pytest.mark.parametrize(
    ("identity", "kind", "key"),
    [("others", "kind", "key"), ("these", "another", "key"), ("these", "kind", "other")],
)
def test_what_was_made_of_something_else_is_not_taken(
    identity: str, kind: str, key: str, tmp_path: Path
) -> None:
    _shelf(tmp_path).kept("kind", "key", lambda: ONE, dict)
    assert _same(_shelf(tmp_path, identity).kept(kind, key, _other, dict), _other())


def test_what_is_of_another_form_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _shelf(tmp_path).kept("kind", "key", lambda: ONE, dict)
    monkeypatch.setattr(file_shelf, "FORM", file_shelf.FORM + 1)
    assert _same(_shelf(tmp_path).kept("kind", "key", _other, dict), _other())


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 1)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _spoil(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[30] ^= 1
    file.write_bytes(raw)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("spoil", [_cut, _empty, _spoil, _folder])
def test_what_is_spoilt_is_made_again(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    _shelf(tmp_path).kept("kind", "key", lambda: ONE, dict)
    (file,) = tmp_path.iterdir()
    spoil(file)
    assert _same(_shelf(tmp_path).kept("kind", "key", _other, dict), _other())


def test_what_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    """As a version of ours that kept other arrays would have left it."""
    _shelf(tmp_path).kept("kind", "key", lambda: ONE, dict)

    def read(arrays: Arrays) -> int:
        return int(arrays["another"].reshape(2, 2)[1, 1])

    another: Arrays = {"another": np.arange(4)}
    assert _shelf(tmp_path).kept("kind", "key", lambda: another, read) == 3
    assert _shelf(tmp_path).kept("kind", "key", _never, read) == 3
    short: Arrays = {"another": np.arange(3)}
    _shelf(tmp_path).kept("other kind", "key", lambda: short, dict)
    assert _shelf(tmp_path).kept("other kind", "key", lambda: another, read) == 3


def test_a_sitting_keeps_what_it_asked_for_first(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    for key in "abcdefgh":
        shelf.kept("kind", key, lambda: ONE, dict)
    assert len(list(tmp_path.iterdir())) == file_shelf.MOST_OF_A_KIND
    again = _shelf(tmp_path)
    for key in ("a", "b", "a", "b"):
        assert _same(again.kept("kind", key, _never, dict), ONE)
    assert _same(again.kept("kind", "c", _other, dict), _other())


def test_a_folder_that_takes_nothing_is_no_fault(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path / "not there")
    assert _same(shelf.kept("kind", "key", lambda: ONE, dict), ONE)
    assert list(tmp_path.iterdir()) == []
