"""A file that is no archive: a sentence says so, the window stays, nothing is written beside it."""

from pathlib import Path

import pytest

from journeys.desk import Desk


@pytest.mark.parametrize("kind", ["missing", "words"])
def test_a_bad_archive_is_told_and_the_window_stays(desk: Desk, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    path = folder / "spring.archive.sqlite"
    if kind == "words":
        path.write_text("No database, only words.\n" * 400, "utf-8")
    before = sorted(folder.iterdir())
    desk.open(str(path))
    said = desk.see("spring.archive.sqlite", "label")["name"]
    assert len(said.split(". ")) > 1, "what is wrong, and what to do"
    desk.see("^No archive is open.$", "label")
    assert not desk.all("^Got it$", "push button"), "nothing can be tried yet"
    assert sorted(folder.iterdir()) == before

    desk.click(desk.see("^Open archive…$", "push button").middle)
    desk.see("^Open archive", "dialog")
    desk.key("Escape")
    desk.click(desk.see("^Close the message$", "push button").middle)
    desk.wait(lambda: not desk.all("spring.archive.sqlite", "label"), "the message stays")
    assert desk.program is not None
    assert desk.program.poll() is None
