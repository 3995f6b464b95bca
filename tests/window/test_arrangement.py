"""Where the panes stand, and that none is seen that is behind another."""

from collections.abc import Callable
from pathlib import Path

from timeline_app.window.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]


def test_behind_another_tab_the_details_are_not_seen_and_nothing_is_made_for_them(
    make_window: MakeWindow, shipped_archive: Path
) -> None:
    window = make_window((900, 700))
    window.open_archive(shipped_archive)
    assert window.dock.holds(window.first_run)
    assert window.list.isVisible()
    assert not window.first_run.isVisible()
    assert window.detail.card is None
    window.show_detail()
    assert window.first_run.isVisible()
    assert not window.list.isVisible()
    assert window.detail.card is not None
    window.bring("list")
    assert not window.first_run.isVisible()
