"""The one frozen state that panes show. Parts that did not change are the same objects."""

from collections.abc import Mapping, Set
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import Any

from timeline_app.crossfilter.passing import Passing, nothing_passes
from timeline_app.dataclass import dataclass
from timeline_app.lanes.lane import Lanes
from timeline_app.model.annotation import HistoryStep, Written
from timeline_app.model.archive_findings import Findings
from timeline_app.model.article import WalkStep
from timeline_app.model.as_known import Undated
from timeline_app.model.claim_table import ClaimTable, no_claims
from timeline_app.model.conflict import Conflict
from timeline_app.model.event_table import Codes, EventTable
from timeline_app.model.filter import Filter, SpanClause
from timeline_app.model.instrument_table import InstrumentTable, no_instruments
from timeline_app.model.membership_table import MembershipTable, no_memberships
from timeline_app.model.quality import Quality
from timeline_app.model.records import Edition
from timeline_app.model.series import Series
from timeline_app.model.vector_member import VectorMember
from timeline_app.model.view import View
from timeline_app.session.linked import LinkedPair
from timeline_app.session.measure import Measure
from timeline_app.session.vote_rule import VoteRule
from timeline_app.store.edition_memory import EditionsSince
from timeline_app.store.file_stamp import Stamp
from timeline_app.store.progress import Progress

SHOW_DAMAGE = "damage"
"""The action that shows which rows of an archive are damaged."""
OPEN_NOTEBOOK, TRY_AGAIN = "open-notebook", "try-again"
PUT_BACK, SETTLE = "restore-backup", "settle-conflicts"
"""What is offered where a notebook cannot be opened or written, is damaged, or in conflict."""
GO_PAST = "go-past"
"""What is offered where undo or redo would overwrite what somebody else has changed."""


