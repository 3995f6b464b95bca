"""Where the panes stand, and that none is seen that is behind another."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QTabBar

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


def test_every_tab_shows_a_sign_or_a_title(make_window: MakeWindow, shipped_archive: Path) -> None:
    """In a small window the details have a tab too, and there is not room for all titles."""
    window = make_window((1024, 700))
    window.open_archive(shipped_archive)
    assert window.dock.holds(window.first_run)
    tabs = window.dock.findChild(QTabBar)
    assert tabs is not None
    for size in ((1024, 700), (900, 700), (1440, 900), (1024, 700)):
        window.frame.resize(*size)
        for n in range(tabs.count()):
            assert tabs.tabText(n) or not tabs.tabIcon(n).isNull()


def test_a_tall_pane_has_its_room_while_it_is_seen_and_no_longer(
    make_window: MakeWindow, shipped_archive: Path
) -> None:
    window = make_window((1440, 900))
    window.open_archive(shipped_archive)
    dock = window.dock
    tabs = dock.findChild(QTabBar)
    assert tabs is not None
    usual = dock.height()
    compare = list(window.dock_panes).index("compare")
    tabs.setCurrentIndex(compare)
    tall = dock.height()
    assert tall > usual + 100
    window.bring("list")
    assert dock.height() == usual
    window.bring("compare")
    assert dock.height() == tall
    dock.set_open(False)
    dock.set_open(True)
    assert dock.height() == tall
    across = window.arrangement.across
    across.splitterMoved.emit(across.sizes()[0], 1)  # the facets are made wider beside it
    ((_, (_, _, kept)),) = window.memory.settings.splits
    assert kept < tall - 100
    down = window.arrangement.down
    down.setSizes([sum(down.sizes()) - usual - 60, usual + 60])
    down.splitterMoved.emit(down.sizes()[0], 1)
    window.bring("list")
    assert dock.height() == usual + 60, "what the reader dragged stays"


def test_more_has_room_on_tabs_once_letters_are_small_again(
    make_window: MakeWindow, shipped_archive: Path
) -> None:
    window = make_window((1440, 900))
    window.open_archive(shipped_archive)
    tabs = window.dock.findChild(QTabBar)
    assert tabs is not None
    usual = [tabs.tabText(n) for n in range(tabs.count())]
    assert all(usual)
    for percent in (200, 100):
        window.memory.change(text_percent=percent)
        told = [tabs.tabText(n) for n in range(tabs.count())]
        assert (told == usual) is (percent == 100)
