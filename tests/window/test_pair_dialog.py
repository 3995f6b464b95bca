"""Two actors beside the window."""

from timeline_app.window.main_window import MainWindow
from timeline_app.window.pair_dialog import PairDialog


def test_it_follows_the_window_until_it_is_closed(window: MainWindow) -> None:
    window.live.by_key["pair"].trigger()
    dialog = window.frame.findChildren(PairDialog)[-1]
    assert dialog.pane.paired is not None
    whole = len(dialog.pane.paired.found.rows)
    window.session.set_span(2456659, 2457023)
    assert 0 < len(dialog.pane.paired.found.rows) < whole
    brushed = dialog.pane.paired
    dialog.close()
    window.session.clear_all()
    assert dialog.pane.paired is brushed
