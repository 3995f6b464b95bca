"""The notes pane lists all that was written, narrows it, and leads to what it is about."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timeline_app.look import fonts
from timeline_app.model.annotation import Target
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.panes.notes import ABOUT, HEADINGS, NotesPane
from timeline_app.session.marking import add
from timeline_app.session.session import Session

from .conftest import Show


@pytest.fixture
def events(session: Session) -> list[Target]:
    return [Target("event", row.id) for row in session.ordered_rows(0, 2)]


@pytest.fixture
def pane(session: Session, show: Show, events: list[Target]) -> NotesPane:
    session.add_note("Алматы first", ["b"], events[0])
    add(session, BY_NAME["star"], events[1], {})
    add(session, BY_NAME["own_event"], None, {"title": "Lunch", "edtf": "2014"})
    made = show(NotesPane)
    assert isinstance(made, NotesPane)
    return made


def kinds(pane: NotesPane) -> list[str]:
    return [one.kind for one in pane.rows()]


def test_all_is_listed_the_newest_first(pane: NotesPane) -> None:
    assert sorted(kinds(pane)) == ["note", "own_event", "star"]
    assert pane.table.texts.rowCount() == 3


def test_it_is_narrowed_by_kind_and_by_words(pane: NotesPane) -> None:
    pane.show_kind("star")
    assert kinds(pane) == ["star"]
    pane.show_kind("")
    pane.search.setText("алмат")
    assert kinds(pane) == ["note"]
    pane.search.setText("lunch")
    assert kinds(pane) == ["own_event"]
    pane.search.setText("nothing of the kind")
    assert kinds(pane) == []


def test_it_is_sorted_by_any_heading_both_ways(pane: NotesPane) -> None:
    for section, _ in enumerate(HEADINGS):
        pane._sort(section)
        once = [row[section] for row in pane.table.texts.rows]
        pane._sort(section)
        twice = [row[section] for row in pane.table.texts.rows]
        assert sorted(once) == sorted(twice)
        if HEADINGS[section][0] == ABOUT:
            continue  # by day: see below
        assert [t.casefold() for t in once] in (
            sorted(t.casefold() for t in once),
            sorted((t.casefold() for t in once), reverse=True),
        )


def test_what_it_is_about_is_told_title_first_and_sorted_by_day(
    pane: NotesPane, session: Session, events: list[Target]
) -> None:
    late = session.ordered_rows(len(session.snapshot.table) - 1, 1)[0]
    session.add_note("last", target=Target("event", late.id))
    about = [key for key, _ in HEADINGS].index(ABOUT)
    pane._sort(about)
    told = [row[about] for row in pane.table.texts.rows]
    first, second = (session.record(target.id) for target in events)
    assert first is not None and second is not None
    assert [text.split(" · ")[0] for text in told] == [
        first.title,
        second.title,
        "Lunch",
        late.title,
    ]
    assert told[2] == "Lunch · 2014"
    pane._sort(about)
    assert [row[about] for row in pane.table.texts.rows] == told[::-1]


def test_what_is_changed_is_listed_as_it_stands(pane: NotesPane, session: Session) -> None:
    """In words and tags, found by them, and as it was once that is undone."""
    (note,) = session.snapshot.notes.values()
    said = [key for key, _ in HEADINGS].index("words")
    before = {row[said] for row in pane.table.texts.rows}
    session.edit_note(note[0].id, text="Quite another", tags=["fresh"])
    after = {row[said] for row in pane.table.texts.rows}
    assert (before - after, after - before) == ({"Алматы first"}, {"Quite another"})
    for words, found in (("quite", ["note"]), ("fresh", ["note"]), ("алмат", [])):
        pane.search.setText(words)
        assert kinds(pane) == found
    session.undo()
    assert kinds(pane) == ["note"]
    pane.search.setText("")
    assert {row[said] for row in pane.table.texts.rows} == before


def test_a_click_goes_to_what_it_is_about(
    pane: NotesPane, session: Session, events: list[Target], qtbot: QtBot
) -> None:
    at = kinds(pane).index("star")
    where = pane.table.visualRect(pane.table.texts.index(at, 1)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    told = session.occurrences_of([events[1].id])[events[1].id]
    assert session.snapshot.selected == (told,)
    pane.table.selectRow(kinds(pane).index("own_event"))
    pane._jump()
    assert session.snapshot.own_event == pane.rows()[kinds(pane).index("own_event")].id


def test_what_is_selected_is_removed_and_brought_back(
    pane: NotesPane, session: Session, qtbot: QtBot
) -> None:
    pane.table.selectRow(kinds(pane).index("note"))
    assert pane.remove.isEnabled()
    qtbot.mouseClick(pane.remove, Qt.MouseButton.LeftButton)
    assert "note" not in kinds(pane)
    session.undo()
    assert "note" in kinds(pane)


def test_edit_asks_for_the_form(pane: NotesPane, qtbot: QtBot) -> None:
    pane.table.selectRow(kinds(pane).index("note"))
    with qtbot.waitSignal(pane.edit_wanted) as asked:
        qtbot.mouseClick(pane.edit, Qt.MouseButton.LeftButton)
    assert asked.args and asked.args[0].text == "Алматы first"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("wide", [200, 400, 620, 900])
def test_no_column_is_cut_off_by_the_edge(
    pane: NotesPane, request: pytest.FixtureRequest, percent: int, wide: int
) -> None:
    request.addfinalizer(lambda: fonts.set_percent(100))
    fonts.set_percent(percent)
    pane.resize(wide, 300)
    pane.table.fit_columns()
    shown = [n for n in range(len(HEADINGS)) if not pane.table.isColumnHidden(n)]
    assert shown and sum(map(pane.table.columnWidth, shown)) <= pane.table.viewport().width()
