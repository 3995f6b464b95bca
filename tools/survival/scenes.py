"""What a notebook is struck in the middle of: writing, joining, migrating, backing up, restoring.

A scene is prepared and judged by one process and played by another, which says each thing that it
was told is on disk: `ack WHAT`; and each fault that it was told in a sentence: `fault KIND`.
"""

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from timeline_app.model.act import Writer
from timeline_app.model.annotation import Target, Written
from timeline_app.model.command import Change, Command, Objects
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.store.backup import back_up, contents_of
from timeline_app.store.backup_names import BY_HAND, MIGRATION, backups_of
from timeline_app.store.backup_thinning import NEWEST
from timeline_app.store.notebook import Notebook
from timeline_app.store.notebook_check import check
from timeline_app.store.notebook_contents import Contents
from timeline_app.store.notebook_schema import TABLES
from timeline_app.store.other_log import read_other
from timeline_app.store.restoring import restore
from timeline_app.store.store_error import StoreError
from tools.survival.verdict import Verdict

NOTEBOOK = "a.notebook.sqlite"
OTHERS = 3
TOGETHER = 3
_FIRST = ("meta", "act", "annotation", "tag", "draft")
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Several:
    """So many notes as one step."""

    text: str
    label: str = "several"

    def changes(self, objects: Objects) -> Sequence[Change]:
        notes = [AddNote(_target(n), f"{self.text} {n}") for n in range(TOGETHER)]
        return [change for note in notes for change in note.changes(objects)]


@dataclass(frozen=True, slots=True)
class Before:
    """What there was before the scene was played: the notebook's contents, and the ids of what
    others have to be joined or imported."""

    contents: Contents | None = None
    others: tuple[frozenset[str], ...] = ()
    backup: Contents | None = None
    broken: bytes = b""


@dataclass(frozen=True, slots=True)
class Scene:
    """`prepare(folder)`, `play(folder, chance, steps, say)`, `judge(folder, before, acks)`."""

    prepare: Callable[[Path], Before]
    play: Callable[[Path, random.Random, int, Say], None]
    judge: Callable[[Path, Before, Sequence[str]], Verdict]
    steps: int = 12


def _target(n: int) -> Target:
    return Target("event", f"event-{n}")


def _opened(folder: Path, author: str = "Anna") -> Notebook:
    return Notebook.open(folder / NOTEBOOK, create=True, writer=Writer(author, author[0] * 16))


def begun(folder: Path, notes: int = 4) -> Contents:
    """Begins a notebook in the folder, with so many notes and a draft."""
    with _opened(folder) as notebook:
        for n in range(notes):
            notebook.write(AddNote(_target(n), f"begun {n} " * 40, ("a", f"{n}")))
        notebook.keep_draft("event:draft", "half a sent")
        contents = notebook.contents()
    assert contents is not None
    return contents


def _trying(say: Say, act: Callable[[], object]) -> None:
    """Does it, says what was acknowledged, or the fault that was told."""
    try:
        done = act()
    except StoreError as fault:
        say(f"fault {fault.kind}")
    else:
        say(f"ack {done}")


def _command(chance: random.Random, notebook: Notebook, n: int) -> Command:
    notes = notebook.notes()
    kind = chance.random()
    if notes and kind < 0.25:
        return EditNote(chance.choice(notes).id, f"edited {n} " * chance.randrange(1, 400))
    if notes and kind < 0.35:
        return RemoveNote(chance.choice(notes).id)
    if kind < 0.5:
        return Several(f"together {n}")
    return AddNote(_target(n), f"note {n} жазба " * chance.randrange(1, 300), ("a", f"tag {n}"))


def _play_writing(folder: Path, chance: random.Random, steps: int, say: Say) -> None:
    with _opened(folder) as notebook:
        for n in range(steps):
            _trying(say, partial(_any_act, notebook, chance, n))


def _own_note(notebook: Notebook, n: int) -> str:
    return notebook.write(AddNote(_target(n), f"own {n}")).id


def _any_act(notebook: Notebook, chance: random.Random, n: int) -> str:
    if chance.random() < 0.15 and (undone := notebook.undo()):
        return undone.id
    return notebook.write(_command(chance, notebook, n)).id


def _read(folder: Path) -> Contents | None:
    """The contents, or None where there is no notebook. Raises `StoreError`."""
    with _opened(folder) as notebook:
        return notebook.contents()


