"""The roll calls beside the window: all of them, those of a cell, and what each state voted."""

from pytestqt.qtbot import QtBot

from timeline_app.session.strip_ids import VOTES
from timeline_app.window.main_window import MainWindow
from timeline_app.window.roll_calls_dialog import RollCallsDialog


def _dialog(window: MainWindow) -> RollCallsDialog:
    (found,) = window.frame.findChildren(RollCallsDialog)
    return found


def test_a_resolution_is_found_by_its_number_and_read(window: MainWindow) -> None:
    window.live.by_key["roll-calls"].trigger()
    dialog = _dialog(window)
    every = dialog.table.texts.rowCount()
    assert every > 2000
    assert f"{every:,} roll calls" in dialog.about.text()
    dialog.find_field.setText("68/262")
    assert dialog.table.texts.rows[0][1] == "A/RES/68/262"
    assert "Territorial integrity of Ukraine" in dialog.title.text()
    (yes, no, abstains, absent) = dialog.votes.text().splitlines()
    assert "United States" in yes
    assert "Russia" in no
    assert "Kazakhstan" in abstains
    assert "Kyrgyzstan" in absent
    headings = [heading for _, heading in dialog.table.texts.headings]
    assert headings[-2:] == ["Kazakhstan", "Russia"]
    for day in ("27 Mar 2014", "2014-03-27"):
        dialog.find_field.setText(day)
        assert {row[0] for row in dialog.table.texts.rows} == {"27 Mar 2014"}
    dialog.find_field.setText("nothing of the sort")
    assert dialog.table.texts.rowCount() == 0
    assert "Nothing found" in dialog.votes.text()
    dialog.find_field.setText("")
    assert dialog.table.texts.rowCount() == every


def test_a_cell_of_the_strip_opens_its_session(window: MainWindow, qtbot: QtBot) -> None:
    window.memory.change(strip=VOTES)
    votes = window.centre.votes
    qtbot.waitUntil(lambda: votes.agreed is not None)
    agreed = votes.agreed
    assert agreed is not None
    place = agreed.sessions.index(68)
    votes.calls_wanted.emit(agreed, 2, place)
    dialog = _dialog(window)
    assert dialog.table.texts.rowCount() == len(agreed.calls_of(place))
    assert "Session 68" in dialog.about.text()
    assert "Kazakhstan and United States" in dialog.about.text()
