"""The steps of a treaty as marks upon its line: what each is drawn as, and what it says."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import groupby

from timeline_app.dataclass import dataclass
from timeline_app.model.instrument import (
    AMENDED,
    ANNOUNCED,
    IN_FORCE,
    LEFT,
    NEGOTIATED,
    RATIFIED,
    SIGNED,
    SUSPENDED,
)
from timeline_app.model.instrument_table import StepDay, turns
from timeline_app.words.tr import tr

MOST_NAMED = 4


class Sign(IntEnum):
    """What a step is drawn as. SIGNED_LATER, JOIN, PAUSE and LEAVE are of single parties and stand
    beside the line; the others are the treaty's own."""

    PLAN = 0
    TALKS = 1
    SIGNATURE = 2
    RATIFICATION = 3
    START = 4
    JOIN = 5
    AMENDMENT = 6
    SUSPENSION = 7
    PAUSE = 8
    LEAVE = 9
    END = 10
    OTHER = 11
    SIGNED_LATER = 12


BESIDE = frozenset({Sign.SIGNED_LATER, Sign.JOIN, Sign.PAUSE, Sign.LEAVE})


@dataclass(frozen=True, slots=True)
class StepMark:
    """Steps of one kind on the same days, taken by these parties (all where there are none)."""

    sign: Sign
    first: int
    last: int
    doubt: int
    by: tuple[str, ...]

    @property
    def words(self) -> str:
        """What its label says."""
        named = ", ".join(self.by[:MOST_NAMED])
        more = len(self.by) - MOST_NAMED
        if more > 0:
            named = tr("{names} and {n} more", names=named, n=more)
        return _said(self.sign, named)


def marks_of(steps: Sequence[StepDay], parties: int) -> tuple[StepMark, ...]:
    """The marks of a treaty, in the order of time."""
    signed = list(_signs(steps, parties))

    def same(one: tuple[Sign, StepDay]) -> tuple[Sign, int, int, int]:
        return one[0], one[1].first, one[1].last, one[1].doubt

    return tuple(
        StepMark(*key, by=tuple(dict.fromkeys(step.by for _, step in of if step.by)))
        for key, of in groupby(signed, key=same)
    )


def _signs(steps: Sequence[StepDay], parties: int) -> Iterator[tuple[Sign, StepDay]]:
    turning = {i for i, _ in turns(steps, parties)}
    first = next((s for s in steps if s.step == SIGNED), None)
    for i, step in enumerate(steps):
        alone = not step.by or parties < 2
        if step.step == SIGNED:
            again = first is not None and step.first > first.last
            in_force = any(s.step == IN_FORCE and s.last < step.first for s in steps[:i])
            joins = not alone and (again or in_force)
            yield (Sign.SIGNED_LATER if joins else Sign.SIGNATURE), step
        elif step.step == IN_FORCE:
            yield (Sign.START if i in turning or alone else Sign.JOIN), step
        elif step.step == SUSPENDED:
            yield (Sign.SUSPENSION if i in turning else Sign.PAUSE), step
        elif step.step == LEFT:
            yield (Sign.END if i in turning or not turning else Sign.LEAVE), step
        else:
            yield _ALIKE.get(step.step, Sign.OTHER), step


_ALIKE = {
    ANNOUNCED: Sign.PLAN,
    NEGOTIATED: Sign.TALKS,
    RATIFIED: Sign.RATIFICATION,
    AMENDED: Sign.AMENDMENT,
}


def _said(sign: Sign, named: str) -> str:
    if named and sign in BESIDE:
        beside = {
            Sign.SIGNED_LATER: tr("{parties} signs", parties=named),
            Sign.JOIN: tr("{parties} joins", parties=named),
            Sign.PAUSE: tr("{parties} suspends", parties=named),
            Sign.LEAVE: tr("{parties} leaves", parties=named),
        }
        return beside[sign]
    plain = {
        Sign.PLAN: tr("announced"),
        Sign.TALKS: tr("negotiated"),
        Sign.SIGNATURE: tr("signed"),
        Sign.RATIFICATION: tr("ratified"),
        Sign.START: tr("in force"),
        Sign.SIGNED_LATER: tr("signed"),
        Sign.JOIN: tr("joined"),
        Sign.AMENDMENT: tr("amended"),
        Sign.SUSPENSION: tr("suspended"),
        Sign.PAUSE: tr("suspended"),
        Sign.LEAVE: tr("left"),
        Sign.END: tr("ended"),
        Sign.OTHER: tr("another step"),
    }
    return tr("{step}: {parties}", step=plain[sign], parties=named) if named else plain[sign]
