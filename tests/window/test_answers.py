"""Long answers are told a part a turn; whoever touches the window finds it whole."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Written
from timeline_app.model.view import View
from timeline_app.session.nothing_open import nothing_open
from timeline_app.session.snapshot import Snapshot
from timeline_app.window import answers
from timeline_app.window.answers import Answers, Show
from timeline_app.window.main_window import MainWindow

Told = dict[int, list[tuple[Snapshot | None, Snapshot]]]
PARTS, STEPS, LATE = 3, 2, 2


def _heard(told: Told, n: int) -> Show:
    def part(before: Snapshot | None, after: Snapshot) -> Iterator[None]:
        for _ in range(STEPS):
            yield
        told.setdefault(n, []).append((before, after))

    return part


def _long(before: Snapshot | None, after: Snapshot) -> bool:
    return before is not None and after.query != before.query


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.sampled_from(["long", "small", "view", "turn", "finish"]), max_size=20))
def test_every_part_hears_of_what_it_did_not_show_yet_and_in_the_end_of_the_latest(
    acts: list[str],
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(answers, "is_long", _long)
        owner, told, at_it = QWidget(), Told(), list[bool]()
        tells = Answers([_heard(told, n) for n in range(PARTS)], owner, LATE, at_it.append)
        now = nothing_open()
        tells.show(None, now)
        for n, act in enumerate(acts):
            if act == "turn":
                tells.turn()
            elif act == "finish":
                tells.finish()
            else:
                change = {"long": "query", "small": "busy", "view": "selected"}[act]
                before, now = now, now.having(**{change: (n,) if act == "view" else str(n)})
                tells.show(before, now)
                assert tells.waiting or all(told[part][-1][1] is now for part in range(PARTS))
                assert tells.waiting or act != "long"
            to_count = [part for part in range(LATE) if told[part][-1][1] is not now]
            assert (at_it[-1:] == [True]) == (tells.waiting and bool(to_count))
        for _ in range(PARTS * (STEPS + 2) * 2 + 1):
            tells.turn()
        assert not tells.waiting
        assert at_it == [True, False] * (len(at_it) // 2)
        for part in range(PARTS):
            shown = [None, *(after for _, after in told[part])]
            assert [before for before, _ in told[part]] == shown[:-1]
            assert shown[-1] is now


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.integers(0, 900), min_size=PARTS, max_size=PARTS))
def test_a_turn_goes_on_while_there_is_time_and_what_it_ends_with_is_told(
    took_us: list[int],
) -> None:
    """Each step takes so long; a turn has one more than there is time for, at most."""
    clock, begun = [0.0], list[float]()

    def part(n: int) -> Show:
        def steps(_: Snapshot | None, __: Snapshot) -> Iterator[None]:
            for _step in range(STEPS):
                begun.append(clock[0])
                clock[0] += took_us[n] / 1e6
                yield

        return steps

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(answers, "is_long", _long)
        patched.setattr(answers, "perf_counter", lambda: clock[0])
        owner, now = QWidget(), nothing_open()
        tells = Answers([part(n) for n in range(PARTS)], owner, LATE)
        tells.show(None, now)
        tells.show(now, now.having(query="other"))
        while tells.waiting:
            began = clock[0]
            begun.clear()
            tells.turn()
            assert all(at < began + answers.TURN_S for at in begun)
            assert clock[0] >= began + answers.TURN_S or not tells.waiting


@pytest.fixture
def every_answer_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a large archive."""
    monkeypatch.setattr(answers, "LARGE", 0)


def _is_whole(window: MainWindow) -> bool:
    """Whether what was counted last is told by the facets, the list and the sentence."""
    passing = window.session.snapshot.passing
    kinds, counts = window.facets.blocks["kind"].list.rows, passing.counts["kind"]
    codes = {term.id: n for n, term in enumerate(window.session.snapshot.table.terms["kind"].terms)}
    listed = window.list.model.rowCount() == passing.possible
    return listed and kinds.counts == [int(counts[codes[one.term]]) for one in kinds.terms]


@pytest.mark.usefixtures("every_answer_is_long")
def test_a_filter_is_answered_a_part_a_turn(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.answers.waiting)
    assert _is_whole(window)
    window.session.set_terms("vector", ["Russia"])
    assert window.answers.waiting
    assert not _is_whole(window)
    qtbot.waitUntil(lambda: not window.answers.waiting)
    assert _is_whole(window)


