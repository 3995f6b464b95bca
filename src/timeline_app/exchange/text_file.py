"""A file for other programs: written whole, or not at all."""

import os
from pathlib import Path

from timeline_app.words.tr import tr

_DATABASE = b"SQLite format 3\0"


class WritingError(Exception):
    """The file was not written; `sentence` says why and what one can do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def write_file(path: Path, text: str) -> None:
    """Writes UTF-8 with line ends as they are. Raises `WritingError`; then nothing has changed.

    An archive or a notebook is never written over.
    """
    try:
        content = text.encode("utf-8")
    except ValueError as fault:
        raise _unwritten(path, fault) from fault
    write_bytes(path, content)


def write_bytes(path: Path, content: bytes) -> None:
    """The same for a file of any form."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if _is_database(path):
            raise WritingError(
                tr("{path} is an archive or a notebook. Choose another name.", path=path)
            )
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as fault:
        raise _unwritten(path, fault) from fault


def _unwritten(path: Path, fault: OSError | ValueError) -> WritingError:
    why = fault.strerror if isinstance(fault, OSError) and fault.strerror else fault
    return WritingError(
        tr("{path} cannot be written: {why}. Choose another place.", path=path, why=why)
    )


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
