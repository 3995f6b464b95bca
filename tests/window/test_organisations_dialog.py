"""Ticked organisations are shown at once and kept; none ticked by hand shows the first ones."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.membership_rows import FIRST_ORGANISATIONS
from timeline_app.session.session import Session
from timeline_app.window.memory import Memory
from timeline_app.window.organisations_dialog import OrganisationsDialog


def ticked(dialog: OrganisationsDialog) -> list[str]:
    items = [dialog.list.item(n) for n in range(dialog.list.count())]
    return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]


def test_what_is_ticked_is_remembered(qtbot: QtBot, shipped_archive: Path, tmp_path: Path) -> None:
    session = Session()
    assert session.open_archive(shipped_archive)
    table, memory = session.snapshot.memberships, Memory(tmp_path / "settings.json")
    session.close()
    over = QWidget()
    qtbot.addWidget(over)
    dialog = OrganisationsDialog(table, memory, over)
    assert dialog.list.count() == len(table.organisations)
    assert len(ticked(dialog)) == FIRST_ORGANISATIONS
    united = next(
        dialog.list.item(n)
        for n in range(dialog.list.count())
        if dialog.list.item(n).text().startswith("UN, ")
    )
    united.setCheckState(Qt.CheckState.Checked)
    assert "org-un" in memory.settings.organisations
    assert len(memory.settings.organisations) == FIRST_ORGANISATIONS + 1
    again = OrganisationsDialog(table, memory, over)
    assert "UN, United Nations" in ticked(again)
    again.as_at_first.click()
    assert memory.settings.organisations == ()
    assert len(ticked(again)) == FIRST_ORGANISATIONS
    items = [again.list.item(n).text() for n in range(again.list.count())]
    assert "C5+1" in items, "what is called by its letters alone is not named twice"
