"""What the reader has written on a record, or on an actor or a source that it names."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Target, Written
from timeline_app.model.records import Participant, Source
from timeline_app.panes.arrow_box import ArrowBox
from timeline_app.panes.detail_marks import Ask, MarksSection
from timeline_app.panes.detail_notes import NotesSection
from timeline_app.session.marking import marks_on
from timeline_app.session.noted import ACTOR, SOURCE
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr

_LEAST_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be written on here: what it is called, and how its notes are read."""

    target: Target
    words: str
    read: Callable[[], tuple[Written, ...]]


class WrittenOn(QWidget):
    """Marks and notes on one of several subjects, the first of them to begin with."""

    def __init__(
        self,
        session: Session,
        subjects: Sequence[Subject],
        ask: Ask,
        open_target: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._session, self._subjects = session, subjects
        self._ask, self._open = ask, open_target
        self.box = ArrowBox()
        for part in (self.box, self.box.view()):
            part.setAccessibleName(tr("What you write on"))
        self.box.setSizeAdjustPolicy(
            ArrowBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(_LEAST_LETTERS)
        self.box.addItems([subject.words for subject in subjects])
        if len(subjects) < 2:
            self.box.hide()  # showing what has no parent yet would make a window of it
        self.box.currentIndexChanged.connect(self._change)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.marks, self.notes = self._made(subjects[0])

    def show_snapshot(self, after: Snapshot) -> None:
        """What stands on the subject now, and how much on each of them."""
        for part in (self.marks, self.notes):
            part.show_snapshot(after)
        for n, subject in enumerate(self._subjects):
            many = len(subject.read()) + len(marks_on(after, subject.target))
            said = f"{subject.words} · {grouped(many)}" if many else subject.words
            if said != self.box.itemText(n):
                self.box.setItemText(n, said)

    def leave(self) -> None:
        """Saves what is still being written."""
        self.notes.leave()

    def _made(self, subject: Subject) -> tuple[MarksSection, NotesSection]:
        marks = MarksSection(self._session, subject.target, self._ask, self._open, self.box)
        notes = NotesSection(self._session, subject.target, subject.read)
        for part in (marks, notes):
            self._column.addWidget(part)
        return marks, notes

    def _change(self, at: int) -> None:
        """Another subject: what was being written on the last one is saved."""
        self.leave()
        old = self.marks, self.notes
        self.marks, self.notes = self._made(self._subjects[at])
        for part in old:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.show_snapshot(self._session.snapshot)
        self.box.setFocus()


def named_subjects(
    session: Session, actors: Sequence[Participant], sources: Sequence[Source]
) -> list[Subject]:
    """The actors and the sources that a record names, each once."""
    told = [
        (Target(ACTOR, one.id), tr("Actor: {name}", name=one.of_day or one.name))
        for one in actors
        if one.id
    ]
    told += [
        (Target(SOURCE, one.id), tr("Source {n}: {publisher}", n=n, publisher=one.publisher))
        for n, one in enumerate(sources, start=1)
    ]
    return [subject(session, target, said) for target, said in dict(told).items()]


def subject(session: Session, target: Target, words: str) -> Subject:
    """A subject whose notes are those on this very target."""
    return Subject(target, words, lambda: session.snapshot.notes.get(str(target), ()))
