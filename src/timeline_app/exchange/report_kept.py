"""What a report kept of the view it was made from, read again from its file.

A report may come from a stranger, so nothing in it is trusted: files are read up to a limit, and
what is not as the program wrote it is refused in a sentence.
"""

import io
import json
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from timeline_app.dataclass import dataclass
from timeline_app.exchange.docx_parts import OWN_PART
from timeline_app.exchange.report_csv import VIEW
from timeline_app.exchange.report_html import VIEW_ID
from timeline_app.exchange.report_markdown import VIEW_FENCE
from timeline_app.model.report import Weighing
from timeline_app.words.tr import tr

MOST_BYTES = 64 * 1024 * 1024
_MOST_DRAWS = 100_000
_DAYS = 10_000_000
_IN_HTML = re.compile(rf'<script type="application/json" id="{VIEW_ID}">(.*?)</script>', re.DOTALL)
_IN_MARKDOWN = re.compile(rf"^```{VIEW_FENCE}\r?\n(.*?)\r?\n```", re.DOTALL | re.MULTILINE)

Number = tuple[str, str, str, float | None]
"""A figure that was told: its table, what it is of, what it is, and its value."""


class NoReportError(Exception):
    """The file holds no report; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Kept:
    """The view, how its numbers were found, and what they were."""

    view: dict[str, Any]
    weighing: Weighing
    numbers: tuple[Number, ...]


def read_kept(path: Path) -> Kept:
    """What the report in this file kept. Raises `NoReportError`."""
    try:
        beside = path.with_name(path.stem + VIEW)
        where = beside if path.suffix.casefold() == ".csv" else path
        with where.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as fault:
        why = fault.strerror or fault
        raise NoReportError(tr("{path} cannot be read: {why}.", path=path, why=why)) from fault
    except ValueError as fault:  # a name that no file can have
        raise NoReportError(tr("{path} cannot be read: {why}.", path=path, why=fault)) from fault
    kept = _kept(_text_in(content)) if len(content) <= MOST_BYTES else None
    if kept is None:
        raise NoReportError(tr("{path} holds no report of this program.", path=path))
    return kept


def _text_in(content: bytes) -> str:
    """The part of the file that keeps the view; empty where it has none."""
    if content.startswith(b"PK"):
        return _in_document(content)
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    for pattern in (_IN_HTML, _IN_MARKDOWN):
        if found := pattern.search(text):
            return found[1]
    return text if text.lstrip().startswith("{") else ""


def _in_document(content: bytes) -> str:
    """Our own part of a document; a word processor that saves it again may number it anew."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            names = [OWN_PART, *(n for n in held.namelist() if n.startswith("customXml/item"))]
            for name in names[:20]:
                if name in held.namelist() and held.getinfo(name).file_size <= MOST_BYTES:
                    said = _told(held.read(name))
                    if said.startswith("{"):
                        return said
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        return ""
    return ""


def _told(part: bytes) -> str:
    """The text of a part; one that declares entities is none of ours and could grow without end."""
    if b"<!" in part:
        return ""
    try:
        return "".join(ElementTree.fromstring(part).itertext()).strip()
    except ElementTree.ParseError:
        return ""


def _kept(text: str) -> Kept | None:
    try:
        said = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.get("report") != 1:
        return None
    view, weighing, numbers = said.get("view"), said.get("weighing"), said.get("numbers")
    if not isinstance(view, dict) or not isinstance(weighing, dict):
        return None
    found = _weighing(weighing)
    if found is None:
        return None
    return Kept(view, found, _numbers(numbers))


def _weighing(said: dict[str, Any]) -> Weighing | None:
    seed: Any = said.get("seed")
    draws: Any = said.get("draws")
    periods, preset = said.get("periods"), said.get("preset")
    measure = said.get("measure")
    if not _whole(seed, 2**63) or not _whole(draws, _MOST_DRAWS) or not draws:
        return None
    return Weighing(
        seed,
        draws,
        _periods(periods),
        preset if isinstance(preset, str) else "",
        measure if isinstance(measure, dict) else {},
    )


def _periods(said: Any) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Two pairs of days that share none, or None."""
    if not isinstance(said, list) or len(said) != 2:
        return None
    pairs = [p for p in said if isinstance(p, list) and len(p) == 2]
    days = [day for pair in pairs for day in pair]
    if len(days) != 4 or not all(_whole(abs(d) if type(d) is int else d, _DAYS) for d in days):
        return None
    a, b = (days[0], days[1]), (days[2], days[3])
    apart = a[1] < b[0] or b[1] < a[0]
    return (a, b) if a[0] <= a[1] and b[0] <= b[1] and apart else None


def _whole(said: Any, most: int) -> bool:
    return type(said) is int and 0 <= said <= most


def _numbers(said: Any) -> tuple[Number, ...]:
    found: list[Number] = []
    for one in said if isinstance(said, list) else ():
        if not isinstance(one, list) or len(one) != 4:
            continue
        value = one[3] if isinstance(one[3], float) or _whole(one[3], 2**53) else None
        table, of, what = (word if isinstance(word, str) else "" for word in one[:3])
        found.append((table, of, what, None if value is None else float(value)))
    return tuple(found)
