"""What holds for every pane: names for all controls, room at 200 %, both themes, plain text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.look import theme
from timeline_app.panes.check_list import CheckList
from timeline_app.panes.detail import DetailPane
from timeline_app.panes.event_list import EventListPane
from timeline_app.panes.event_table_view import EventTableView
from timeline_app.panes.facet_list import FacetList
from timeline_app.panes.facets import FacetsPane
from timeline_app.panes.pane import Pane
from timeline_app.panes.sentence_bar import SentenceBar
from timeline_app.panes.series_tables import ChosenModel, SeriesTable
from timeline_app.panes.text_table import TextTable
from timeline_app.session.session import Session

PANES = (DetailPane, EventListPane, FacetsPane, SentenceBar)


@pytest.fixture
def put_back(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.put_on(qapp, theme.Wish("light"))


def _controls(pane: QWidget) -> list[QWidget]:
    """What the Tab key reaches or a click acts on."""
    return [
        widget
        for widget in (pane, *pane.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.metaObject().className() not in ("QAbstractScrollArea", "QTableCornerButton")
    ]


@pytest.mark.parametrize("kind", PANES)
def test_every_control_has_a_name(
    kind: type[Pane], show: Callable[[type[Pane]], Pane], session: Session
) -> None:
    pane = show(kind)
    for chosen in (
        (),
        session.snapshot.table.occurrence[:1],
        session.snapshot.table.occurrence[:3],
    ):
        session.select(chosen)
        controls = _controls(pane)
        assert pane.accessibleName()
        assert not [w for w in controls if not w.accessibleName()]


def test_the_rows_of_a_list_go_with_the_list(session: Session, qtbot: QtBot) -> None:
    """Else they become garbage, and go on whatever thread looks for that: none may call into Qt."""
    around = QWidget()
    lists = [
        FacetList("Terms", around),
        CheckList(),
        TextTable((("day", "Day"),), "Texts"),
        EventTableView(session),
        SeriesTable(ChosenModel(), "Series", (1, 1)),
    ]
    for one in (around, *lists[1:]):
        qtbot.addWidget(one)
    assert [one for one in lists if one.model().parent() is not one] == []


@pytest.mark.parametrize("kind", PANES)
def test_no_label_reads_markup(
    kind: type[Pane], show: Callable[[type[Pane]], Pane], session: Session
) -> None:
    pane = show(kind)
    session.select(session.snapshot.table.occurrence[:1])
    labels = pane.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", PANES)
def test_a_pane_is_painted_in_its_theme(
    kind: type[Pane], name: str, show: Callable[[type[Pane]], Pane], put_back: QApplication
) -> None:
    theme.put_on(put_back, theme.Wish(name))
    image = show(kind).grab().toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    tokens = theme.current()
    assert seen & {tokens.canvas.lower(), tokens.bg.lower()}
    assert len(seen) > 10, "letters are drawn"


def test_large_text_keeps_the_width_of_the_pane(
    show: Callable[[type[Pane]], Pane], session: Session, put_back: QApplication
) -> None:
    theme.put_on(put_back, theme.Wish("light", 200))
    pane = show(DetailPane)
    pane.resize(340, 800)
    session.select(session.snapshot.table.occurrence[20:21])
    put_back.processEvents()
    assert pane.width() == 340
    shown = [w for w in pane.findChildren(QLabel) if w.isVisible()]
    assert shown
    for label in shown:
        right = label.mapTo(pane, label.rect().topRight()).x()
        assert right <= pane.width()
