"""Every page damaged in every way: what is left is read and proved, what is lost is named."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.model.note_commands import AddNote, EditNote
from timeline_app.store.log_lines import log_lines, read_lines
from timeline_app.store.loose_pages import loose_rows, page_size
from timeline_app.store.notebook_check import check
from timeline_app.store.notebook_contents import Contents
from timeline_app.store.notebook_making import make_filled
from timeline_app.store.salvage import salvage
from timeline_app.store.store_error import Fault, StoreError

from .notebooks import ANNA, EVENT, opened, rows

NAME = "a.notebook.sqlite"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Notes short and long (over many pages), edited, and a draft."""
    path = tmp_path_factory.mktemp("sound") / NAME
    with opened(path) as notebook:
        for n in range(80):
            note = notebook.write(AddNote(EVENT, f"note {n} жазба " * (n % 7), ("a", f"tag {n}")))
            if n % 20 == 0:
                notebook.write(EditNote(note.target, "long " * 7000))
        notebook.keep_draft("event:y", "half a sent")
    return path


@pytest.fixture(scope="module")
def contents(sound: Path) -> Contents:
    with opened(sound) as notebook:
        held = notebook.contents()
    assert held is not None and len(held.acts) == 84
    return held


def test_all_of_a_sound_notebook_is_read_without_sqlite(sound: Path, contents: Contents) -> None:
    found = salvage(sound)
    assert found.contents == contents and found.lost == ()


def _zeros(page: bytes, chance: random.Random) -> bytes:
    return bytes(len(page))


def _ones(page: bytes, chance: random.Random) -> bytes:
    return b"\xff" * len(page)


def _noise(page: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(page))


def _a_bit(page: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(page)
    spoilt[chance.randrange(len(page))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _sector(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(0, len(page), 512)
    return page[:at] + chance.randbytes(512) + page[at + 512 :]


@pytest.mark.parametrize("damage", [_zeros, _ones, _noise, _a_bit, _sector])
def test_every_page_damaged_loses_no_more_than_what_lay_on_it(
    tmp_path: Path,
    sound: Path,
    contents: Contents,
    damage: Callable[[bytes, random.Random], bytes],
) -> None:
    whole, chance = sound.read_bytes(), random.Random(5)
    known = {act.id: act for act in contents.acts}
    path = tmp_path / NAME
    most = 0
    for at in range(0, len(whole), 4096):
        path.write_bytes(whole[:at] + damage(whole[at : at + 4096], chance) + whole[at + 4096 :])
        found = salvage(path)
        kept = {act.id for act in found.contents.acts}
        assert all(act == known[act.id] for act in found.contents.acts), "nothing invented"
        assert set(known) - kept <= set(found.lost), "what is lost is named"
        most = max(most, len(known) - len(kept))
        silent = check(path).status == "ok" and kept != set(known)
        assert not silent
    assert most <= 12  # the most acts that one page holds


@pytest.mark.parametrize("part", [0, 0.001, 0.02, 0.5, 0.95])
def test_what_is_cut_off_is_read_up_to_there(tmp_path: Path, sound: Path, part: float) -> None:
    path, whole = tmp_path / NAME, sound.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    assert (len(salvage(path).contents.acts) > 0) == (part >= 0.5)


def test_no_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as missing:
        salvage(tmp_path / "none")
    assert missing.value.kind is Fault.MISSING
    with pytest.raises(StoreError):
        salvage(tmp_path)


def test_any_bytes_are_read_without_a_fault(tmp_path: Path) -> None:
    chance = random.Random(3)
    for n in range(300):
        junk = bytes([chance.choice((13, 10, 2, 0))]) + chance.randbytes(chance.randrange(9000))
        list(loose_rows(junk if n % 2 else b"SQLite format 3\0" + junk))
    assert page_size(b"") == 4096


def test_what_was_salvaged_makes_an_equal_notebook(
    tmp_path: Path, sound: Path, contents: Contents
) -> None:
    made = tmp_path / NAME
    make_filled(made, salvage(sound).contents)
    for table in ("meta", "act", "annotation", "tag", "aim", "conflict", "draft"):
        assert rows(made, table) == rows(sound, table), table
    with pytest.raises(FileExistsError):
        make_filled(made, contents)
    with opened(made, ANNA) as notebook:
        assert notebook.tampered() == [] and notebook.history.undo


def test_lines_of_json_make_an_equal_notebook(tmp_path: Path, sound: Path) -> None:
    with opened(sound) as notebook:
        held = notebook.contents()
    assert held is not None
    lines = [line.encode() for line in log_lines(held)]
    assert read_lines(lines) == (held, [])
    made = tmp_path / NAME
    make_filled(made, read_lines(reversed(lines))[0])
    for table in ("meta", "act", "annotation", "tag", "aim", "conflict", "draft"):
        assert rows(made, table) == rows(sound, table), table


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"7",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{}",
        b'{"draft":"x","text":"\\ud800","changed":""}',
        b'{"hash":"x","payload":"{}","parents":[7]}',
    ],
)
def test_a_bad_line_is_named_and_spoils_no_other(sound: Path, line: bytes) -> None:
    with opened(sound) as notebook:
        held = notebook.contents()
    assert held is not None
    lines = [text.encode() for text in log_lines(held)]
    found, bad = read_lines([*lines[:5], line, *lines[5:]])
    assert found == held and [one.n for one in bad] == [6] and all(one.why for one in bad)


def test_a_log_that_was_cut_off_says_so(sound: Path) -> None:
    with opened(sound) as notebook:
        held = notebook.contents()
    assert held is not None
    lines = [text.encode() for text in log_lines(held)]
    found, bad = read_lines(lines[:40])
    assert found.acts == held.acts[:39] and [one.n for one in bad] == [41]
    assert read_lines(lines[:1] + lines[2:])[1]
    assert read_lines([]) == (Contents(found.meta.__class__("", "", "", "")), [])


def test_a_file_that_is_cut_off_is_said_to_be(sound: Path, tmp_path: Path) -> None:
    assert not salvage(sound).cut
    whole = sound.read_bytes()
    short = tmp_path / "short"
    for size in (len(whole) - 1, len(whole) // 2, 4096, 100):
        short.write_bytes(whole[:size])
        assert salvage(short).cut