def _judge_writing(folder: Path, before: Before, acks: Sequence[str]) -> Verdict:
    had = {act.id for act in before.contents.acts} if before.contents else set()
    told = had | set(acks)
    try:
        contents = _read(folder)
    except StoreError:
        return Verdict(len(told), len(told), 0, 1)
    acts = contents.acts if contents else ()
    lost = told - {act.id for act in acts}
    return Verdict(len(told), len(lost), _halves(folder, contents))


def _halves(folder: Path, contents: Contents | None) -> int:
    """What is there in part or is not as it was written."""
    if contents is None:
        return 0
    batches: dict[str, int] = {}
    for act in contents.acts:
        if act.batch:
            batches[act.batch] = batches.get(act.batch, 0) + 1
    torn = sum(held != TOGETHER for held in batches.values())
    found = check(folder / NOTEBOOK)
    return torn + len(contents.damaged) + len(found.stale) + (found.status != "ok")


def _prepare_joining(folder: Path) -> Before:
    contents = begun(folder)
    others = []
    for n in range(OTHERS):
        path = folder / f"other-{n}.sqlite"
        with Notebook.open(path, create=True, writer=Writer(f"Other {n}", f"{n}" * 16)) as notebook:
            for m in range(10):
                notebook.write(AddNote(_target(m), f"other {n} {m} " * 60, ("b",)))
            notebook.write(Several("of another"))
            held = notebook.contents()
        assert held is not None
        others.append(frozenset(act.id for act in held.acts))
    return Before(contents, tuple(others))


def _play_joining(folder: Path, chance: random.Random, steps: int, say: Say) -> None:
    with _opened(folder) as notebook:
        for n in chance.sample(range(OTHERS), OTHERS):

            def step(n: int = n) -> str:
                notebook.join([read_other(folder / f"other-{n}.sqlite")])
                return f"other-{n}"

            _trying(say, step)
            _trying(say, partial(_own_note, notebook, n))


def _judge_joining(folder: Path, before: Before, acks: Sequence[str]) -> Verdict:
    own = [ack for ack in acks if not ack.startswith("other-")]
    verdict = _judge_writing(folder, before, own)
    if verdict.unopened:
        return verdict
    contents = _read(folder)
    acts = contents.acts if contents else ()
    ids = {act.id for act in acts} | {act.target for act in acts}
    lost = half = 0
    for n, theirs in enumerate(before.others):
        missing = theirs - ids
        half += 0 < len(missing) < len(theirs)
        lost += bool(missing) and f"other-{n}" in acks
    told = verdict.acknowledged + len(acks) - len(own)
    return Verdict(told, verdict.lost + lost, verdict.half + half)


def _prepare_importing(folder: Path) -> Before:
    contents = _prepare_joining(folder).contents
    ids = (frozenset(one.id for one in _handed_on(folder, n)) for n in range(OTHERS))
    return Before(contents, tuple(ids))


def _handed_on(folder: Path, n: int) -> list[Written]:
    """What another sends to be taken in as one step."""
    with Notebook.open(folder / f"other-{n}.sqlite") as notebook:
        return notebook.notes()[:TOGETHER]


def _play_importing(folder: Path, chance: random.Random, steps: int, say: Say) -> None:
    with _opened(folder) as notebook:
        for n in range(OTHERS):

            def step(n: int = n) -> str:
                notebook.bring(_handed_on(folder, n))
                return f"other-{n}"

            _trying(say, step)
            _trying(say, partial(_own_note, notebook, n))


