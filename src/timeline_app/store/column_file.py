"""Arrays in one file, mapped into memory: nothing is read before it is looked at.

The file begins with MAGIC, the length of a header and its checksum; the header (JSON) says what the
arrays are called, of which type and how long they are, and whatever else is told with them; then
come the arrays, each at a multiple of ALIGNED bytes.
"""

import json
import mmap
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"CATcols1"
ALIGNED = 64
AT_ONCE = 1 << 20
"""Bytes that are written before other threads get their turn."""

SMALL = 1 << 22
"""A file of so many bytes is read whole: then it may even be cut while it is in use."""

_LEAD = len(MAGIC) + 8 + 4
_LONGEST_HEADER = 1 << 28
Arrays = Mapping[str, NDArray[Any]]


class UnlikeError(ValueError):
    """The file is not one of these, or not whole."""


def write(path: Path, told: Mapping[str, Any], arrays: Arrays) -> None:
    """Writes the file whole under another name, then gives it its own. Raises OSError, and leaves
    nothing."""
    listed = {name: [array.dtype.str, len(array)] for name, array in arrays.items()}
    header = json.dumps({"told": told, "arrays": listed}).encode()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.new")
    try:
        with fresh.open("xb") as file:
            file.write(MAGIC)
            file.write(len(header).to_bytes(8, "little"))
            file.write(zlib.crc32(header).to_bytes(4, "little"))
            file.write(header)
            for array in arrays.values():
                file.write(bytes(-file.tell() % ALIGNED))
                raw = np.ascontiguousarray(array).view(np.uint8).data
                for at in range(0, len(raw), AT_ONCE):
                    file.write(raw[at : at + AT_ONCE])
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def read(path: Path) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What is told with the arrays, and the arrays, which cannot be written to.

    Raises `UnlikeError` where the file is another, of another form, or cut; OSError where it cannot
    be read.
    """
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < _LEAD:
            raise UnlikeError(path)
        small = size <= SMALL
        whole = file.read() if small else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if len(whole) != size or whole[: len(MAGIC)] != MAGIC:
        raise UnlikeError(path)
    length = int.from_bytes(whole[len(MAGIC) : len(MAGIC) + 8], "little")
    if length > min(size - _LEAD, _LONGEST_HEADER):
        raise UnlikeError(path)
    header = whole[_LEAD : _LEAD + length]
    if zlib.crc32(header) != int.from_bytes(whole[_LEAD - 4 : _LEAD], "little"):
        raise UnlikeError(path)
    said = json.loads(header)
    return said["told"], _arrays(path, whole, said["arrays"], _LEAD + length)


def _arrays(
    path: Path, whole: bytes | mmap.mmap, listed: dict[str, list[Any]], at: int
) -> dict[str, NDArray[Any]]:
    found = {}
    for name, (kind, length) in listed.items():
        at += -at % ALIGNED
        dtype = np.dtype(kind)
        if at + length * dtype.itemsize > len(whole):
            raise UnlikeError(path)
        found[name] = np.frombuffer(whole, dtype, length, at) if length else np.zeros(0, dtype)
        at += length * dtype.itemsize
    if at != len(whole):
        raise UnlikeError(path)
    return found
