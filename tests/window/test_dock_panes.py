"""A pane of the dock is made when its tab is first seen, and wired as any other."""

from timeline_app.panes.catalogue import CLAIMS, DOCK, LIST
from timeline_app.panes.pane import Pane
from timeline_app.window.main_window import MainWindow


def _made(window: MainWindow) -> set[str]:
    slots = window.dock_panes.slots
    return {key for key, slot in slots.items() if slot.findChildren(Pane)}


def test_what_nobody_opens_is_not_made(window: MainWindow) -> None:
    assert _made(window) == {LIST}
    window.bring(CLAIMS)
    assert _made(window) == {LIST, CLAIMS}
    assert window.dock_panes[CLAIMS].isVisible()


def test_every_pane_can_be_opened_and_follows_the_session(window: MainWindow) -> None:
    for row in DOCK:
        window.bring(row.key)
        assert window.dock_panes[row.key].isVisible()
    window.session.set_terms("vector", {"russia"})
    assert _made(window) == {row.key for row in DOCK}
