"""How far a state voted alike with the powers, by session: made beside the reader's work."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np

from timeline_app.analysis.agreement import Agreement, agreements
from timeline_app.analysis.months import DRAWS
from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Mask
from timeline_app.model.columns import FIVE_STATES
from timeline_app.model.distinct import distinct
from timeline_app.model.roll_calls import RollCalls, no_roll_calls
from timeline_app.session.running import Run
from timeline_app.session.snapshot import OpenArchive, Snapshot
from timeline_app.session.vote_rule import VoteRule
from timeline_app.store.archive import Archive
from timeline_app.store.file_stamp import Stamp
from timeline_app.store.roll_calls import read_roll_calls
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import mark

POWERS: tuple[tuple[str, str], ...] = (
    ("RUS", mark("Russia")),
    ("CHN", mark("China")),
    ("USA", mark("United States")),
    ("TUR", mark("Türkiye")),
    ("DEU", mark("Germany")),
    ("FRA", mark("France")),
    ("ITA", mark("Italy")),
    ("POL", mark("Poland")),
    ("ESP", mark("Spain")),
)
"""Whom the five are held against, where the archive has their votes: three powers, Türkiye, and the
larger members of the European Union."""

SEED = 1


@dataclass(frozen=True, eq=False, slots=True)
class Agreed:
    """The agreement of `state` with each of `powers`, a tuple by session for each; which roll calls
    counted (`among`), and the first and last day of each of `sessions`."""

    calls: RollCalls
    rule: VoteRule
    state: str
    powers: tuple[str, ...]
    sessions: tuple[int, ...]
    days: tuple[tuple[int, int], ...]
    among: Mask
    rows: tuple[tuple[Agreement, ...], ...]

    @property
    def states(self) -> tuple[str, ...]:
        """Those of the five that have votes here."""
        return tuple(state for state in FIVE_STATES if state in self.calls.states)

    def session_on(self, day: float) -> int | None:
        """The place of the session that has roll calls about this day; None where none is near."""
        for place, (first, last) in enumerate(self.days):
            if first <= day < last + 1:
                return place
        return None

    def calls_of(self, place: int) -> list[int]:
        """The roll calls that counted in a session, by day."""
        held = self.among & (self.calls.session == self.sessions[place])
        return np.flatnonzero(held).tolist()


def agreed(calls: RollCalls, rule: VoteRule, known: int | None = None) -> Agreed:
    """Counts it all; of what had been voted on by the day `known`, where one is given."""
    states = [state for state in FIVE_STATES if state in calls.states]
    state = rule.state if rule.state in states else next(iter(states), "")
    powers = tuple(code for code, _ in POWERS if code in calls.states) if state else ()
    among = np.ones(len(calls), np.bool_)
    if rule.issue:
        among &= calls.on_issue(rule.issue)
    if not rule.paragraphs:
        among &= calls.paragraph != 1
    if known is not None:
        among &= calls.day <= known
    sessions = distinct(calls.session[among]).tolist()
    held = [among & (calls.session == session) for session in sessions]
    days = tuple((int(calls.day[one].min()), int(calls.day[one].max())) for one in held)
    rows = tuple(
        tuple(agreements(calls, state, power, among, rule.rule, SEED, DRAWS)) for power in powers
    )
    return Agreed(calls, rule, state, powers, tuple(sessions), days, among, rows)


@dataclass(frozen=True, slots=True)
class _Asked:
    path: Path
    stamp: Stamp
    rule: VoteRule
    known: int | None


class Ballots:
    """Keeps the newest agreement; `run` makes it, `ready` hears of it.

    Roll calls are read once for each archive, by a connection of the worker's own.
    """

    def __init__(self, run: Run, ready: Callable[[], None]) -> None:
        self._run, self._ready = run, ready
        self._asked: _Asked | None = None
        self._read: tuple[Path, Stamp, RollCalls] | None = None
        self.agreed: Agreed | None = None

    def ask(self, now: Snapshot) -> None:
        """From now on the agreement is of what is asked for here."""
        if now.archive is None:
            self._asked = self.agreed = None
            return
        asked = _asked(now, now.archive)
        if asked != self._asked:
            self._asked, read = asked, self._read
            self._run(lambda: _counted(asked, read), lambda made: self._take(asked, made))

    def _take(self, asked: _Asked, made: Agreed | None) -> None:
        if asked is not self._asked:
            return
        self.agreed = made
        if made is not None:
            self._read = asked.path, asked.stamp, made.calls
        self._ready()


def agreed_now(now: Snapshot) -> Agreed | None:
    """The agreement of what is asked for here; a worker's work. None where it cannot be read."""
    return None if now.archive is None else _counted(_asked(now, now.archive), None)


def _asked(now: Snapshot, archive: OpenArchive) -> _Asked:
    known = now.filter.known.day if now.filter.known else None
    return _Asked(archive.path, archive.stamp, _rule_in(now), known)


def _rule_in(now: Snapshot) -> VoteRule:
    """The rule that was chosen; where no state was, the only one of the five that is asked for."""
    rule = now.vote_rule
    asked = [state for state in FIVE_STATES if state in now.filter.terms("state")]
    return replace(rule, state=asked[0]) if not rule.state and len(asked) == 1 else rule


def _counted(asked: _Asked, read: tuple[Path, Stamp, RollCalls] | None) -> Agreed | None:
    """On the worker; None where the archive cannot be read, or is another file by now."""
    if read is not None and read[:2] == (asked.path, asked.stamp):
        return agreed(read[2], asked.rule, asked.known)
    try:
        with closing(Archive.open(asked.path)) as archive:
            archive.expect(asked.stamp)
            calls = read_roll_calls(archive)
    except StoreError:
        return None
    return agreed(calls or no_roll_calls(), asked.rule, asked.known)
