"""A treaty or another instrument whole, as the detail pane and the shell show it."""

from timeline_app.dataclass import dataclass
from timeline_app.model.records import Source
from timeline_app.words.tr import mark

ANNOUNCED, NEGOTIATED, SIGNED, RATIFIED, IN_FORCE, AMENDED, SUSPENDED, LEFT, OTHER = range(9)
"""Codes of `InstrumentTable.step`; OTHER is a word that is none of STEPS."""

STEPS = (
    "announced",
    "negotiated",
    "signed",
    "ratified",
    "in-force",
    "amended",
    "suspended",
    "left",
)

STEP_WORDS = {
    "announced": mark("announced"),
    "negotiated": mark("negotiated"),
    "signed": mark("signed"),
    "ratified": mark("ratified"),
    "in-force": mark("in force"),
    "amended": mark("amended"),
    "suspended": mark("suspended"),
    "left": mark("left"),
}
"""The steps in words; any other stands as the archive names it."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part, as named there."""

    id: str
    name: str
    iso3: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what was done, when, and by which party (all of them where empty).

    `event` is the id of the event that tells of it, `event_title` its title; both may be empty.
    `known_from` is the day by which a source of it had been published, None where nothing says it.
    """

    step: str
    party: str
    edtf: str
    first: int
    last: int
    event: str
    event_title: str
    known_from: int | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument with its parties, and its steps in the order of time.

    A step that is missing was not found, which does not say that it did not happen.
    """

    key: int
    id: str
    name: str
    vectors: tuple[str, ...]
    parties: tuple[Party, ...]
    steps: tuple[Step, ...]
