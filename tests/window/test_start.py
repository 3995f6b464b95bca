"""From the command line to a window, with everything that can be wrong with a file."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from timeline_app.places import default_notebook
from timeline_app.window.arguments import Asked, read_arguments
from timeline_app.window.main_window import MainWindow
from timeline_app.window.opening import open_files
from timeline_app.window.toolbar import states_in_words


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a command of its own."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "timeline_app", *arguments],
        capture_output=True,
        text=True,
        env=kept | environment,
        timeout=120,
        check=False,
    )


def test_a_picture_of_the_window(shipped_archive: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    notebook = tmp_path / "own.notebook.sqlite"
    done = run(
        *("--archive", str(shipped_archive), "--notebook", str(notebook)),
        *("--screenshot", str(picture), "--size", "1280x800", "--theme", "dark"),
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["first_frame_s"] > 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1280, 800)
    assert image.pixelColor(4, 4).lightness() < 60
    assert not notebook.exists()


def test_a_picture_of_an_unknown_view_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = run("--screenshot", str(picture), "--view", "Mine")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no saved view “Mine”.\n" and not picture.exists()


def test_without_a_display_one_sentence_says_so() -> None:
    done = run(QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "display" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_what_is_slow_to_import_waits_for_the_first_frame() -> None:
    heavy = {"numpy", "sqlite3", "pyqtgraph", "sqlite_utils", "click", "PySide6.QtSvg"}
    code = f"import sys, timeline_app.window.start; print({heavy} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("plainly", [True, False])
def test_the_binding_reads_no_source_of_what_is_imported_plainly(plainly: bool) -> None:
    code = (
        "import linecache, PySide6.QtCore; from timeline_app.look import plain_imports;"
        f"{plainly} and plain_imports.import_plainly(); from timeline_app.words.tr import tr;"
        "print(any(file.endswith('tr.py') for file in linecache.cache))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(not plainly)


def test_charts_and_builders_wait_until_they_are_wanted() -> None:
    code = "import sys, timeline_app.window.opening; print('sqlite_utils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_arguments_are_read() -> None:
    asked = read_arguments(["a.sqlite", "--size", "1280x800", "--theme", "dark", "--view", "V"])
    assert asked == Asked(Path("a.sqlite"), None, None, (1280, 800), "dark", "V", handed=True)
    assert read_arguments(["--archive", "b"]) == Asked(Path("b"))


@pytest.mark.parametrize(
    "line",
    [["--size", "big"], ["--size", "99999x99999"], ["--theme", "pink"], ["--nonsense"], ["a", "b"]],
)
def test_what_cannot_be_understood_ends_with_two(
    line: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_arguments(line)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def _missing(path: Path, good: Path) -> None:
    del path, good


def _empty(path: Path, good: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path, good: Path) -> None:
    path.mkdir()


def _pipe(path: Path, good: Path) -> None:
    os.mkfifo(path)


def _no_sqlite(path: Path, good: Path) -> None:
    path.write_text("Dear diary, " * 1000)


def _another_programs(path: Path, good: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("create table bookmarks (url text)")
    file.close()


def _truncated(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes()[: good.stat().st_size // 2])


def _newer(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes())
    with sqlite3.connect(path) as file:
        file.execute("pragma user_version = 999")
    file.close()


def _in_wal(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes())
    with sqlite3.connect(path) as file:
        file.execute("pragma journal_mode = wal")
    file.close()


BAD = [_missing, _empty, _folder, _pipe, _no_sqlite, _another_programs, _truncated, _newer, _in_wal]


@pytest.mark.parametrize("spoil", BAD)
def test_a_bad_archive_is_told_in_the_bar(
    spoil: object, window: MainWindow, shipped_archive: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    path = folder / "given.archive.sqlite"
    assert callable(spoil)
    spoil(path, shipped_archive)
    before = _listing(folder)
    open_before = window.session.snapshot.archive
    window.open_archive(path)
    assert window.frame.isVisible()
    assert window.message.isVisible()
    assert str(path) in window.message.sentence
    assert window.message.offered == "Open archive…"
    assert window.session.snapshot.archive is open_before
    assert _listing(folder) == before


@pytest.mark.parametrize("spoil", [s for s in BAD if s not in (_missing, _empty, _in_wal)])
def test_a_bad_notebook_is_told_and_left_alone(
    spoil: object, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    good = tmp_path / "good.notebook.sqlite"
    window.open_notebook(good)
    window.session.select_end(last=False)
    window.session.add_note("A note to be kept")
    path = folder / "given.notebook.sqlite"
    assert callable(spoil)
    spoil(path, good)
    before = _listing(folder)
    window.open_notebook(path)
    assert window.frame.isVisible()
    assert window.message.isVisible()
    assert path.name in window.message.sentence
    assert window.message.offered == "Open notebook…"  # there is no backup of it
    assert _listing(folder) == before


def _listing(folder: Path) -> dict[str, bytes | None]:
    """Every file beside and below, with its bytes; None for what is no regular file."""
    return {p.name: p.read_bytes() if p.is_file() else None for p in folder.iterdir()}


def test_a_bad_notebook_at_the_start_leaves_the_archive_readable(
    make_window: object, shipped_archive: Path, tmp_path: Path
) -> None:
    path = tmp_path / "other.notebook.sqlite"
    path.write_text("Dear diary")
    assert callable(make_window)
    window = make_window()
    open_files(window, Asked(archive=shipped_archive, notebook=path))
    now = window.session.snapshot
    assert now.archive is not None
    assert now.notebook is None
    assert path.name in window.message.sentence
    window.session.select_end(last=False)
    assert not window.live.by_key["note"].isEnabled()
    assert path.read_text() == "Dear diary"


def test_the_readers_own_notebook_has_its_folder(
    make_window: object, shipped_archive: Path
) -> None:
    assert callable(make_window)
    window = make_window()
    open_files(window, Asked(archive=shipped_archive))
    assert default_notebook().parent.is_dir()
    assert window.session.snapshot.notebook is not None
    assert window.status.notebook.text().startswith("Notebook: My notebook")


def test_a_view_that_is_not_there_is_told(make_window: object, shipped_archive: Path) -> None:
    assert callable(make_window)
    window = make_window()
    open_files(window, Asked(archive=shipped_archive, view="Crimea"))
    assert "Crimea" in window.message.sentence


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (set(), "All five states"),
        ({"KAZ"}, "Kazakhstan"),
        ({"UZB", "KAZ"}, "Kazakhstan and Uzbekistan"),
        ({"KAZ", "KGZ", "TJK"}, "3 states"),
        ({"RUS"}, "1 state"),
    ],
)
def test_states_in_words(states: set[str], words: str) -> None:
    assert states_in_words(frozenset(states)) == words
