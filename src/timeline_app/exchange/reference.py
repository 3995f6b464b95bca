"""A source as every citation format takes it: clean texts, what is known, and nothing made up."""

import hashlib
import re
import unicodedata
from dataclasses import fields, replace
from typing import Any

from timeline_app.dataclass import dataclass
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse
from timeline_app.dates.spoken import date_words
from timeline_app.model.records import Source
from timeline_app.model.source_address import web_address, written_address
from timeline_app.words.tr import tr

_KEY = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?")
_STAMP = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
_MONTHS_OF_A_YEAR = 12
_TEXTS = tuple(field.name for field in fields(Source) if field.type is str)
_UNSEEN = ("Cc", "Cs")
"""Control signs and halves of letters: no format can hold them, and nobody sees them."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A day, month or year of publication; `doubt` is EDTF's mark behind it, or empty."""

    year: int
    month: int | None
    day: int | None
    doubt: str

    def joined(self, sign: str) -> str:
        """Year, month and day as far as they are known, with `sign` between them."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return sign.join(parts)


@dataclass(frozen=True, slots=True)
class Reference:
    """One source. Empty texts and None are unknown; all texts are on one line.

    `key` is unique and always the same for a source's id: Latin letters, digits, "-" and "_".
    `address` is of the web. `dated` says what `issued` cannot (an
    entry's own date is no publication); `remarks` say what else no field of a format can.
    """

    key: str
    kind: str
    authors: tuple[str, ...]
    title: str
    container: str
    issued: Issued | None
    accessed: Issued | None
    address: str
    remarks: tuple[str, ...]
    dated: str = ""

    @property
    def note(self) -> str:
        """All that no field can say, for the formats that have one field for it."""
        return "; ".join(filter(None, (self.dated, *self.remarks)))


def reference(source: Source, *more: str) -> Reference:
    """The reference of a source, with `more` remarks behind its own."""
    id, source = source.id, _cleaned(source)
    issued = _issued(source.date)
    return Reference(
        key=key_of(id),
        kind=source.kind,
        authors=tuple(filter(None, map(clean, source.author.split(";")))),
        title=source.title,
        container=source.publisher,
        issued=issued,
        accessed=_issued(source.accessed),
        address=web_address(source),
        remarks=(*_remarks(source), *more),
        dated=_dated(source, issued),
    )


def key_of(id: str) -> str:
    """The id itself where every format takes it; else what is left of it and a fingerprint.

    Only the latter hold a "_", so that the two never meet.
    """
    if _KEY.fullmatch(id):
        return id
    left = re.sub(r"[^a-z0-9]+", "-", id.casefold())[:40].strip("-")
    mark = hashlib.sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{left or 'source'}_{mark}"


def clean(text: str) -> str:
    """The text on one line, without signs that cannot be seen."""
    line = " ".join(text.split())
    return " ".join("".join(c for c in line if unicodedata.category(c) not in _UNSEEN).split())


def spoken(date: str) -> str:
    """A date in words; what is none stands as it is."""
    try:
        return date_words(date)
    except DateError:
        return clean(date)


def _cleaned(source: Source) -> Source:
    cleaned: dict[str, Any] = {name: clean(getattr(source, name)) for name in _TEXTS}
    return replace(source, **cleaned)


def _issued(text: str) -> Issued | None:
    """What a date says in the plain form that all formats know; None where it says more or less."""
    found = _STAMP.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.group(1, 2, 3))
    if month is not None and month > _MONTHS_OF_A_YEAR:
        return None
    try:
        parse(text)
    except DateError:
        return None
    return None if year is None else Issued(year, month, day, found[4])


def _dated(source: Source, issued: Issued | None) -> str:
    said = []
    if source.date and issued is None:
        said.append(tr("dated {date}", date=spoken(source.date)))
    if source.entry_date:
        said.append(tr("entry of {date}", date=spoken(source.entry_date)))
    return ", ".join(said)


def _remarks(source: Source) -> tuple[str, ...]:
    said = []
    if source.title_en and source.title_en != source.title:
        said.append(tr("in English: {title}", title=source.title_en))
    written = written_address(source)
    if written and not web_address(source):
        said.append(tr("at {place}", place=written))
    if source.evidence:
        said.append(tr("read: {evidence}", evidence=tr(source.evidence)))
    return tuple(said)
