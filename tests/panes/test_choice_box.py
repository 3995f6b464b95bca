"""A box of choices is found in by any of their words, and what was typed and is none is taken
back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.panes import choice_box
from timeline_app.panes.choice_box import Choice, ChoiceBox

MANY = tuple(Choice(f"actor-{n}", f"Actor {n} (9)", f"Актёр {n}") for n in range(2_000))


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    made = ChoiceBox("Who")
    qtbot.addWidget(made)
    made.show_choices(MANY, "actor-7")
    return made


def _offered(box: ChoiceBox, typed: str) -> list[str]:
    completer = box.completer()
    completer.setCompletionPrefix(typed)
    model = completer.completionModel()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_all_are_offered_and_the_current_one_is_shown(box: ChoiceBox) -> None:
    assert box.count() == len(MANY)
    assert [box.itemText(n) for n in (0, 1_999)] == ["Actor 0 (9)", "Actor 1999 (9)"]
    assert box.currentText() == box.toolTip() == "Actor 7 (9)"


@pytest.mark.parametrize("typed", ["actor 1234", "АКТЕР 1234"])
def test_what_is_typed_narrows_them_in_any_script(box: ChoiceBox, typed: str) -> None:
    assert _offered(box, typed) == ["Actor 1234 (9)"]


def test_one_that_is_named_is_chosen_and_what_names_none_is_taken_back(
    box: ChoiceBox, qtbot: QtBot
) -> None:
    chosen = list[object]()
    box.chosen.connect(chosen.append)
    for typed in ("actor 1234", "nobody"):
        box.lineEdit().selectAll()
        QTest.keyClicks(box.lineEdit(), typed)
        QTest.keyClick(box.lineEdit(), Qt.Key.Key_Escape)
        box.lineEdit().editingFinished.emit()
    assert chosen == ["actor-1234"]
    assert box.currentText() == "Actor 1234 (9)"


def test_no_choice_is_read_before_it_is_told(
    box: ChoiceBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()
    monkeypatch.setattr(choice_box, "fold", lambda text: read.append(text) or text)
    box.show_choices(tuple(reversed(MANY)), "actor-9")
    assert box.currentText() == "Actor 9 (9)"
    assert len(read) < 9, "what stands in the box, and none of the others"


def test_words_that_have_no_room_end_in_dots_while_nobody_types(box: ChoiceBox) -> None:
    box.show_choices((Choice("wide", "W" * 40),), "wide")
    field = box.lineEdit()
    assert field is not None
    field.setFixedWidth(150)
    wide = field.fontMetrics().horizontalAdvance("…")
    image = field.grab().toImage()
    ground = image.pixelColor(0, 0)
    middle = range(4, image.height() // 2)

    def inked(first: int, last: int) -> bool:
        return any(image.pixelColor(x, y) != ground for x in range(first, last) for y in middle)

    assert inked(4, 100)
    assert not inked(field.width() - wide, field.width()), "a letter is cut, or stands in the dots"
