"""The archive that ships with the program, built from `data/` when either has changed."""

from pathlib import Path

from tools.tree import ARCHIVE, BUILD, PYTHON, TOP, Command, Stop, call, digest, said, tell

_SOURCE = TOP / "src" / "timeline_app"
_ROOMS = ("dates", "model", "store", "words")
REPORT = BUILD / "archive-report.json"
_STAMP = BUILD / "archive-made-from"


def _mark() -> str:
    data = [file for file in (TOP / "data").rglob("*") if file.is_file()]
    code = [file for room in _ROOMS for file in (_SOURCE / room).rglob("*.py")]
    return digest([*data, *code])


def ensure() -> Path:
    """Returns the shipped archive, built again where the data or what builds it has changed.

    Raises:
        Stop: the data were refused; the report says where.
    """
    mark = _mark()
    if ARCHIVE.is_file() and said(_STAMP) == mark:
        return ARCHIVE
    tell("building the archive from data/")
    BUILD.mkdir(exist_ok=True)
    _STAMP.unlink(missing_ok=True)
    words: Command = ["archive", "build", TOP / "data", "-o", ARCHIVE, "--json"]
    build: Command = [PYTHON, "-m", "timeline_app", *words]
    code = call(build, out=REPORT)
    if code:
        raise Stop(f"The archive could not be built whole from data/: see {REPORT}", code)
    _STAMP.write_text(mark, encoding="utf-8")
    return ARCHIVE