class Saving(Enum):
    """How the last thing written stands."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Problem:
    """What the reader is told, mostly of a fault: what happened and where, what one can do."""

    grade: str
    """ "notice", "warning" or "error"."""
    sentence: str
    action: str = ""
    """Key of the action that is offered, or empty."""
    by_itself: bool = False
    """Nobody asked for it: it waits until an answer that stands there has been read."""

    @property
    def of_notebook(self) -> bool:
        """Whether it is about what the reader wrote, which no other archive makes good."""
        return self.action in (OPEN_NOTEBOOK, PUT_BACK, SETTLE, TRY_AGAIN)


@dataclass(frozen=True, slots=True)
class OpenArchive:
    """The archive that is open: its header, its path, and its layers that are on."""

    path: Path
    edition: Edition
    layers_on: frozenset[str]
    stamp: Stamp
    """By what the file was known when it was opened."""


@dataclass(frozen=True, slots=True)
class OpenNotebook:
    """The open notebook and how its last act stands; `saved_at` is local HH:MM:SS or empty."""

    path: Path
    read_only: bool
    saving: Saving
    saved_at: str
    history: HistoryStep


@dataclass(frozen=True, slots=True)
class Sorting:
    """The order of the list: a column of the list ("day", "title", "kind", "publishers", ...)."""

    column: str = "day"
    descending: bool = False


@dataclass(frozen=True, eq=False)  # without slots: see `having`
class Snapshot:
    """What the program shows now.

    `selected` are occurrence numbers, the last one in focus. `notes` are by target text
    ("event:ID"); `noted` are the occurrence numbers that carry one, `note_terms` the column NOTES
    of the table (WITH_NOTE and the tags), counted in `passing.counts[NOTES]`. `found_claims` are
    the keys of the claims that answer `query`.
    """

    archive: OpenArchive | None
    notebook: OpenNotebook | None
    table: EventTable
    lanes: Lanes
    grouping: str
    view: View
    home: View
    filter: Filter
    passing: Passing
    sorting: Sorting
    selected: tuple[int, ...]
    notes: Mapping[str, tuple[Written, ...]]
    noted: frozenset[int]
    note_terms: Codes
    written: tuple[Written, ...] = ()
    """All that was written and stands, of every kind, oldest first; `notes` are among it."""
    marks: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    """What was written beside notes, by what it is about: its target, and further ones."""
    tagged: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    """The notes and the tags by target."""
    links: tuple[LinkedPair, ...] = ()
    own_event: str | None = None
    """The id of the reader's own event that is selected, if one is."""
    notebook_awaited: bool = False
    """A notebook is being opened: what is asked for meanwhile is done once it has answered."""
    query: str = ""
    found_claims: tuple[int, ...] = ()
    claims: ClaimTable = field(default_factory=no_claims)
    claim_filter: Filter = field(default_factory=Filter)
    """What is asked of the claims alone, by their own columns."""
    claims_passing: Passing = field(default_factory=nothing_passes)
    """The claims that pass `claim_filter` and what `filter` asks of columns they share with events:
    the brushed period, vectors, states, and the search."""
    claim_sorting: Sorting = Sorting()
    """The order of the list of claims; its columns are those of `session.claim_listing`."""
    claim: int | None = None
    """The key of the claim that is selected, if one is; events are not selected then."""
    series_chosen: tuple[Series, ...] = ()
    """The series that are drawn and listed, in the order in which they were chosen."""
    instruments: InstrumentTable = field(default_factory=no_instruments)
    """Treaties with their steps, as memberships and claims as far as they were known on the day
    that `filter` asks for; of a treaty that does not pass all steps stay."""
    instruments_passing: Passing = field(default_factory=nothing_passes)
    """The instruments that pass what `filter` asks of days, vectors and states; the rest of it is
    not asked of them (see `session.agreed`)."""
    instrument: int | None = None
    """The key of the instrument that is selected, if one is; nothing else is selected then."""
    memberships: MembershipTable = field(default_factory=no_memberships)
    organisations: tuple[str, ...] = ()
    """Ids of those whose members are shown; where none is, those with the most changes."""
    undated: Undated = field(default_factory=Undated)
    """What is hidden beside the events while a day is chosen that it would have to be known on."""
    membership_bands: tuple[int, ...] = ()
    """What is drawn behind the lanes: keys of states in organisations, as
    `model.membership_rows.member_key` names them, in the order in which they were chosen."""
    article: tuple[int, ...] = ()
    """The numbers of the records of the article that the archive began with, in its order."""
    walk: WalkStep | None = None
    """Where in the article one stands while one walks through it."""
    busy: str = ""
    opening: Progress | None = None
    """How far the archive has been read that is being opened; it goes on by itself."""
    problem: Problem | None = None
    findings: Findings | None = None
    """What looking through the whole archive has found, once it has been done."""
    quality: Quality | None = None
    """What is weak among the events of `table` and in the archive, once that has been asked."""
    since: EditionsSince | None = None
    """What this edition changed since the one that was met before it."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    """What two people changed apart and nobody has settled yet."""
    measure: Measure = field(default_factory=Measure)
    """By what the balance of the vectors is measured."""
    vote_rule: VoteRule = field(default_factory=VoteRule)
    """Whose votes are compared, on what, and by which rule."""
    vector_members: tuple[VectorMember, ...] = ()
    """Which actors the archive counts to which vectors, and when."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """The language of each publisher, empty where it is not known."""
    second: SpanClause | None = None
    """The period B, which is compared with the brushed one, A, and seen as that is: `surely` or
    not."""
    preset: str = ""
    """The key of the preset that A and B are, as long as no hand has moved them."""

    def differs(self, before: "Snapshot", beyond: Set[str]) -> bool:
        """Whether any part but those with these names is another object than before."""
        had = before.__dict__
        return any(
            part is not had[name] for name, part in self.__dict__.items() if name not in beyond
        )

    def having(self, **parts: Any) -> "Snapshot":
        """The next one: these parts are new, the others the same objects.

        Every move of a brush makes one. `dataclasses.replace` takes the parts over one by one,
        which lasts as long as all that a move counts. Raises TypeError for what is no part.
        """
        held = self.__dict__ | parts
        if len(held) != len(self.__dict__):
            raise TypeError(f"not of a snapshot: {parts.keys() - self.__dict__.keys()}")
        made = object.__new__(Snapshot)
        object.__setattr__(made, "__dict__", held)
        return made
