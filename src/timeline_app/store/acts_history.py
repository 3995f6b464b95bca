"""What can be taken back and done again: read from the log, so it is there after a restart."""

import sqlite3
from collections.abc import Iterable, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.model.act import REMOVED, Act, Writer
from timeline_app.model.command import RefusedError
from timeline_app.store.acts import Setting, acts_of_object, acts_of_step, heads, read_act
from timeline_app.words.tr import tr

PASSED = "passed"
"""The kind of an act that sets nothing: its writer has let the step that it names as `undoes` be,
so that the one before it can be reached."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of one's own: its id, the step it takes back (or empty), and its label.

    One that `passes` takes nothing back: it lets the step `undoes` be.
    """

    id: str
    undoes: str
    label: str
    passes: bool = False


@dataclass(frozen=True, slots=True)
class Stacks:
    """The steps that can be taken back and those that can be done again, the next one last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()

    def after(self, steps: Iterable[Step]) -> "Stacks":
        """The stacks once these steps were done.

        A step that takes back one that could be undone can be redone, and the other way round.
        One that takes nothing back can be undone and leaves nothing to redo. What was passed over
        can be neither.
        """
        undo, redo = list(self.undo), list(self.redo)
        for step in steps:
            if step.passes:
                _ = _take(undo, step.undoes) or _take(redo, step.undoes)
            elif not step.undoes:
                undo.append(step)
                redo.clear()
            elif _take(undo, step.undoes):
                redo.append(step)
            elif _take(redo, step.undoes):
                undo.append(step)
        return Stacks(tuple(undo), tuple(redo))


def _take(stack: list[Step], step: str) -> bool:
    """Removes a step from the stack, where it mostly is the last; whether it was there."""
    for place in reversed(range(len(stack))):
        if stack[place].id == step:
            del stack[place]
            return True
    return False


def step_of(acts: list[Act]) -> Step:
    """The step that these acts are."""
    first = acts[0]
    return Step(first.step, first.undoes, first.label, first.kind == PASSED)


def read_stacks(connection: sqlite3.Connection, writer: Writer) -> Stacks:
    """The stacks of what this writer wrote."""
    rows = connection.execute(
        "SELECT id, undoes, label, kind = ? FROM act "
        "WHERE author = ? AND device = ? AND batch IN ('', id) ORDER BY id",
        (PASSED, writer.author, writer.device),
    ).fetchall()
    return Stacks().after(Step(id_, undoes, label, bool(p)) for id_, undoes, label, p in rows)


@dataclass(frozen=True, slots=True)
class WayBack:
    """The step that is taken back by `settings`, and those that are passed over on the way."""

    step: Step
    settings: list[Setting]
    passed: tuple[Step, ...] = ()


def way_back(
    connection: sqlite3.Connection, stack: Sequence[Step], writer: Writer, *, past: bool
) -> WayBack:
    """How the last step of a stack is taken back; `past` others, the last for which that can be.

    Raises `RefusedError` where somebody else has changed since what it would set back.
    """
    passed: list[Step] = []
    for step in reversed(stack):
        try:
            return WayBack(step, taking_back(connection, step.id, writer), tuple(passed))
        except RefusedError:
            if not past:
                raise
            passed.append(step)
    raise RefusedError(tr("Others have changed all of it since; nothing was taken back."))


def taking_back(connection: sqlite3.Connection, step: str, writer: Writer) -> list[Setting]:
    """What to set so that everything is as it was before the step.

    Raises `RefusedError` where somebody else has changed it since.
    """
    acts = acts_of_step(connection, step)
    within = {act.id for act in acts}
    settings: list[Setting] = []
    for kind, target in dict.fromkeys((act.kind, act.target) for act in acts):
        _check_own(connection, kind, target, writer)
        before = {
            parent
            for act in acts
            if (act.kind, act.target) == (kind, target)
            for parent in act.parents
            if parent not in within
        }
        payloads = dict.fromkeys(_payload(connection, act) for act in sorted(before))
        settings.extend(Setting(kind, target, payload) for payload in payloads or (REMOVED,))
    return settings


def _check_own(connection: sqlite3.Connection, kind: str, target: str, writer: Writer) -> None:
    for head in heads(acts_of_object(connection, kind, target)):
        if Writer(head.author, head.device) != writer:
            raise RefusedError(
                tr(
                    "{author} has changed this since, and that would be overwritten. Edit it, or "
                    "leave it as it is and go on.",
                    author=head.author or tr("Somebody else"),
                )
            )


def _payload(connection: sqlite3.Connection, act: str) -> str:
    found = read_act(connection, act)
    if found is None:
        raise RefusedError(tr("What stood here before is not in this notebook."))
    return found.payload
