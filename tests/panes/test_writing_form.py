"""The form of a kind holds its fields, says what is missing, and hands on what makes sense."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from timeline_app.model.written.catalogue import BY_NAME, KINDS
from timeline_app.panes.writing_form import Answered, Values, WritingForm


def form(qtbot: QtBot, name: str, **state: object) -> tuple[WritingForm, list[Values]]:
    written: list[Values] = []

    def write(values: Values, answered: Answered) -> None:
        written.append(values)
        answered("")

    made = WritingForm(BY_NAME[name], "about it", state, write)
    qtbot.addWidget(made)
    made.show()
    return made, written


@pytest.mark.parametrize("name", [k.name for k in KINDS if k.name not in ("star", "view")])
def test_every_field_has_a_name_to_hear(qtbot: QtBot, name: str) -> None:
    made, _ = form(qtbot, name)
    assert made.fields and all(field.accessibleName() for field in made.fields.values())
    assert made.accessibleName()


def test_what_is_missing_is_said_and_the_form_stays(qtbot: QtBot) -> None:
    made, written = form(qtbot, "own_event")
    made.finish()
    assert written == [] and made.isVisible() and "title" in made.trouble.text()
    title, date = made.fields["title"], made.fields["edtf"]
    assert isinstance(title, QLineEdit) and isinstance(date, QLineEdit)
    qtbot.keyClicks(title, "Lunch")
    qtbot.keyClicks(date, "soon")
    made.finish()
    assert written == [] and "soon" in made.trouble.text()
    date.setText("2014~")
    actors = made.fields["actors"]
    assert isinstance(actors, QLineEdit)
    actors.setText("A; B ;")
    qtbot.keyClick(date, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written[0]["title"] == "Lunch" and written[0]["actors"] == ["A", "B"]


def test_a_choice_is_offered_in_words_and_kept_by_its_id(qtbot: QtBot) -> None:
    made, written = form(qtbot, "judgement", judgement="doubt", text="why")
    box, text = made.fields["judgement"], made.fields["text"]
    assert isinstance(box, QComboBox) and isinstance(text, QPlainTextEdit)
    assert box.currentText() == "Doubt" and text.toPlainText() == "why"
    box.setCurrentIndex(box.findData("needs-source"))
    made.finish()
    assert written == [{"judgement": "needs-source", "text": "why"}]


def test_ones_own_word_can_be_typed_where_the_kind_takes_one(qtbot: QtBot) -> None:
    state = {"target": "event:a", "to": "event:b"}
    made, written = form(qtbot, "link", **state)
    box = made.fields["link"]
    assert isinstance(box, QComboBox) and box.isEditable()
    box.setEditText("paved the way for")
    made.finish()
    assert written[0]["link"] == "paved the way for"
    judged, _ = form(qtbot, "judgement")
    closed = judged.fields["judgement"]
    assert isinstance(closed, QComboBox) and not closed.isEditable()


def test_esc_writes_nothing(qtbot: QtBot) -> None:
    made, written = form(qtbot, "tag", tag="x")
    made.reject()
    assert written == []


def slow_form(qtbot: QtBot) -> tuple[WritingForm, list[Answered]]:
    """A form whose disk has not answered yet."""
    asked: list[Answered] = []
    made = WritingForm(BY_NAME["tag"], "", {}, lambda _, answered: asked.append(answered))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    field = made.fields["tag"]
    assert isinstance(field, QLineEdit)
    field.setText("to check")
    made.finish()
    return made, asked


def test_it_stays_until_the_disk_has_answered(qtbot: QtBot) -> None:
    made, asked = slow_form(qtbot)
    made.finish()
    assert made.isVisible() and len(asked) == 1 and not made.save.isEnabled()
    asked[0]("")
    assert not made.isVisible()


def test_what_could_not_be_saved_stays_in_it_and_is_tried_again(qtbot: QtBot) -> None:
    made, asked = slow_form(qtbot)
    asked[0]("There is no room left.")
    assert made.isVisible() and made.values() == {"tag": "to check"}
    assert "kept here" in made.trouble.text() and "no room left" in made.trouble.accessibleName()
    made.finish()
    asked[1]("")
    assert not made.isVisible()


def test_an_answer_that_comes_after_it_was_closed_is_heard_by_nobody(qtbot: QtBot) -> None:
    made, asked = slow_form(qtbot)
    made.reject()
    asked[0]("There is no room left.")
    assert not made.isVisible()
