"""The sentence bar: the session's words, each phrase a button that changes it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.dates.edtf import parse
from timeline_app.look import theme
from timeline_app.model.filter import KNOWN, SECOND, SPAN, KnownClause, SpanClause
from timeline_app.panes.phrase_button import PhraseButton
from timeline_app.panes.phrase_popover import PhrasePopover
from timeline_app.panes.sentence_bar import SentenceBar
from timeline_app.session.sentence import said
from timeline_app.session.session import Session

Brush = Callable[[str, str], None]


@pytest.fixture
def bar(show: Callable[[type[SentenceBar]], SentenceBar]) -> SentenceBar:
    bar = show(SentenceBar)
    bar.resize(1280, bar.height())
    return bar


def _button(bar: SentenceBar, role: str) -> PhraseButton:
    buttons = (part for part in bar.line.parts if isinstance(part, PhraseButton))
    return next(button for button in buttons if button.role == role)


def _open(bar: SentenceBar, role: str, qtbot: QtBot) -> PhrasePopover:
    qtbot.mouseClick(_button(bar, role), Qt.MouseButton.LeftButton)
    assert bar.popover is not None
    return bar.popover


def test_the_parts_make_the_sentence(bar: SentenceBar, session: Session, brush: Brush) -> None:
    for ask in (
        lambda: None,
        lambda: brush("2013-11-01", "2014-06-30"),
        lambda: session.set_terms("vector", ("Russia", "China")),
        lambda: session.set_terms("kind", ("visit",)),
        session.clear_all,
    ):
        ask()
        assert "".join(part.text() for part in bar.line.parts) == said(session.sentence())
        assert bar.accessibleName() == said(session.sentence())


def test_a_phrase_says_what_it_is_and_that_it_can_be_changed(
    bar: SentenceBar, brush: Brush
) -> None:
    brush("2014-03", "2014-05")
    button = _button(bar, SPAN)
    assert "May 2014" in button.text()
    assert button.accessibleName() == f"Period: {button.text()}. Change"


def test_all_that_is_asked_is_cleared_at_once(
    bar: SentenceBar, session: Session, qtbot: QtBot
) -> None:
    assert bar.clear.isHidden()
    assert not bar.remark.isHidden()
    session.set_terms("vector", ("Iran",))
    assert bar.remark.isHidden()
    qtbot.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    assert not session.snapshot.filter
    assert bar.clear.isHidden()


def test_the_period_is_marked_by_its_two_ends(
    bar: SentenceBar, session: Session, qtbot: QtBot
) -> None:
    popover = _open(bar, SPAN, qtbot)
    assert popover.period is not None
    qtbot.keyClicks(popover.period.first, "2013-11")
    qtbot.keyClicks(popover.period.last, "2014-06")
    qtbot.keyClick(popover.period.last, Qt.Key.Key_Return)
    span = session.snapshot.filter.span
    assert span is not None
    assert span.first == parse("2013-11-01").bounds.first
    assert span.last == parse("2014-06-30").bounds.last


def test_what_is_no_period_is_refused_in_place(
    bar: SentenceBar, session: Session, qtbot: QtBot
) -> None:
    period = _open(bar, SPAN, qtbot).period
    assert period is not None
    for first, last in (("2014-13", "2015"), ("2015", "2014"), ("", "")):
        period.first.setText(first)
        period.last.setText(last)
        period.mark.click()
        assert not period.refusal.isHidden()
        assert period.refusal.text()
    assert session.snapshot.filter.span is None


def test_a_preset_marks_its_years(bar: SentenceBar, session: Session, qtbot: QtBot) -> None:
    period = _open(bar, SPAN, qtbot).period
    assert period is not None
    preset = next(p for p in period.presets if p.text() == "2011 to 2015")
    preset.click()
    span = session.snapshot.filter.span
    assert span is not None
    assert (span.first, span.last) == (
        parse("2011").bounds.first,
        parse("2015").bounds.last,
    )


def test_terms_are_chosen_while_the_counts_follow(
    bar: SentenceBar, session: Session, qtbot: QtBot
) -> None:
    popover = _open(bar, "state", qtbot)
    block = popover.block
    assert block is not None
    block.list.chosen.emit("KAZ", False)
    assert session.snapshot.filter.terms("state") == {"KAZ"}
    assert block.list.rows.ticked == {"KAZ"}
    assert _button(bar, "state").text() == "Kazakhstan"
    popover.clear.click()
    assert not session.snapshot.filter


def test_all_goes_on_when_what_opened_under_a_phrase_was_closed(
    bar: SentenceBar, session: Session, qtbot: QtBot
) -> None:
    popover = _open(bar, "state", qtbot)
    with qtbot.waitSignal(popover.destroyed):
        qtbot.keyClick(popover, Qt.Key.Key_Escape)
    session.set_terms("state", ("KAZ",))
    assert _button(bar, "state").text() == "Kazakhstan"


def test_the_phrases_keep_their_place_while_a_brush_moves(
    bar: SentenceBar, session: Session, brush: Brush
) -> None:
    brush("2014-03", "2014-05")
    parts = list(bar.line.parts)
    brush("2014-03", "2014-06")
    assert parts == bar.line.parts, "a drag makes no new widgets"


def test_nothing_passes_leads_to_the_nearest(
    bar: SentenceBar, session: Session, brush: Brush, qtbot: QtBot
) -> None:
    brush("1800", "1800")
    assert session.snapshot.passing.possible == 0
    qtbot.mouseClick(_button(bar, "nearest"), Qt.MouseButton.LeftButton)
    first = int(session.snapshot.table.occurrence[0])
    assert session.snapshot.selected == (first,)


@pytest.mark.parametrize("wide", [420, 640, 900, 1280])
def test_a_long_sentence_is_cut_but_never_runs_over(
    bar: SentenceBar, session: Session, brush: Brush, wide: int
) -> None:
    brush("2013-11-02", "2014-06-29")
    session.set_terms("actor", [t.id for t in session.snapshot.table.terms["actor"].terms[:3]])
    bar.resize(wide, bar.height())
    shown = [part for part in bar.line.parts if not part.isHidden()]
    for left, right in pairwise(shown):
        assert left.geometry().right() < right.geometry().left() + 1
    if wide >= 900:
        assert shown[-1].geometry().right() <= bar.line.width()


def test_a_cut_phrase_is_whole_in_its_tooltip(bar: SentenceBar, session: Session) -> None:
    session.set_terms("kind", [term.id for term in session.snapshot.table.terms["kind"].terms][:2])
    kinds = _button(bar, "kind")
    assert kinds.toolTip() == ""
    bar.resize(500, bar.height())
    QApplication.processEvents()
    assert kinds.width() < kinds.sizeHint().width()
    assert kinds.toolTip() == kinds.text()


def test_the_remark_gives_way_before_a_phrase_is_cut(bar: SentenceBar) -> None:
    for wide in (1280, 700):
        bar.resize(wide, bar.height())
        bar.layout().activate()
        whole = all(part.width() >= part.sizeHint().width() for part in bar.line.parts[:-1])
        assert whole
        assert bar.remark.isHidden() == (wide == 700)


def test_the_remark_gives_way_to_larger_letters_too(bar: SentenceBar, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    bar.resize(1000, bar.height())
    assert not bar.remark.isHidden()
    theme.put_on(app, theme.Wish("light", 200))
    try:
        qtbot.waitUntil(bar.remark.isHidden)
    finally:
        theme.put_on(app, theme.Wish("light"))
    qtbot.waitUntil(lambda: not bar.remark.isHidden())


def test_the_day_to_know_by_is_a_phrase_that_changes_it(
    bar: SentenceBar, session: Session, qtbot: QtBot
) -> None:
    session.set_known(parse("2014-05-13").bounds.last)
    popover = _open(bar, KNOWN, qtbot)
    assert popover.known is not None
    assert popover.known.field.text() == "2014-05-13"
    popover.known.field.setText("soon")
    popover.known.choose.click()
    assert "soon" in popover.known.refusal.text()
    popover.known.field.setText("2010")
    popover.known.choose.click()
    assert session.snapshot.filter.known == KnownClause(parse("2010-12-31").bounds.last)
    assert _button(bar, KNOWN).text() == "As known on 31 December 2010"
    popover = _open(bar, KNOWN, qtbot)
    popover.clear.click()
    assert session.snapshot.filter.known is None


def test_only_what_surely_lies_within_can_be_asked_for(
    bar: SentenceBar, session: Session, qtbot: QtBot
) -> None:
    session.set_span(2456659, 2457023)
    session.set_second(2457024, 2457388)
    bar.refresh(None, session.snapshot)
    popover = _open(bar, SPAN, qtbot)
    assert popover.period is not None
    assert not popover.period.surely.isHidden()
    popover.period.surely.click()
    assert session.snapshot.filter.span == SpanClause(2456659, 2457023, surely=True)
    assert session.snapshot.second == SpanClause(2457024, 2457388, surely=True)
    popover.period.presets[-1].click()
    assert session.snapshot.filter.span is not None
    assert session.snapshot.filter.span.surely
    popover = _open(bar, SECOND, qtbot)
    assert popover.period is not None
    assert popover.period.surely.isHidden()
