"""How the archive was made: tables counted from the archive that is open, in plain escaped text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from made_folders import event, folder, source
from timeline_app.session.methods import Methods, methods_of
from timeline_app.session.session import Session
from timeline_app.store.build.edition import build
from timeline_app.window import methods
from timeline_app.window.methods import MethodsPage, methods_html


@pytest.fixture
def session(shipped_archive: Path) -> Iterator[Session]:
    made = Session()
    assert made.open_archive(shipped_archive)
    yield made
    made.close()


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[MethodsPage]:
    window = QWidget()
    qtbot.addWidget(window)
    made = MethodsPage(session, window)
    made.show()
    yield made
    window.close()


def _methods(session: Session) -> Methods:
    reading = methods_of(session.snapshot)
    assert reading is not None
    found = reading.read()
    assert isinstance(found, Methods)
    return found


def test_every_mark_of_the_text_is_filled(session: Session, page: MethodsPage) -> None:
    html = methods_html(_methods(session))
    marks = html.replace("<!--own-->", "").replace("<!--/own-->", "")
    assert "<!--" not in marks
    text = page.text.toPlainText()
    for words in ("Channel One Russia", "European Union", "headline only", "borne out", "1991–95"):
        assert words in text


def test_numbers_are_those_of_the_rows(session: Session, shipped_archive: Path) -> None:
    methods = _methods(session)
    assert session.snapshot.archive is not None
    on = sorted(session.snapshot.archive.layers_on)
    holes = ", ".join("?" * len(on))
    with closing(sqlite3.connect(shipped_archive)) as plain:
        cited = plain.execute(
            "SELECT publisher.name, count(*) FROM citation JOIN event ON event.key = record "
            "JOIN source ON source.key = source JOIN publisher ON publisher.id = publisher "
            f"WHERE layer IN ({holes}) GROUP BY 1 ORDER BY 2 DESC, 1",
            on,
        ).fetchall()
        claims = plain.execute("SELECT count(*) FROM claim").fetchone()[0]
    assert list(methods.told.publishers) == cited[: len(methods.told.publishers)]
    assert methods.told.citations == sum(n for _, n in cited)
    assert sum(n for _, n in methods.told.verdicts) == claims
    assert sum(methods.coverage.all) == len(session.snapshot.table)
    vectors = session.snapshot.table.terms["vector"]
    for label, counts, total in methods.coverage.rows:
        code = [term.label for term in vectors.terms].index(label)
        assert sum(counts) == total == (vectors.codes == code).sum()


def test_another_archive_has_its_own_numbers_and_none_of_our_words(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    nasty = "<img src=x> & <b>Agency</b>"
    rows = [
        event("old", start="-0138", end=None, sources=[source(publisher=nasty)]),
        event("new", start="2014-05-29"),
    ]
    path = tmp_path / "other.archive.sqlite"
    build(folder(tmp_path / "data", events=rows), path)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("UPDATE edition SET id = 'another'")
        plain.commit()
    assert session.open_archive(path)
    html = methods_html(_methods(session))
    assert "<img" not in html
    assert "broadcaster and one register" not in html
    assert "This archive says of its choice" in html
    window = QWidget()
    qtbot.addWidget(window)
    page = MethodsPage(session, window)
    text = page.text.toPlainText()
    assert nasty in text
    assert "-" in methods_html(_methods(session))
    assert sum(_methods(session).coverage.all) == 2
    assert "Channel One" not in text


def test_thin_cells_are_marked(session: Session) -> None:
    html = methods_html(_methods(session))
    assert '<td class="n">4*</td>' in html
    assert '<td class="n">12*</td>' not in html


def test_layers_that_are_on_are_counted(session: Session) -> None:
    assert session.snapshot.archive is not None
    session.switch_layers({"us-visits"})
    methods = _methods(session)
    assert methods.events == len(session.snapshot.table)
    assert len(methods.told.publishers) == 1
    session.switch_layers(frozenset())
    assert "no layer is switched on" in methods_html(_methods(session))


def test_one_finds_in_the_page(page: MethodsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.find_field, "importance")
    first = page.text.textCursor().position()
    assert page.text.textCursor().selectedText().lower() == "importance"
    qtbot.keyClick(page.find_field, Qt.Key.Key_Return)
    assert page.text.textCursor().position() > first
    assert page.missing.isHidden()
    qtbot.keyClicks(page.find_field, "qqqq")
    assert not page.missing.isHidden()
    assert page.missing.text() == "Nothing found."


def test_nothing_open_shows_the_text_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = MethodsPage(Session(), window)
    assert "How events were chosen" in page.text.toPlainText()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (1991, 1995, "1991–95"),
        (1996, 2004, "1996–2004"),
        (2026, 2026, "2026"),
        (-200, -101, "201–102 BCE"),
        (-4, 300, "5 BCE–300 CE"),
        (0, 0, "1 BCE"),
    ],
)
def test_periods_are_named_as_people_count_years(first: int, last: int, said: str) -> None:
    assert methods._years(first, last) == said
