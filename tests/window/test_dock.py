"""Tabs of the dock: their titles give way where there is no room, never their names."""

from PySide6.QtWidgets import QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.window.dock import Dock


def shown(dock: Dock, wide: int) -> list[str]:
    """The words on the tabs of a dock that is so wide."""
    dock.resize(wide, 200)
    tabs = dock.findChild(QTabBar)
    assert tabs is not None
    return [tabs.tabText(n) for n in range(tabs.count())]


def test_titles_give_way_to_signs_where_there_is_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    dock = Dock(holder)
    panes = [QLabel(f"pane {n}") for n in range(4)]
    for n, pane in enumerate(panes):
        dock.add(pane, f"A title of number {n}")
    dock.count({panes[1]: 1080})
    holder.show()
    tabs = dock.findChild(QTabBar)
    assert tabs is not None
    full = [f"A title of number {n}" + ("  1,080" if n == 1 else "") for n in range(4)]
    dock.resize(1200, 200)
    assert [tabs.tabText(n) for n in range(4)] == full
    plain = [f"A title of number {n}" for n in range(4)]
    enough = next(wide for wide in range(300, 1200) if shown(dock, wide) == plain)
    assert shown(dock, enough - 1) == [full[0], "", "", ""]
    assert plain[1] in shown(dock, enough + 5) and full[1] in shown(dock, 1200)
    dock.resize(300, 200)
    assert [tabs.tabText(n) for n in range(4)] == [full[0], "", "", ""]
    assert [tabs.tabToolTip(n) for n in range(4)] == ["", *full[1:]]
    assert [tabs.accessibleTabName(n) for n in range(4)] == full
    dock.take(panes[3])
    dock.resize(1200, 200)
    assert [tabs.tabText(n) for n in range(3)] == full[:3]
    dock.add(panes[3], "A title of number 3")
    dock.resize(300, 200)
    dock.bring(panes[2])
    assert [tabs.tabText(n) for n in range(4)] == ["", "", full[2], ""]


def test_a_chosen_title_that_is_bold_cuts_no_other(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setStyleSheet("QTabBar::tab:selected { font-weight: bold; }")
    dock = Dock(holder)
    panes = [QLabel(title) for title in ("i", "A much longer title, which grows", "ii")]
    for pane in panes:
        dock.add(pane, pane.text())
    holder.resize(1000, 200)
    dock.resize(1000, 200)
    holder.show()
    tabs = dock.findChild(QTabBar)
    assert tabs is not None
    for pane in (*panes, panes[0]):
        dock.bring(pane)
        qtbot.waitUntil(lambda: tabs.width() == tabs.sizeHint().width(), timeout=1000)
        assert tabs.tabRect(2).right() < tabs.width()
