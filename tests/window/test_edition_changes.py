"""A newer edition says what it changed, in the bar and as a list one jumps from."""

from collections.abc import Callable
from pathlib import Path

from made_folders import Row, event, folder
from timeline_app.session.snapshot import Problem
from timeline_app.store.build.edition import build
from timeline_app.window.edition_changes import EditionChangesList
from timeline_app.window.main_window import MainWindow
from timeline_app.window.opening import watch_editions

MakeWindow = Callable[..., MainWindow]


def edition(path: Path, events: list[Row]) -> Path:
    data = folder(path.with_suffix(""), events=events)
    (data / "edition.json").write_text(
        f'{{"id": "made", "title": "Made", "version": "{path.stem}"}}', "utf-8"
    )
    build(data, path)
    return path


def test_a_newer_edition_says_what_it_changed(make_window: MakeWindow, tmp_path: Path) -> None:
    old = edition(tmp_path / "2025.sqlite", [event("kept"), event("changed"), event("gone")])
    new = edition(
        tmp_path / "2026.sqlite",
        [event("kept"), event("changed", summary="Otherwise."), event("n1"), event("n2")],
    )
    window = make_window()
    window.open_archive(old)
    watch_editions(window)
    assert window.message.sentence == ""
    assert not window.live.by_key["edition-changes"].isEnabled()
    old.unlink()
    window.open_archive(new)
    said = "2 added, 1 changed, 1 removed since the edition of 2025."
    assert window.message.sentence == said
    window.message.asked.emit("edition-changes")
    (changes,) = window.frame.findChildren(EditionChangesList)
    texts = [changes.list.item(row).text() for row in range(changes.list.count())]
    assert texts == [
        "New: Event n1 (event n1)",
        "New: Event n2 (event n2)",
        "Changed: Event changed (event changed)",
        "Gone: event gone",
    ]
    changes.list.itemActivated.emit(changes.list.item(2))
    shown = window.session.event(window.session.snapshot.selected[-1])
    assert shown is not None
    assert shown.id == "changed"
    changes.list.itemActivated.emit(changes.list.item(3))
    window.message.closed.emit()
    assert window.live.by_key["edition-changes"].isEnabled()
    window.open_archive(new)
    assert window.message.sentence == ""


def test_what_it_changed_waits_until_an_answer_was_read(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    old = edition(tmp_path / "2025.sqlite", [event("kept"), event("gone")])
    new = edition(tmp_path / "2026.sqlite", [event("kept")])
    window = make_window()
    window.open_archive(old)
    watch_editions(window)
    window.say(Problem("notice", "The archive has changed."))
    old.unlink()
    window.open_archive(new)
    assert window.message.sentence == "The archive has changed."
    window.message.close_button.click()
    assert window.message.sentence.endswith("1 removed since the edition of 2025.")
    window.say(Problem("notice", "Another answer."))
    assert window.message.sentence == "Another answer."
    window.message.close_button.click()
    assert window.message.sentence.endswith("1 removed since the edition of 2025.")
    window.message.close_button.click()
    assert window.message.sentence == ""
    assert window.session.snapshot.problem is None


def test_another_archive_says_nothing(
    make_window: MakeWindow, shipped_archive: Path, tmp_path: Path
) -> None:
    window = make_window()
    window.open_archive(shipped_archive)
    watch_editions(window)
    window.open_archive(edition(tmp_path / "2025.sqlite", [event()]))
    assert window.message.sentence == ""
    assert window.session.snapshot.since is None
