"""The button in the head of the strip of votes: of whom, on what, by which rule."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from timeline_app.look import fonts
from timeline_app.session.session import Session
from timeline_app.session.vote_rule import VoteRule
from timeline_app.session.voting import Agreed
from timeline_app.session.voting_words import RULE_WORDS, state_words
from timeline_app.words.tr import tr

Choice = tuple[str, VoteRule]
"""Words, and what is counted once they are chosen."""


class VotesChoices(QToolButton):
    """Says whose votes they are; its menu changes that, and the rest of what is counted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._agreed: Agreed | None = None
        self.setProperty("look", "strip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        self.setToolTip(tr("Choose whose votes are compared, on what, and by which rule"))
        self.hide()

    def show_agreed(self, agreed: Agreed | None) -> None:
        """Names the state whose votes are shown."""
        self._agreed = agreed
        self.setVisible(agreed is not None and bool(agreed.state))
        if agreed is not None:
            self.setText(state_words(agreed.state))
            self.setAccessibleName(tr("Votes of {state}", state=self.text()))
            self.resize(self.sizeHint())

    def place(self, head_px: int, top_px: int) -> None:
        """Takes its place after the head column, at the right of the title row."""
        self.setFixedHeight(fonts.scaled(20))
        self.move(max(0, head_px), top_px)

    def _fill(self) -> None:
        """Made anew each time: what there is follows the archive."""
        menu, agreed = self.menu(), self._agreed
        menu.clear()
        if agreed is None:
            return
        rule = agreed.rule
        shown = replace(rule, state=agreed.state)
        self._section(
            menu, shown, ((state_words(s), replace(rule, state=s)) for s in agreed.states)
        )
        menu.addSeparator()
        issues = ("", *agreed.calls.all_issues)
        on_issue = ((i or tr("All subjects"), replace(shown, issue=i)) for i in issues)
        self._section(menu.addMenu(tr("Subject")), shown, on_issue)
        by_rule = ((tr(words), replace(shown, rule=key)) for key, words in RULE_WORDS.items())
        self._section(menu.addMenu(tr("Abstentions")), shown, by_rule)
        parts = menu.addAction(tr("Votes on parts of texts too"))
        parts.setCheckable(True)
        parts.setChecked(rule.paragraphs)
        parts.triggered.connect(self._counting(replace(shown, paragraphs=not rule.paragraphs)))

    def _section(self, menu: QMenu, shown: VoteRule, choices: Iterable[Choice]) -> None:
        group = QActionGroup(menu)
        for words, rule in choices:
            choice = menu.addAction(words)
            choice.setCheckable(True)
            choice.setActionGroup(group)
            choice.setChecked(rule == shown)
            choice.triggered.connect(self._counting(rule))

    def _counting(self, rule: VoteRule) -> Callable[..., None]:
        return lambda *_: self._session.count_votes_by(rule)
