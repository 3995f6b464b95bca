"""The compiled code of a whole package in one file, beside the files that Python keeps of each.

For every module Python looks through a folder, compares two files, and reads and checks one; for
the five hundred small ones of a window that takes twice as long as to run them. Here one file is
opened once. As Python does with its own files, code is used only while its source has the time and
the size that it was compiled from; whatever else is found is imported as ever. A packed program
brings no sources: its code is used as it is.
"""

import contextlib
import importlib.util
import marshal
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from threading import Lock
from types import CodeType, ModuleType
from typing import BinaryIO, NamedTuple

HERE = os.path.dirname(__file__)
_FORM = 1
_HEAD = 16
"""Bytes before the code in a file of Python's; of these, four each: its version, how it is checked
(0: by time and size), the time in seconds, and the size."""
_PLAIN = 2
"""The newest form of `marshal` in which what is alike is written alike."""
_LENGTH = 8
"""Bytes that say how long the index is, which comes before the code."""


class Kept(NamedTuple):
    """Where the code of a module lies, counted from the end of the index; its source, by its path
    in the package; and the time when that was changed, in nanoseconds, with its size in bytes, or
    nothing where there is no source."""

    begin: int
    size: int
    path: str
    source: tuple[int, int] | None


Index = dict[str, Kept]


def kept_file(folder: str) -> str:
    """Where the code of the package in this folder is kept."""
    return os.path.join(folder, "__pycache__", f"every.{sys.implementation.cache_tag}.code")


class Finder:
    """Finds the modules of the package in `folder` whose code is kept."""

    def __init__(self, folder: str) -> None:
        self.folder, self.package = folder, os.path.basename(folder)
        self._missed: set[str] = set()
        self._index: Index = {}
        self._file: BinaryIO | None = None
        self._lock = Lock()
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            self._open()

    def _open(self) -> None:
        file = open(kept_file(self.folder), "rb", buffering=0)  # noqa: SIM115 - to the end
        length = int.from_bytes(file.read(_LENGTH), "little")
        of, index = marshal.loads(file.read(length))
        if of == _made_for(self.folder):
            self._index, self._file = index, file
            self._begin = _LENGTH + length

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As the import system asks; None for what others have to find."""
        kept = self._index.get(name)
        if kept is None or not self._is_as_it_was(Kept(*kept)):
            if name.startswith(f"{self.package}."):
                self._missed.add(name)
            return None
        file = os.path.join(self.folder, kept[2])
        spec = ModuleSpec(name, _Loader(name, file, self), origin=file)
        if os.path.basename(file).startswith("__init__."):
            spec.submodule_search_locations = [os.path.dirname(file)]
        spec.has_location = True
        return spec

    def _is_as_it_was(self, kept: Kept) -> bool:
        if kept.source is None:
            return True
        try:
            now = os.stat(os.path.join(self.folder, kept.path))
        except OSError:
            return False
        return (now.st_mtime_ns, now.st_size) == kept.source

    @property
    def is_behind(self) -> bool:
        """Whether modules were imported whose code is not kept, or of another source."""
        return not self._missed.isdisjoint(sys.modules)

    def code(self, name: str) -> bytes:
        """The code of a module that was found, as `marshal` writes it."""
        kept = Kept(*self._index[name])
        if self._file is None:
            raise ImportError(name)
        with self._lock:  # two threads import
            self._file.seek(self._begin + kept.begin)
            return self._file.read(kept.size)


class _Loader(SourceFileLoader):
    """Has its code from a finder."""

    def __init__(self, name: str, path: str, finder: Finder) -> None:
        super().__init__(name, path)
        self._finder = finder

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = marshal.loads(self._finder.code(fullname))
        return code


def import_from_kept(folder: str = HERE) -> Finder:
    """From now on modules of the package come from its file, as far as they can."""
    there = (one for one in sys.meta_path if isinstance(one, Finder) and one.folder == folder)
    finder = next(there, None) or Finder(folder)
    if finder not in sys.meta_path:
        sys.meta_path.insert(0, finder)
    return finder


def keep_code(folder: str = HERE) -> None:
    """Keeps whatever Python has compiled of the package. A folder that takes no file is no fault,
    nor is a disk that is full: then the next start takes longer."""
    file = kept_file(folder)
    beside = os.path.dirname(file)
    if not os.access(beside if os.path.isdir(beside) else folder, os.W_OK):
        return
    index: Index = {}
    parts: list[bytes] = []
    begin = 0
    for name, path, source, code in sorted(_compiled(folder)):
        index[name] = Kept(begin, len(code), path, source)
        parts.append(code)
        begin += len(code)
    told = (_made_for(folder), {name: tuple(of) for name, of in index.items()})
    head = marshal.dumps(told, _PLAIN)
    fresh = f"{file}.{os.getpid()}"
    try:
        os.makedirs(beside, exist_ok=True)
        with open(fresh, "wb") as new:
            new.write(b"".join((len(head).to_bytes(_LENGTH, "little"), head, *parts)))
        os.replace(fresh, file)
    except OSError:
        with contextlib.suppress(OSError):
            os.remove(fresh)


Compiled = tuple[str, str, tuple[int, int] | None, bytes]
"""A module's name, its path in the package, time and size of its source, and its code."""


def _compiled(folder: str) -> Iterator[Compiled]:
    """All modules of which there is code that is as new as the source, or no source at all."""
    for within, _, files in os.walk(folder):
        for file in files:
            stem, ending = os.path.splitext(file)
            path = os.path.join(within, file)
            found: tuple[tuple[int, int] | None, bytes] | None
            if ending == ".py":
                found = _of_source(path)
            elif ending == ".pyc" and os.path.basename(within) != "__pycache__":
                found = None, _read(path)[_HEAD:]
            else:
                continue
            if found is not None:
                module = os.path.relpath(os.path.join(within, stem), os.path.dirname(folder))
                name = module.replace(os.sep, ".").removesuffix(".__init__")
                yield name, os.path.relpath(path, folder), *found


def _of_source(path: str) -> tuple[tuple[int, int], bytes] | None:
    source = os.stat(path)
    try:
        whole = _read(importlib.util.cache_from_source(path))
    except OSError:
        return None
    seconds, size = int(source.st_mtime) & 0xFFFFFFFF, source.st_size & 0xFFFFFFFF
    wanted = b"".join(n.to_bytes(4, "little") for n in (0, seconds, size))
    if whole[:_HEAD] != importlib.util.MAGIC_NUMBER + wanted:
        return None
    return (source.st_mtime_ns, source.st_size), whole[_HEAD:]


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _made_for(folder: str) -> tuple[int, bytes, str]:
    """What the file must have been made for: this Python, and this folder, whose name the code
    tells where something goes wrong; a packed folder can be moved."""
    has_sources = os.path.exists(os.path.join(folder, "__init__.py"))
    return _FORM, importlib.util.MAGIC_NUMBER, folder if has_sources else ""


if __name__ == "__main__":
    keep_code(*sys.argv[1:])
