"""A claim whole, as the detail pane and the shell show it: who said what, and what came of it."""

from timeline_app.dataclass import dataclass
from timeline_app.model.records import Participant, Source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened later. `source` is None where the archive records none for it.

    `known_from` is the date of that source, as EDTF or empty.
    """

    text: str
    source: Source | None
    known_from: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """An event that a claim is about, and how the claim stands to it (`stance`)."""

    event: str
    occurrence: int
    title: str
    edtf: str
    stance: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `stated` and `horizon` are EDTF; `horizon` is empty where no time can be reckoned.

    `speaker` is as written, `speaker_of_day` as it was called on the day of the claim. `verdict` is
    as written too (see `model.verdict`). `actors` and `vectors` are those coded, if any.
    """

    key: int
    id: str
    speaker_id: str
    speaker: str
    speaker_of_day: str
    capacity: str
    reported_by: str
    stated: str
    type: str
    text: str
    title: str
    summary: str
    topic: str
    horizon: str
    horizon_as_written: str
    verdict: str
    verified: bool
    note: str
    outcome: Outcome | None
    about: tuple[Spoken, ...]
    actors: tuple[Participant, ...]
    vectors: tuple[str, ...]
    sources: tuple[Source, ...]
