"""A disk that forgets, at a power cut, what it was not made to keep.

Writes that were not synced are there, or not, or in part (whole sectors), each for itself, so that
later ones can be there without earlier ones. Names that were made or taken away since their folder
was last synced are as before, or as after, or in between. This is what POSIX leaves open; most file
systems are kinder.
"""

import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tools.survival.trace import Call

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Change:
    """To a file: bytes at an offset, or (`content` of None) a new length at that offset."""

    at: int
    content: bytes | None


@dataclass(slots=True)
class Node:
    """A file: what is on the disk for sure, and what was asked since."""

    is_folder: bool = False
    kept: bytearray = field(default_factory=bytearray)
    now: bytearray = field(default_factory=bytearray)
    asked: list[Change] = field(default_factory=list)

    def change(self, change: Change) -> None:
        apply(self.now, change)
        self.asked.append(change)

    def sync(self) -> None:
        for change in self.asked:
            apply(self.kept, change)
        self.asked.clear()


def apply(content: bytearray, change: Change) -> None:
    """Makes the change."""
    if change.content is None:
        del content[change.at :]
        content.extend(bytes(change.at - len(content)))
        return
    content.extend(bytes(max(0, change.at + len(change.content) - len(content))))
    content[change.at : change.at + len(change.content)] = change.content


Names = dict[PurePosixPath, Node]
NameChange = tuple[PurePosixPath, Node | None]


