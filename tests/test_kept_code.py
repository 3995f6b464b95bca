"""Code that is kept in one file is used while it is that of its source, and never after."""

import compileall
import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.kept_code import kept_file

SRC = Path(__file__).parents[1] / "src"
TOLD = """
import sys
sys.path[:0] = [{src!r}, {beside!r}]
from timeline_app.kept_code import Finder, import_from_kept
kept = import_from_kept({folder!r})
import small.one, small.within.two
modules = small, small.one, small.within, small.within.two
loaders = [type(module.__spec__.loader).__name__ for module in modules]
print(small.one.VALUE, small.within.two.VALUE, small.one.__file__, small.within.__path__, loaders)
print(kept.is_behind, small.one.where())
"""
KEPT, PLAIN = "_Loader", "SourceFileLoader"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package of four modules, compiled and kept."""
    made = tmp_path / "small"
    (made / "within").mkdir(parents=True)
    (made / "__init__.py").write_text("")
    (made / "within" / "__init__.py").write_text("from small.one import VALUE\n")
    said = "VALUE = 1\ndef where():\n    return where.__code__.co_filename\n"
    (made / "one.py").write_text(said)
    (made / "within" / "two.py").write_text("VALUE = 2\n")
    keep(made)
    return made


def keep(folder: Path) -> None:
    compileall.compile_dir(folder, quiet=2)
    asked = [sys.executable, "-m", "timeline_app.kept_code", str(folder)]
    subprocess.run(asked, check=True, env={**os.environ, "PYTHONPATH": str(SRC)})


def imported(folder: Path) -> list[str]:
    """What a fresh Python says that imports the package."""
    said = TOLD.format(src=str(SRC), beside=str(folder.parent), folder=str(folder))
    asked = [sys.executable, "-c", said]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.splitlines()


def told(folder: Path, one: object = 1, *, loaders: tuple[str, ...] = (KEPT,) * 4) -> list[str]:
    names = f"{one} 2 {folder / 'one.py'} ['{folder / 'within'}'] {list(loaders)}"
    return [names, f"{KEPT not in loaders or PLAIN in loaders} {folder / 'one.py'}"]


def test_modules_come_from_the_file_and_are_what_they_were(folder: Path) -> None:
    assert imported(folder) == told(folder)


def test_it_needs_neither_sources_code_nor_the_files_of_python(folder: Path) -> None:
    for compiled in folder.rglob("*.pyc"):
        compiled.unlink()
    assert imported(folder) == told(folder)


@pytest.mark.parametrize("seconds", [0, 5])
def test_a_source_that_was_changed_is_read(folder: Path, seconds: int) -> None:
    before = (folder / "one.py").stat()
    text = (folder / "one.py").read_text()
    (folder / "one.py").write_text(text.replace("VALUE = 1", "VALUE = 7"))
    changed_ns = before.st_mtime_ns + 1 + seconds * 10**9
    os.utime(folder / "one.py", ns=(changed_ns, changed_ns))
    for compiled in folder.rglob("one.*.pyc"):
        compiled.unlink()  # of the same second and size Python would believe it
    assert imported(folder) == told(folder, 7, loaders=(KEPT, PLAIN, KEPT, KEPT))


def test_a_file_that_is_gone_broken_or_another_pythons_is_as_none(folder: Path) -> None:
    file, plain = Path(kept_file(str(folder))), told(folder, loaders=(PLAIN,) * 4)
    whole = file.read_bytes()
    for spoilt in (b"", whole[:5], whole[:40], bytes(8) + whole[8:], b"\0" * len(whole)):
        file.write_bytes(spoilt)
        assert imported(folder) == plain
    file.unlink()
    assert imported(folder) == plain


def test_a_package_that_was_moved_tells_its_new_place(folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "small"
    moved.parent.mkdir()
    folder.rename(moved)
    for compiled in moved.rglob("*.pyc"):
        compiled.unlink()
    assert imported(moved) == told(moved, loaders=(PLAIN,) * 4)


def test_a_packed_program_without_sources_is_used_as_it_is(folder: Path) -> None:
    compileall.compile_dir(folder, quiet=2, legacy=True, force=True)
    for source in folder.rglob("*.py"):
        source.unlink()
    keep(folder)
    names, behind = imported(folder)
    assert str([KEPT] * 4) in names
    assert behind.startswith("False")
    assert str(folder / "one.pyc") in names


def test_the_same_code_is_kept_in_the_same_bytes(folder: Path) -> None:
    file = Path(kept_file(str(folder)))
    before = file.read_bytes()
    keep(folder)
    assert file.read_bytes() == before
    assert [one for one in file.parent.iterdir() if one.suffix.lstrip(".").isdigit()] == []


def test_what_python_has_not_compiled_anew_is_left_out(folder: Path) -> None:
    (folder / "one.py").write_text("VALUE = 9\nwhere = lambda: __file__\n")
    asked = [sys.executable, "-m", "timeline_app.kept_code", str(folder)]
    subprocess.run(asked, check=True, env={**os.environ, "PYTHONPATH": str(SRC)})
    assert imported(folder) == told(folder, 9, loaders=(KEPT, PLAIN, KEPT, KEPT))
