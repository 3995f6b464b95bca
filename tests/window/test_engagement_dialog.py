"""What counts as engagement: changed in the window, kept, and in force at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.analysis.engagement import Rule
from timeline_app.model.vector_member import VectorMember
from timeline_app.session.session import Session
from timeline_app.window.engagement_dialog import EngagementDialog
from timeline_app.window.measuring import kinds_as_settings, lines_of, measure_of, members_of
from timeline_app.window.memory import Memory
from timeline_app.window.settings import Settings


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "settings.json")


@pytest.fixture
def dialog(qtbot: QtBot, shipped_archive: Path, memory: Memory) -> Iterator[EngagementDialog]:
    session = Session()
    assert session.open_archive(shipped_archive)
    over = QWidget()
    qtbot.addWidget(over)
    yield EngagementDialog(session, memory, over)
    session.close()


def kind(dialog: EngagementDialog, id: str) -> QTreeWidgetItem:
    items = [dialog.kinds.topLevelItem(n) for n in range(dialog.kinds.topLevelItemCount())]
    return next(item for item in items if item and item.data(0, Qt.ItemDataRole.UserRole) == id)


def test_it_shows_what_counts(dialog: EngagementDialog) -> None:
    assert kind(dialog, "visit").checkState(0) is Qt.CheckState.Checked
    assert kind(dialog, "election").checkState(0) is Qt.CheckState.Unchecked
    assert kind(dialog, "dispute").text(2) == "sign"
    assert dialog.members.rows.rowCount() == len(dialog._session.snapshot.vector_members)


def test_a_tick_is_in_force_at_once_and_kept(dialog: EngagementDialog, memory: Memory) -> None:
    kind(dialog, "election").setCheckState(0, Qt.CheckState.Checked)
    kind(dialog, "visit").setCheckState(0, Qt.CheckState.Unchecked)
    assert memory.settings.kinds_counted == ("election",)
    assert memory.settings.kinds_left_out == ("visit",)
    rule = measure_of(memory.settings).rule
    assert rule.counts("election")
    assert not rule.counts("visit")
    dialog.as_at_first.click()
    assert measure_of(memory.settings).rule == Rule()
    assert kind(dialog, "visit").checkState(0) is Qt.CheckState.Checked


def test_switches_and_months(dialog: EngagementDialog, memory: Memory) -> None:
    dialog.derived.setChecked(True)
    dialog.machine_coded.setChecked(True)
    dialog.months.setValue(24)
    measure = measure_of(memory.settings)
    assert measure.rule.derived
    assert measure.machine_coded
    assert measure.months == 24


def test_a_member_gets_its_time_and_what_is_none_is_refused(
    dialog: EngagementDialog, memory: Memory
) -> None:
    rows = dialog.members.rows
    at = next(n for n in range(rows.rowCount()) if rows.item(n, 0).text() == "Russia")
    rows.item(at, 2).setText("1992")
    found = members_of(memory.settings.vector_members)
    assert VectorMember("Russia", "state-rus", "1992", "") in found
    assert len(found) == rows.rowCount()
    rows.item(at, 3).setText("whenever")
    assert "cannot be read" in dialog.members.refusal.text()
    assert members_of(memory.settings.vector_members) == found
    rows.item(at, 3).setText("2014")
    assert dialog.members.refusal.isHidden()
    rows.item(at, 0).setText("Atlantis")
    assert "Atlantis" in dialog.members.refusal.text()
    rows.selectRow(at)
    dialog.members.remove.click()
    assert len(members_of(memory.settings.vector_members)) == len(found) - 1


def test_an_added_member_is_found_by_name(dialog: EngagementDialog, memory: Memory) -> None:
    members = dialog.members
    members.add.click()
    last = members.rows.rowCount() - 1
    members.rows.item(last, 1).setText("UZB")
    assert not members.refusal.isHidden()
    members.rows.item(last, 0).setText("Regional")
    assert VectorMember("Regional", "state-uzb") in members_of(memory.settings.vector_members)


def test_what_is_written_comes_back() -> None:
    members = (VectorMember("West", "USA", "1991", ""), VectorMember("Iran", "IRN"))
    assert members_of(lines_of(members)) == members
    assert members_of(("nonsense", "Atlantis\tUSA\t\t", *lines_of(members))) == members
    rule = Rule().counting({"vote", "dispute"}).leaving({"visit", "state-visit"})
    assert measure_of(Settings(**kinds_as_settings(rule))).rule == rule
