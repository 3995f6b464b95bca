"""Settings come back as they were, and no file can stop the program."""

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.window.memory import Memory
from timeline_app.window.settings import (
    LARGEST_TEXT,
    MONTHS,
    SMALLEST_TEXT,
    STRIPS,
    THEMES,
    WHEELS,
    Settings,
    load,
    save,
    settings_file,
    with_recent,
)

TEXTS = st.text(max_size=12)
SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(THEMES),
    text_percent=st.integers(SMALLEST_TEXT, LARGEST_TEXT),
    wheel=st.sampled_from(WHEELS),
    strip=st.sampled_from(STRIPS),
    kinds_counted=st.lists(TEXTS, max_size=3).map(tuple),
    vector_members=st.lists(TEXTS, max_size=3).map(tuple),
    band_months=st.integers(*MONTHS),
    derived_vectors=st.booleans(),
    recent_archives=st.lists(TEXTS, max_size=3).map(tuple),
    geometry=st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    splits=st.lists(
        st.tuples(TEXTS, st.lists(st.integers(0, 4000), max_size=3).map(tuple)), max_size=2
    ).map(tuple),
    sitting=st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
)


@given(settings=SETTINGS)
def test_settings_come_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    save(file, settings)
    assert load(file) == settings


@pytest.mark.parametrize(
    "written",
    [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"version": 99}', b"{}"],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, written: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(written)
    assert load(file) == Settings()


WRONG = {str: 7, bool: "yes", int: 10**9, tuple: {"a": 1}}


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_a_wrong_field_costs_only_itself(tmp_path: Path, name: str) -> None:
    file = tmp_path / "settings.json"
    good = {"wheel": "scroll"} if name != "wheel" else {"theme": "dark"}
    wrong = WRONG[type(getattr(Settings(), name))]
    file.write_text(json.dumps({"version": 99, "unheard_of": 1, **good, name: wrong}))
    expected = Settings(**good)
    assert load(file) == expected


def test_they_lie_in_the_readers_own_folder(own_home: Path) -> None:
    memory = Memory(settings_file())
    memory.change(wheel="scroll")
    assert memory.write()
    assert own_home in settings_file().parents
    assert load(settings_file()).wheel == "scroll"


def test_a_folder_that_takes_nothing_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not Memory(tmp_path / "file" / "settings.json").write()


def test_text_size_is_held_within_its_bounds(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "settings.json")
    memory.change(text_percent=1000)
    assert memory.settings.text_percent == LARGEST_TEXT
    memory.change(text_percent=1)
    assert memory.settings.text_percent == SMALLEST_TEXT


def test_what_the_command_line_asks_is_not_kept(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "settings.json")
    memory.change(theme="light")
    memory.overrule(theme="dark")
    assert memory.settings.theme == "dark"
    memory.write()
    assert load(memory.file).theme == "light"


def test_what_the_reader_chooses_afterwards_is_kept(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "settings.json")
    memory.overrule(theme="dark")
    memory.change(theme="light")
    memory.write()
    assert load(memory.file).theme == "light"


def test_recent_files_stand_once_and_the_last_one_first() -> None:
    assert with_recent(("a", "b", "c"), "b") == ("b", "a", "c")
    assert len(with_recent(tuple(map(str, range(20))), "x")) == 8


def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "null"
    os.mkfifo(pipe)
    save(pipe, Settings())
    assert pipe.is_fifo()
    assert [kept.name for kept in tmp_path.iterdir()] == ["null"]