def _prepare_migrating(folder: Path) -> Before:
    contents = begun(folder, 12)
    with closing(sqlite3.connect(folder / NOTEBOOK)) as connection:
        for name in [name for name in reversed(TABLES) if name not in _FIRST]:
            connection.execute(f"DROP TABLE {name}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("UPDATE meta SET format = 1")
        connection.commit()
    return Before(contents)


def _judge_migrating(folder: Path, before: Before, acks: Sequence[str]) -> Verdict:
    with closing(sqlite3.connect(folder / NOTEBOOK)) as connection:
        migrated = connection.execute("PRAGMA user_version").fetchone() != (1,)
    verdict = _judge_writing(folder, before, acks)
    kept = [one for one in backups_of(folder / NOTEBOOK) if one.reason == MIGRATION]
    without = migrated and not any(contents_of(one.path) == before.contents for one in kept)
    return Verdict(verdict.acknowledged, verdict.lost + without, verdict.half, verdict.unopened)


def _play_backing_up(folder: Path, chance: random.Random, steps: int, say: Say) -> None:
    with _opened(folder) as notebook:
        for n in range(steps):
            _trying(say, partial(_any_act, notebook, chance, n))
            if n % 2:

                def step() -> str:
                    made = back_up(folder / NOTEBOOK, BY_HAND)
                    return f"backup {made.path.name}" if made else "backup"

                _trying(say, step)


def _judge_backing_up(folder: Path, before: Before, acks: Sequence[str]) -> Verdict:
    made = [ack.split(" ")[1] for ack in acks if ack.startswith("backup ")]
    written = [ack for ack in acks if not ack.startswith("backup")]
    verdict = _judge_writing(folder, before, written)
    found = backups_of(folder / NOTEBOOK)
    spoilt = sum(contents_of(one.path) is None or not one.log.is_file() for one in found)
    gone = set(made) - {one.path.name for one in found}
    lost = len(gone) if len(found) < NEWEST else 0  # else they were thinned
    told = verdict.acknowledged + len(made)
    return Verdict(told, verdict.lost + lost, verdict.half + spoilt, verdict.unopened)


def _prepare_restoring(folder: Path) -> Before:
    begun(folder)
    made = back_up(folder / NOTEBOOK, BY_HAND)
    with _opened(folder) as notebook:
        for n in range(8):
            notebook.write(_command(random.Random(n), notebook, n))
        contents = notebook.contents()
    assert made is not None
    return Before(contents, backup=contents_of(made.path))


def _play_restoring(folder: Path, chance: random.Random, steps: int, say: Say) -> None:
    _trying(say, lambda: restore(folder / NOTEBOOK).acts)


def _judge_restoring(folder: Path, before: Before, acks: Sequence[str]) -> Verdict:
    try:
        contents = _read(folder)
    except StoreError:
        return Verdict(1, 1, 0, 1)
    restored = contents == before.backup
    half = not restored and contents != before.contents
    backups = [contents_of(one.path) for one in backups_of(folder / NOTEBOOK)]
    lost = restored and before.contents not in backups
    lost_ack = bool(acks) and not restored
    return Verdict(1 + len(acks), lost + lost_ack, half + _halves(folder, contents))


def _prepare_mending(folder: Path) -> Before:
    before = _prepare_restoring(folder)
    broken = bytearray((folder / NOTEBOOK).read_bytes())
    broken[4096:12288] = bytes(8192)
    (folder / NOTEBOOK).write_bytes(broken)
    return Before(None, backup=before.backup, broken=bytes(broken))


def _judge_mending(folder: Path, before: Before, acks: Sequence[str]) -> Verdict:
    """The broken file, or its backup in its place and the broken file kept: nothing between."""
    kept = [one.path.read_bytes() for one in backups_of(folder / NOTEBOOK) if not one.acts]
    if (folder / NOTEBOOK).read_bytes() == before.broken:
        return Verdict(1 + len(acks), len(acks))
    whole = _read(folder) == before.backup
    return Verdict(1 + len(acks), before.broken not in kept, not whole)


def prepare_crowd(folder: Path) -> Before:
    """A notebook, and others to join."""
    return _prepare_joining(folder)


def crowd_verdict(
    folder: Path, before: Before, said: Sequence[str], codes: Sequence[int]
) -> Verdict:
    """What several players at once came to."""
    acks = [line.removeprefix("ack ") for line in said if line.startswith("ack ")]
    backups = [ack for ack in acks if ack.startswith("backup")]
    joining = _judge_joining(folder, before, [ack for ack in acks if ack not in backups])
    backing = _judge_backing_up(folder, before, backups)
    faults = sum(line.startswith("fault ") for line in said)
    return Verdict(
        joining.acknowledged + len(backups),
        joining.lost + backing.lost,
        joining.half + backing.half,
        joining.unopened,
        sum(code != 0 for code in codes),
        faults,
    )


SCENES = {
    "write": Scene(lambda folder: Before(), _play_writing, _judge_writing),
    "join": Scene(_prepare_joining, _play_joining, _judge_joining),
    "import": Scene(_prepare_importing, _play_importing, _judge_joining),
    "migrate": Scene(_prepare_migrating, _play_writing, _judge_migrating, 2),
    "backup": Scene(lambda folder: Before(begun(folder)), _play_backing_up, _judge_backing_up),
    "restore": Scene(_prepare_restoring, _play_restoring, _judge_restoring),
    "mend": Scene(_prepare_mending, _play_restoring, _judge_mending),
}
