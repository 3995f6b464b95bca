"""BibTeX, as BibTeX itself and biblatex read it: UTF-8, one entry a source."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from timeline_app.exchange.reference import Reference

_TYPES = {
    "article": "online",
    "dataset": "dataset",
    "headline": "online",
    "news digest": "online",
    "web page": "online",
}
_CONTAINERS = {"dataset": "publisher", "online": "organization", "misc": "howpublished"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*\.?")

# Braces are counted even behind a backslash, so that they must go by their names.
_ESCAPED = str.maketrans(
    {sign: f"\\{sign}" for sign in "#$%&_"}
    | {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)


def write(references: Sequence[Reference]) -> str:
    """The entries, an empty line between two."""
    return "\n\n".join(map(_entry, references))


def _entry(one: Reference) -> str:
    kind = _TYPES.get(one.kind, "misc")
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(one, kind))
    return f"@{kind}{{{one.key},\n{lines}}}"


def _fields(one: Reference, kind: str) -> Iterator[tuple[str, str]]:
    """Names and values. Titles and publishers have their letters as they stand, by two braces."""
    if one.authors:
        yield "author", _braced(" and ".join(map(_name, one.authors)))
    if one.title:
        yield "title", _braced(_braced(_escaped(one.title)))
    if one.container:
        yield _CONTAINERS[kind], _braced(_braced(_escaped(one.container)))
    if one.issued:
        yield "year", _braced(f"{one.issued.year:04}")
        if one.issued.month:
            yield "month", _MONTHS[one.issued.month - 1]
        yield "date", _braced(one.issued.joined("-") + one.issued.doubt)
    if one.address:
        yield "url", _braced(quote(one.address, safe="!#$%&'()*+,-./:;=?@[]_~"))
    if one.accessed:
        yield "urldate", _braced(one.accessed.joined("-"))
    if one.note:
        yield "note", _braced(_escaped(one.note))


def _name(author: str) -> str:
    """A name that BibTeX may part in given name and family name; any other is kept whole."""
    joins = {"and", "others"} & set(author.casefold().split())
    return author if _PLAIN_NAME.fullmatch(author) and not joins else _braced(_escaped(author))


def _braced(text: str) -> str:
    return f"{{{text}}}"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)
