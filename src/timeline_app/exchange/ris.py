"""RIS: a tag a line, lines ended by CR and LF, UTF-8; each record from TY to ER."""

from collections.abc import Iterator, Sequence

from timeline_app.exchange.reference import Issued, Reference

_TYPES = {
    "article": "MGZN",
    "dataset": "DATA",
    "encyclopedia": "ENCYC",
    "headline": "NEWS",
    "news digest": "NEWS",
    "official": "GOVDOC",
    "web page": "ELEC",
}
_END = "\r\n"


def write(references: Sequence[Reference]) -> str:
    """The records, an empty line between two."""
    return _END.join(
        "".join(f"{tag}  - {value}{_END}" for tag, value in _tags(one)) for one in references
    )


def _tags(one: Reference) -> Iterator[tuple[str, str]]:
    """Tags and values, in an order that all readers take."""
    yield "TY", _TYPES.get(one.kind, "GEN")
    yield "ID", one.key
    for author in one.authors:
        yield "AU", author
    if one.title:
        yield "TI", one.title
    if one.container:
        yield "T2", one.container
        yield "PB", one.container
    if one.issued:
        yield "PY", f"{one.issued.year:04}"
        yield "DA", _day(one.issued)
    if one.address:
        yield "UR", one.address
    if one.accessed:
        yield "Y2", _day(one.accessed)
    if one.note:
        yield "N1", one.note
    yield "ER", ""


def _day(date: Issued) -> str:
    """Year/month/day/other: all three strokes always stand, and what is doubted comes last."""
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    doubt = {"~": "about", "?": "uncertain", "%": "about, uncertain"}.get(date.doubt, "")
    return f"{date.year:04}/{month}/{day}/{doubt}"
