"""A reader's way through the real window, claims, bands and arcs switched on:
`journey ARCHIVE NOTEBOOK`.

Each act is an event as a hand or a key sends it; then events run until all that follows from it is
shown and no worker has work. What is told of an act is how long one turn of the window's loop was
at most meanwhile: so long a tick of a millisecond came late.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from benchmarks.children.hand import Hand, Keys, along
from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve, spread
from benchmarks.children.ticking import Ticking
from timeline_app.model.annotation import Target
from timeline_app.model.membership_rows import member_key
from timeline_app.model.view import View
from timeline_app.model.written import link
from timeline_app.model.written.commands import Add
from timeline_app.panes.facet_list import FacetList
from timeline_app.panes.list_header import ListHeader

Act = Callable[[], object]
WIDE, HIGH = 1920, 1080
NOTCHES, MOVES, ROWS, KEYS, SCREENS = 10, 20, 4, 8, 6
CLOSER = (1, 4, 40)
"""How much closer than all days one comes in from where nothing is."""
LINKS, BANDS = 60, 3
"""More links than arcs are drawn at once."""
MOST_S, FRAME_S = 30.0, 1 / 60


class Journey:
    """What is done, in the order of a reading."""

    def __init__(self, opened: Opened) -> None:
        self.session, self.window = opened.session, opened.window
        self.timeline, self.overview = self.window.centre.timeline, self.window.centre.overview
        self.list: QAbstractItemView = self.window.list.view

    def acts(self) -> Iterator[Act]:
        """All of them; what an act is done to is looked up when it is its turn."""
        return chain(
            self._looks_around(),
            self._brushes(self.overview, Keys.NoModifier),
            self._brushes(self.overview, Keys.ControlModifier | Keys.ShiftModifier),
            self._chooses(),
            self._reads_the_list(),
            self._searches(),
            self._goes_along(),
            self._writes(),
            self._asks_claims(),
            self._comes_in(),
            iter([self.session.clear_all, self.session.fit_all]),
        )

    def _middle(self, of: QWidget) -> tuple[float, float]:
        return of.width() * 0.55, of.height() * 0.45

    def _looks_around(self) -> Iterator[Act]:
        """Zooms in, drags the days, points at what is there, and zooms out."""
        hand, (x, y) = Hand(self.timeline), self._middle(self.timeline)
        yield from (partial(hand.turn, x, y, 1) for _ in range(NOTCHES))
        yield partial(hand.press, x, y)
        yield from (partial(hand.drag, to, y) for to in along(x, x - 400, MOVES))
        yield partial(hand.let_go, x - 400, y)
        yield from (partial(hand.hover, to, y) for to in along(x, x + 300, MOVES))
        yield from (partial(hand.turn, x, y, -1) for _ in range(NOTCHES))

    def _brushes(self, over: QWidget, keys: Keys) -> Iterator[Act]:
        """Drags a period and lets it go."""
        hand, y = Hand(over, keys), over.height() / 2
        wide = over.width()
        yield partial(hand.press, wide * 0.4, y)
        yield from (partial(hand.drag, to, y) for to in along(wide * 0.4, wide * 0.6, MOVES))
        yield partial(hand.let_go, wide * 0.6, y)

    def _chooses(self) -> Iterator[Act]:
        """Some terms of each facet in sight, and none of them again."""
        for facet in self.window.findChildren(FacetList):
            if not facet.isVisible():
                continue
            hand, high = Hand(facet.viewport()), facet.sizeHintForRow(0)
            for row in (0, 1, 1, 0):
                yield partial(hand.click, 60.0, (row + 0.5) * high)

    def _reads_the_list(self) -> Iterator[Act]:
        """Turns its wheel, sorts it, selects in it and goes down by keys."""
        over = self.list.viewport()
        hand, keys, head = Hand(over), Hand(self.list), Hand(self._headings())
        yield from (partial(hand.turn, 200.0, 40.0, -1) for _ in range(NOTCHES))
        yield from (partial(head.click, over.width() * part, 8.0) for part in (0.5, 0.5, 0.05))
        yield from (partial(hand.click, 200.0, 12.0 + 24.0 * row) for row in range(ROWS))
        yield from (partial(keys.strike, Qt.Key.Key_Down) for _ in range(KEYS))

    def _headings(self) -> QWidget:
        header = self.list.findChild(ListHeader)
        if header is None:
            raise SystemExit("the list has no headings")
        return header.viewport()

    def _searches(self) -> Iterator[Act]:
        """Types a word that is there, and takes it away."""
        field, table = self.window.toolbar.search, self.session.snapshot.table
        title = self.session.rows([len(table) // 3])[0].title
        word = max(title.split(), key=len)[:KEYS]
        yield partial(field.setFocus, Qt.FocusReason.ShortcutFocusReason)
        yield from (partial(Hand(field).strike, Qt.Key.Key_unknown, letter) for letter in word)
        yield partial(Hand(field).strike, Qt.Key.Key_Return)
        yield partial(self.session.search, "")

    def _goes_along(self) -> Iterator[Act]:
        """From event to event and from lane to lane."""
        keys = Hand(self.timeline)
        steps = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
        yield partial(self.timeline.setFocus, Qt.FocusReason.TabFocusReason)
        yield from (partial(keys.strike, key) for key in steps for _ in range(KEYS))

    def _asks_claims(self) -> Iterator[Act]:
        """Opens their pane, and points at some in their track."""
        yield partial(self.window.bring, "claims")
        frame = self.timeline.frame()
        track = frame.tracks[0] if frame is not None and frame.tracks else None
        if frame is None or track is None:
            raise SystemExit("no claim in sight")
        hand, y = Hand(self.timeline), frame.ruler_px + track.band.top + track.band.height / 2
        places = along(frame.scale.left_px, frame.scale.right_px - 1, KEYS)
        yield from (partial(hand.click, x, y) for x in places)
        yield partial(self.window.bring, "list")

    def _comes_in(self) -> Iterator[Act]:
        """From before all events to where they are, half a screen at a time."""
        home, table = self.session.snapshot.home, self.session.snapshot.table
        first = int(table.first[len(table) // 1000])
        for days in (home.days / closer for closer in CLOSER):
            begins = (first + (half / 2 - 1.2) * days for half in range(SCREENS))
            yield from (partial(self.session.set_view, View(begin, days)) for begin in begins)

    def _writes(self) -> Iterator[Act]:
        """Notes on what is selected, and takes one back."""
        yield from (partial(self.session.add_note, f"Noted {n}") for n in range(ROWS))
        yield self.session.undo


def link_up(opened: Opened) -> None:
    """Arcs and bands: links between events some months apart, and memberships behind the lanes."""
    session = opened.session
    n = len(session.snapshot.table)
    if not len(session.snapshot.memberships.key) or not len(session.snapshot.claims.key):
        raise SystemExit("no membership and no claim")
    rows = [at * n // (LINKS + 2) for at in range(LINKS + 2)]
    ids = [Target("event", row.id) for row in session.rows(rows)]
    for one, other in pairwise(ids):
        session.write(Add(link.KIND, {"to": str(other), "link": "led-to"}, one))
    of = session.snapshot.memberships
    for organisation, state in zip(of.organisation[:BANDS], of.state[:BANDS], strict=True):
        session.toggle_membership_band(member_key(of, int(organisation), int(state)))
    if len(session.snapshot.membership_bands) != BANDS:
        raise SystemExit("bands were not laid behind the lanes")
    if not opened.until(lambda: len(session.snapshot.links) > LINKS, MOST_S):
        raise SystemExit("events were not linked")


class Held:
    """How long the loop was held while an act was answered."""

    def __init__(self, opened: Opened) -> None:
        self._opened, self._ticking = opened, Ticking()

    def by(self, act: Act) -> float:
        """The longest turn of the loop from the act until all is shown, and a frame of the screen
        after that, before which no hand does more; in seconds."""
        self._ticking.begin()
        act()
        self._opened.app.processEvents()
        if not self._opened.until(self._opened.is_ready, MOST_S):
            raise SystemExit("what was done is not shown")
        self._opened.settle(FRAME_S)
        return self._ticking.end()


def main() -> None:
    """Serves turns of one journey each."""
    opened = Opened(sys.argv[1], sys.argv[2], (WIDE, HIGH))
    opened.window.bring("list")
    link_up(opened)
    opened.settle()
    journey, held = Journey(opened), Held(opened)

    def turn() -> dict[str, float]:
        told = spread([held.by(act) for act in journey.acts()])
        opened.settle()
        return told

    serve(turn, acts=sum(1 for _ in journey.acts()))


if __name__ == "__main__":
    main()
