"""What the canvas must know of a kind of track: how it is headed, stroked, touched and spoken."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtGui import QPainter

from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import Tokens
from timeline_app.scene.track import Band, Track, TrackDrawing, TrackPlace
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot

Drawn = TypeVar("Drawn", bound=TrackDrawing)


@dataclass(frozen=True, slots=True)
class TrackHead:
    """What stands in the column of heads: a glyph of `look.glyphs`, the name, how many pass, lines
    of smaller words for where there is room, and how many lie in a second period."""

    glyph: int
    name: str
    count: int
    captions: tuple[str, ...] = ()
    second: int | None = None


class TrackKind(ABC, Generic[Drawn]):
    """One kind of track. It holds no state of the program: all it shows follows from a snapshot,
    all it does is an intent of its session. Things are named by whole numbers, its keys."""

    id: ClassVar[str]
    title: ClassVar[str]
    """English, marked for translation; also the row of the menu View."""

    keys: ClassVar[tuple[str, ...]] = ()
    """Qt's key sequences that show it or take it away."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @abstractmethod
    def track(self, snapshot: Snapshot) -> Track[Drawn] | None:
        """What there is to show, the same object while it stays the same; None for nothing."""

    @abstractmethod
    def differs(self, before: Snapshot, after: Snapshot) -> bool:
        """Whether another picture follows."""

    @abstractmethod
    def head(self, snapshot: Snapshot, drawn: Drawn) -> TrackHead:
        """Its head for this picture."""

    @abstractmethod
    def paint(self, painter: QPainter, drawn: Drawn, tokens: Tokens) -> None:
        """Strokes the picture; the ground is there, and the band is clipped."""

    @abstractmethod
    def paint_over(
        self, painter: QPainter, drawn: Drawn, over: "TrackOverlay", tokens: Tokens
    ) -> None:
        """What lies over it: rings around what is hovered and selected."""

    @abstractmethod
    def selected(self, snapshot: Snapshot) -> int | None:
        """The key of what is selected in this track."""

    @abstractmethod
    def tip(self, place: TrackPlace) -> tuple[str, str]:
        """What the tip says: a title, and the rest. Plain text."""

    @abstractmethod
    def spoken(self, snapshot: Snapshot) -> str:
        """What is selected, for who hears the screen."""

    @abstractmethod
    def press(self, place: TrackPlace) -> None:
        """It was clicked."""

    @abstractmethod
    def let_go(self) -> None:
        """Nothing of it is selected any more."""

    @abstractmethod
    def days(self, snapshot: Snapshot, key: int) -> tuple[int, int]:
        """The first and last day to show when it is clicked twice."""

    @abstractmethod
    def step(self, snapshot: Snapshot, step: int) -> None:
        """Selects the next (1) or previous (-1) in time."""

    @abstractmethod
    def enter(self, snapshot: Snapshot, day: int) -> bool:
        """Selects the one nearest in time to a day; says whether there was any."""


@dataclass(frozen=True, slots=True)
class TrackOverlay:
    """Keys that are hovered and the one selected; `focus_ring` says that keys act here."""

    hovered: tuple[int, ...]
    selected: int | None
    focus_ring: bool
    left: float
    right: float


@dataclass(frozen=True, eq=False, slots=True)
class ShownTrack:
    """A track in a frame."""

    kind: TrackKind[Any]
    drawn: TrackDrawing

    @property
    def band(self) -> Band:
        """Its strip, under the ruler."""
        return self.drawn.band


Tracks = tuple[TrackKind[Any], ...]


@dataclass(slots=True)
class TrackWishes:
    """What the reader wants of tracks: those not shown, folded and opened by hand, by id."""

    hidden: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()

    def hide(self, ids: Collection[str]) -> bool:
        """From now on these are not shown; says whether that is news."""
        news = frozenset(ids) != self.hidden
        self.hidden = frozenset(ids)
        return news

    def turn(self, id: str, folded: bool) -> None:
        """Opens the track if it is folded, else folds it."""
        self.closed = self.closed - {id} if folded else self.closed | {id}
        self.opened = self.opened | {id} if folded else self.opened - {id}
