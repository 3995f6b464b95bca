"""What the reader has put on a record beside notes: as chips to look at, change and take off."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.model.annotation import Target, Written, texts_of
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.highlight import COLOURS
from timeline_app.model.written.judgement import JUDGEMENTS
from timeline_app.model.written.kind import Kind
from timeline_app.panes.chips import flowing
from timeline_app.panes.text import Section, words
from timeline_app.session.linked import link_words
from timeline_app.session.marking import marks_on, remove
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark, tr

Ask = Callable[[Kind, Target, Written | None], None]
"""Asks for the fields of a kind, of one that is to be changed if one is given."""

BUTTONS = (
    ("star", "star", mark("Star")),
    ("highlight", "highlighter", mark("Highlight")),
    ("tag", "tag", mark("Tag")),
    ("judgement", "scale", mark("Judge")),
    ("link", "link-2", mark("Link")),
    ("correction", "pencil", mark("Correct")),
)


class MarksSection(Section):
    """Stands above the notes. `ask` opens the form of a kind; `open_target` goes to a record;
    `subject`, at its head, says what is written on."""

    def __init__(
        self,
        session: Session,
        target: Target,
        ask: Ask,
        open_target: Callable[[str], None],
        subject: QWidget,
    ) -> None:
        super().__init__(tr("My marks"))
        self.content.addWidget(subject)
        self._session, self._target, self._ask = session, target, ask
        self._open = open_target
        self._drawn: tuple[Written, ...] | None = None
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        self.content.addLayout(self._box)
        self.content.addWidget(self._buttons())

    def show_snapshot(self, after: Snapshot) -> None:
        """The marks as they stand now."""
        found = marks_on(after, self._target)
        if found == self._drawn:
            return
        self._drawn = found
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        short = [one for one in found if one.kind in ("star", "highlight", "tag", "judgement")]
        if short:
            self._box.addWidget(flowing([self._chip(one) for one in short]))
        for one in found:
            if one not in short:
                self._box.addWidget(self._line(one))

    def _buttons(self) -> QWidget:
        kinds = BY_NAME
        made = []
        for name, icon, said in BUTTONS:
            if self._target.kind not in kinds[name].on:
                continue
            button = QToolButton()
            side = fonts.scaled(icons.SIZE)
            button.setIcon(icons.icon(icon, theme.current().ink2, size=side))
            button.setIconSize(QSize(side, side))
            button.setProperty("look", "plain")
            button.setToolTip(tr(said))
            button.setAccessibleName(tr(said))
            button.clicked.connect(partial(self._clicked, kinds[name]))
            made.append(button)
        return flowing(list(made))

    def _clicked(self, kind: Kind, *_: object) -> None:
        self._ask(kind, self._target, None)

    def _chip(self, one: Written) -> QWidget:
        """What it says, and the cross that takes it off."""
        holder = QWidget()
        holder.setProperty("look", "chip")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        said = mark_words(one)
        button = QPushButton(said)
        button.setProperty("look", "slim")
        button.setAccessibleName(tr("{mark}: change", mark=said))
        if one.text:
            button.setToolTip(one.text)
        if one.kind == "highlight":
            # The word says the colour too; the swatch is for the eye.
            button.setIcon(icons.swatch(highlight_colour(one), fonts.scaled(12)))
        button.clicked.connect(partial(self._change, one))
        row.addWidget(button)
        row.addWidget(self._cross(one, said))
        return holder

    def _line(self, one: Written) -> QWidget:
        """A link, a correction or a thesis as a line, with what leads on."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        said = mark_words(one, str(self._target))
        row.addWidget(words(said), 1)
        other = other_end(one, str(self._target))
        if other:
            go = QPushButton(tr("Show"))
            go.setProperty("look", "plain")
            go.setAccessibleName(tr("Show what the link leads to"))
            go.clicked.connect(lambda: self._open(other))
            row.addWidget(go)
        edit = QPushButton(tr("Edit"))
        edit.setProperty("look", "plain")
        edit.setAccessibleName(tr("{mark}: change", mark=said))
        edit.clicked.connect(partial(self._change, one))
        row.addWidget(edit)
        row.addWidget(self._cross(one, said))
        return holder

    def _cross(self, one: Written, said: str) -> QPushButton:
        cross = QPushButton("×")
        cross.setProperty("look", "plain")
        cross.setToolTip(tr("Take it off"))
        cross.setAccessibleName(tr("Take off: {mark}", mark=said))
        cross.clicked.connect(partial(self._take_off, one))
        return cross

    def _take_off(self, one: Written, *_: object) -> None:
        remove(self._session, one)

    def _change(self, one: Written, *_: object) -> None:
        self._ask(BY_NAME[one.kind], self._target, one)


def mark_words(one: Written, seen_from: str = "") -> str:
    """What a mark says, in one line; on a passage, after its words."""
    said = _said(one, seen_from)
    return f"“{one.about.quote}”: {said}" if one.about.quote else said


def _said(one: Written, seen_from: str) -> str:
    if one.kind == "highlight":
        return tr(COLOURS.get(one.said("colour"), one.said("colour")))
    if one.kind == "judgement":
        judged = tr(JUDGEMENTS.get(one.said("judgement"), one.said("judgement")))
        return f"{judged}: {one.text}" if one.text else judged
    if one.kind == "tag":
        return one.said("tag")
    if one.kind == "star":
        return tr("★ Starred")
    if one.kind == "link":
        return _link_words(one, seen_from)
    if one.kind == "correction":
        values = {"field": one.said("field"), "value": one.said("value") or one.text}
        return tr("Correction of {field}: {value}", **values)
    if one.kind == "thesis":
        sides = {
            "for": mark("For the thesis: {text}"),
            "against": mark("Against the thesis: {text}"),
        }
        side = next((s for s in sides if seen_from in texts_of(one.state, s)), "")
        return tr(sides[side], text=one.text) if side else one.text
    return one.text or one.said("title") or one.said("name")


def highlight_colour(one: Written) -> str:
    """The colour of a highlight as "#RRGGBB"; the reader's yellow where it has no other."""
    return SWATCHES.get(one.said("colour"), one.said("colour"))


SWATCHES = {
    "yellow": "#FFD84A",
    "orange": "#F2A154",
    "red": "#E8736B",
    "pink": "#E89AC7",
    "purple": "#B48BE0",
    "blue": "#7DB3F2",
    "green": "#86C98A",
    "grey": "#B4B9C1",
}


def other_end(one: Written, seen_from: str) -> str:
    """The record at the other end of a link; empty for what is none."""
    if one.kind != "link":
        return ""
    return str(one.target) if one.said("to") == seen_from else one.said("to")


def _link_words(one: Written, seen_from: str) -> str:
    kind = link_words(one.said("link"))
    looks = one.state.get("about_others")
    look = looks.get(one.said("to"), {}) if isinstance(looks, dict) else {}
    there = look.get("title") or one.said("to")
    if one.said("to") == seen_from:
        here = one.about.title or str(one.target)
        return f"{here} → {kind}"
    return f"{kind} → {there}"