@pytest.mark.usefixtures("every_answer_is_long")
def test_a_brush_that_comes_or_goes_is_told_in_turns_and_one_that_moves_at_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    """The timeline is composed in a turn, and painted in the one after it."""
    session, timeline = window.session, window.centre.timeline
    qtbot.waitUntil(lambda: not window.answers.waiting)
    timeline.settle()
    before = timeline.grab().toImage()
    acts = [
        lambda: session.set_span(2_455_000, 2_457_000),
        lambda: session.set_span(2_455_100, 2_457_100),
        session.clear_all,
    ]
    for at, act in enumerate(acts):
        act()
        assert window.answers.waiting is (at != 1)
        qtbot.waitUntil(lambda: not window.answers.waiting)
        assert _is_whole(window)
        frame = timeline.seen()
        assert frame is not None and frame.snapshot is session.snapshot
    timeline.settle()
    assert timeline.grab().toImage() == before


def test_rows_that_are_asked_for_otherwise_are_told_in_turns_but_not_days_or_other_rows(
    window: MainWindow,
) -> None:
    session = window.session
    session.set_span(2_455_000, 2_457_000)
    now = session.snapshot
    span = now.filter.span
    assert span is not None
    same = now.having(passing=now.passing.brushed(span), busy="counts")
    assert same.passing is not now.passing and answers.is_small(now, same)
    session.set_span(2_455_001, 2_457_000)
    assert not answers.is_small(now, session.snapshot)
    session.set_view(View(now.view.first, now.view.days / 2))
    assert not answers.is_small(now, now.having(view=session.snapshot.view))


def test_what_is_written_beside_very_much_is_told_in_turns(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = window.session.snapshot
    one = Written("a", "note", None, {"text": "said"}, "", "", "", "")
    after = now.having(written=(one, one))
    assert not answers.is_long(now, after)
    monkeypatch.setattr(answers, "MANY_WRITTEN", 1)
    assert answers.is_long(now, after) and not answers.is_long(after, after.having(busy="counts"))


@pytest.mark.usefixtures("every_answer_is_long")
@pytest.mark.parametrize("hand", ["key", "press", "brush", "selection"])
def test_who_touches_the_window_meanwhile_finds_it_whole(window: MainWindow, hand: str) -> None:
    window.answers.finish()
    window.session.set_terms("vector", ["Russia"])
    assert not _is_whole(window)
    if hand == "key":
        QTest.keyClick(window.frame.windowHandle(), Qt.Key.Key_Shift)
    elif hand == "press":
        at = window.facets.mapTo(window.frame, QPoint(5, 5))
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        QTest.mousePress(window.frame.windowHandle(), left, none, at)
    elif hand == "brush":
        window.session.set_span(2_455_000, 2_457_000)
    else:
        window.session.select([int(window.session.snapshot.table.occurrence[0])])
    assert _is_whole(window)
    assert window.answers.waiting is (hand == "selection"), "what is to be read follows"


def test_what_is_to_be_read_of_a_selection_comes_after_it_is_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.answers.finish()
    card = window.detail.card
    assert card is not None
    for row in (3, 40):
        window.session.select([int(window.session.snapshot.table.occurrence[row])])
        frame = window.centre.timeline.frame()
        assert frame is not None and frame.snapshot is window.session.snapshot
        assert window.answers.waiting
    at = window.centre.mapTo(window.frame, QPoint(300, 200))
    QTest.mouseMove(window.frame.windowHandle(), at)
    assert window.answers.waiting, "a pointer that passes waits for nothing"
    qtbot.waitUntil(lambda: not window.answers.waiting)
    assert window.detail.card is None
    assert window.detail.notes is not None


def test_who_writes_meanwhile_writes_on_what_is_selected(window: MainWindow) -> None:
    window.answers.finish()
    session = window.session
    session.select([int(session.snapshot.table.occurrence[5])])
    assert window.answers.waiting
    window.detail.write_note()
    assert not window.answers.waiting
    notes = window.detail.notes
    assert notes is not None
    notes.editor.text.setPlainText("seen")
    window.detail.leave()
    assert [note.state["text"] for note in session.notes_of(session.snapshot.selected[0])] == [
        "seen"
    ]


@pytest.mark.usefixtures("every_answer_is_long")
def test_what_cannot_be_told_leaves_the_other_parts_no_worse(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.answers.finish()

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(window.centre, "show_snapshot", fails)
    with qtbot.capture_exceptions() as raised:
        window.session.set_terms("vector", ["Russia"])
        qtbot.waitUntil(lambda: not window.answers.waiting)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert _is_whole(window)
