"""CSL-JSON holds what is known and no key for what is not."""

import json

from hypothesis import given
from hypothesis import strategies as st

from exchange.made_sources import BARE, ENTRY, PRINTED, SOURCES
from timeline_app.exchange.csl_json import write
from timeline_app.exchange.reference import reference
from timeline_app.model.records import Source

KEYS = {
    "id", "type", "author", "title", "container-title", "publisher", "issued", "accessed", "URL",
    "note",
}  # fmt: skip


def test_a_source_in_full() -> None:
    (item,) = json.loads(write([reference(PRINTED)]))
    assert item == {
        "id": "registan-24507d8f45",
        "type": "article-magazine",
        "author": [{"literal": "Reid Standish"}, {"literal": "The Editors, Registan"}],
        "title": PRINTED.title,
        "container-title": "Registan",
        "publisher": "Registan",
        "issued": {"date-parts": [[2014, 5, 13]]},
        "accessed": {"date-parts": [[2026, 11, 23]]},
        "URL": PRINTED.url,
        "note": "read: full text",
    }


def test_what_is_not_known_has_no_key() -> None:
    assert json.loads(write([reference(BARE)])) == [{"id": "nothing-known", "type": "document"}]
    assert "issued" not in json.loads(write([reference(ENTRY)]))[0]


@given(st.lists(SOURCES, max_size=4))
def test_whatever_stands_in_a_source_is_kept(sources: list[Source]) -> None:
    written = [reference(source) for source in sources]
    text = write(written)
    text.encode()
    for one, item in zip(written, json.loads(text), strict=True):
        assert item.keys() <= KEYS
        assert {"id", "type"} <= item.keys()
        assert item.get("title", "") == one.title
        for date in (item.get("issued"), item.get("accessed")):
            assert date is None or 1 <= len(date["date-parts"][0]) <= 3
