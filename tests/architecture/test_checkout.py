"""A stranger's clone: it names no machine, no package index, and its tests mirror its source."""

import re
from pathlib import Path

from source_tree import SOURCE, TOP, name_of, texts

# In pieces, so that this file does not name what it looks for.
_INDEX = re.compile(
    "--(extra-)?index" + r"-url [^\s`]|--find" + r"-links [^\s`]|pypi\.[a-z]+/simple"
)
_MACHINE = re.compile("(^|[\\s\"'`(=])/(wo" + "rk|ro" + "ot|ho" + "me/[a-z]+)/")
_WORKPLACE = re.compile(r"\.\./sha" + "red|sha" + "red/(data|look|design|schema|shell)")


def test_no_text_names_a_machine_or_an_index() -> None:
    told = {name_of(file): file.read_text("utf-8") for file in texts()}
    told.pop("tests/test_dev.py")  # shows what is taken out of a lock
    named = [name for name, text in told.items() if _INDEX.search(text)]
    named += [name for name, text in told.items() if _MACHINE.search(text)]
    named += [name for name, text in told.items() if _WORKPLACE.search(text)]
    assert not named


def _mirrored(test: Path) -> bool:
    """Whether `tests/ROOM/test_FILE[_MORE].py` has a source of that name to speak of.

    `test_everyone.py`, `test_hostile_archives.py` and `test_..._law.py` are names for what files of
    a room keep together.
    """
    room = SOURCE / test.parent.relative_to(TOP / "tests")
    stem = test.stem.removeprefix("test_")
    names = {file.stem for file in room.rglob("*.py")} | {f.name for f in room.iterdir()}
    names.add("everyone")
    whole_room = stem.endswith("_law") or stem.startswith("hostile_")
    return whole_room or any(stem == name or stem.startswith(f"{name}_") for name in names)


def _tests_of_rooms() -> list[Path]:
    rooms = {folder.parent.name for folder in SOURCE.glob("*/__init__.py")}
    tests = sorted((TOP / "tests").rglob("test_*.py"))
    return [test for test in tests if test.relative_to(TOP / "tests").parts[0] in rooms]


def test_tests_mirror_the_source() -> None:
    assert not [name_of(test) for test in _tests_of_rooms() if not _mirrored(test)]


def test_every_room_is_tested() -> None:
    rooms = {folder.parent.name for folder in SOURCE.glob("*/__init__.py")}
    tested = {test.relative_to(TOP / "tests").parts[0] for test in _tests_of_rooms()}
    assert rooms <= tested