class Disk:
    """Follows calls below one folder; `said` are the lines that were written to standard output."""

    def __init__(self, folder: Path) -> None:
        """Begins with what lies in the folder, all of it on the disk."""
        self._top = PurePosixPath(folder)
        self._names: Names = {}
        for path in sorted(folder.rglob("*")):
            node = Node(path.is_dir())
            if not node.is_folder:
                node.kept, node.now = (bytearray(path.read_bytes()) for _ in range(2))
            self._names[PurePosixPath(path)] = node
        self._kept = dict(self._names)
        self._asked: dict[PurePosixPath, list[NameChange]] = {}
        self._open: dict[int, tuple[PurePosixPath, Node | None, int]] = {}
        self.said: list[str] = []

    def follow(self, call: Call) -> bool:
        """Does what the call did; whether it was about our folder or was a line that was said."""
        name = call.name.removesuffix("at2").removesuffix("at").removesuffix("64")
        one = getattr(
            self, f"_{name.replace('fdatasync', 'fsync').replace('open', 'opened')}", None
        )
        return bool(one and one(call))

    def after_power_cut(self, chance: random.Random) -> dict[PurePosixPath, bytes | None]:
        """What the disk may hold; None for folders."""
        names = dict(self._kept)
        for changes in self._asked.values():
            for path, node in _some_in_order(changes, chance):
                _rename(names, path, node)
        found: dict[PurePosixPath, bytes | None] = {}
        contents: dict[int, bytes] = {}
        for path in sorted(names):
            node = names[path]
            if path.parent != self._top and found.get(path.parent, b"") is not None:
                continue  # its folder is not there
            if id(node) not in contents and not node.is_folder:
                contents[id(node)] = _struck(node, chance)
            found[path] = None if node.is_folder else contents[id(node)]
        return found

    # -- calls

    def _path(self, text: bytes) -> PurePosixPath | None:
        path = PurePosixPath(text.decode("utf-8", "surrogateescape"))
        return path if path == self._top or self._top in path.parents else None

    def _opened(self, call: Call) -> bool:
        path = self._path(call.texts[0])
        if path is None:
            return False
        if path not in self._names and path != self._top and "O_CREAT" in call.words[2]:
            self._set(path, Node())
        node = self._names.get(path)
        if node and "O_TRUNC" in call.words[2]:
            node.change(Change(0, None))
        self._open[call.answer] = (path, node, 0)
        return True

    def _close(self, call: Call) -> bool:
        return self._open.pop(int(call.words[0]), None) is not None

    def _write(self, call: Call) -> bool:
        number = int(call.words[0])
        if number == 1:
            self.said += call.texts[0].decode().splitlines()
            return True
        return self._put(number, call.texts[0][: call.answer])

    def _pwrite(self, call: Call) -> bool:
        _, node, _ = self._open.get(int(call.words[0]), (None, None, 0))
        if node:
            node.change(Change(int(call.words[3]), call.texts[0][: call.answer]))
        return node is not None

    def _sendfile(self, call: Call) -> bool:
        _, source, at = self._open.get(int(call.words[1]), (None, None, 0))
        if source is None:
            return False
        content = bytes(source.now[at : at + call.answer])
        self._open[int(call.words[1])] = (
            self._open[int(call.words[1])][0],
            source,
            at + call.answer,
        )
        return self._put(int(call.words[0]), content)

    def _put(self, number: int, content: bytes) -> bool:
        path, node, at = self._open.get(number, (None, None, 0))
        if path is None or node is None:
            return False
        node.change(Change(at, content))
        self._open[number] = (path, node, at + len(content))
        return True

    def _ftruncate(self, call: Call) -> bool:
        _, node, _ = self._open.get(int(call.words[0]), (None, None, 0))
        if node:
            node.change(Change(int(call.words[1]), None))
        return node is not None

    def _fsync(self, call: Call) -> bool:
        path, node, _ = self._open.get(int(call.words[0]), (None, None, 0))
        if path is None:
            return False
        if node is not None and not node.is_folder:
            node.sync()
            return True
        for changed, now in self._asked.pop(path, []):
            _rename(self._kept, changed, now)
        return True

    def _unlink(self, call: Call) -> bool:
        path = self._path(call.texts[0])
        return path is not None and self._set(path, None)

    _rmdir = _unlink

    def _mkdir(self, call: Call) -> bool:
        path = self._path(call.texts[0])
        return path is not None and self._set(path, Node(is_folder=True))

    def _link(self, call: Call) -> bool:
        source, path = (self._path(text) for text in call.texts)
        return source is not None and path is not None and self._set(path, self._names[source])

    def _rename(self, call: Call) -> bool:
        source, path = (self._path(text) for text in call.texts)
        if source is None or path is None:
            return False
        node = self._names[source]
        self._set(path, node)
        return self._set(source, None)

    def _set(self, path: PurePosixPath, node: Node | None) -> bool:
        _rename(self._names, path, node)
        self._asked.setdefault(path.parent, []).append((path, node))
        return True


def _rename(names: Names, path: PurePosixPath, node: Node | None) -> None:
    if node is None:
        names.pop(path, None)
    else:
        names[path] = node


def _some_in_order(changes: Iterable[NameChange], chance: random.Random) -> list[NameChange]:
    """Up to some moment, as a journal of the file system would; now and then any of them."""
    every = list(changes)
    if chance.random() < 0.7:
        return every[: chance.randint(0, len(every))]
    return [change for change in every if chance.random() < 0.5]


def _struck(node: Node, chance: random.Random) -> bytes:
    """The file's content after the cut."""
    content = bytearray(node.kept)
    share = chance.choice((0.0, 0.3, 0.5, 0.8, 1.0))
    for change in node.asked:
        if chance.random() > share:
            continue
        torn = change.content is not None and len(change.content) > SECTOR and chance.random() < 0.2
        for part in _sectors(change) if torn else (change,):
            if not torn or chance.random() < 0.5:
                apply(content, part)
    return bytes(content)


def _sectors(change: Change) -> list[Change]:
    """A write as the sectors that it is made of."""
    whole = change.content or b""
    cuts = [0, *range(SECTOR - change.at % SECTOR, len(whole), SECTOR), len(whole)]
    return [Change(change.at + a, whole[a:b]) for a, b in itertools.pairwise(cuts) if a < b]
