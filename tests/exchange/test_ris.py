"""RIS is read back line by line, as its readers do."""

import re

from hypothesis import given
from hypothesis import strategies as st

from exchange.made_sources import BARE, ENTRY, PRINTED, SOURCES
from timeline_app.exchange.reference import reference
from timeline_app.exchange.ris import write
from timeline_app.model.records import Source


def parsed(text: str) -> list[list[tuple[str, str]]]:
    """The tags and values of each record; fails on a line that is none of RIS."""
    records: list[list[tuple[str, str]]] = []
    for line in text.split("\r\n"):
        if not line:
            continue
        found = re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n]*)", line)
        assert found, line
        if found[1] == "TY":
            records.append([])
        records[-1].append((found[1], found[2]))
    assert all(record[-1] == ("ER", "") for record in records)
    return records


def test_a_source_in_full() -> None:
    assert parsed(write([reference(PRINTED)])) == [
        [
            ("TY", "MGZN"),
            ("ID", "registan-24507d8f45"),
            ("AU", "Reid Standish"),
            ("AU", "The Editors, Registan"),
            ("TI", PRINTED.title),
            ("T2", "Registan"),
            ("PB", "Registan"),
            ("PY", "2014"),
            ("DA", "2014/05/13/"),
            ("UR", PRINTED.url),
            ("Y2", "2026/11/23/"),
            ("N1", "read: full text"),
            ("ER", ""),
        ]
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert write([reference(BARE)]) == "TY  - GEN\r\nID  - nothing-known\r\nER  - \r\n"


def test_the_date_of_an_entry_is_a_remark() -> None:
    (record,) = parsed(write([reference(ENTRY)]))
    assert not {"PY", "DA"} & dict(record).keys()
    assert "entry of 24 April 1990" in dict(record)["N1"]


@given(st.lists(SOURCES, max_size=4))
def test_whatever_stands_in_a_source_is_read_back(sources: list[Source]) -> None:
    written = [reference(source) for source in sources]
    text = write(written)
    text.encode()
    read = parsed(text)
    assert len(read) == len(written)
    for one, record in zip(written, read, strict=True):
        fields = dict(record)
        assert [tag for tag, _ in record].count("ER") == 1
        assert fields["ID"] == one.key
        assert [value for tag, value in record if tag == "AU"] == list(one.authors)
        assert fields.get("TI", "") == one.title
        assert fields.get("T2", "") == one.container
        assert fields.get("N1", "") == one.note
