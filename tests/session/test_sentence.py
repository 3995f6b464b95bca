"""The sentence says what is shown, in words, and which phrase changes what."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from counted_tags import tag_counts
from made_tables import LAYERS, made_table
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.dates.civil import day_of
from timeline_app.model.annotation import Target, Written
from timeline_app.model.event_table import UNDATED, EventTable
from timeline_app.model.filter import (
    FOUND,
    KNOWN,
    NOTES,
    SPAN,
    WITH_NOTE,
    Clause,
    Filter,
    IdsClause,
    KnownClause,
    SpanClause,
    TermsClause,
)
from timeline_app.model.records import Edition, Layer
from timeline_app.session.noted import Labels, note_column
from timeline_app.session.nothing_open import nothing_open
from timeline_app.session.sentence import nearest, remark, said, sentence
from timeline_app.session.snapshot import OpenArchive, Snapshot
from timeline_app.store.file_stamp import Stamp

TABLE = made_table(300)


def layer(id: str, events: int, machine: bool) -> Layer:
    return Layer(id, id.title(), "", "", "", "", "", not machine, machine, events)


def edition() -> Edition:
    layers = (layer("curated", 200, False), layer("seed", 9, False), layer("register", 91, True))
    return Edition("id", "Title", "1", 1, "2026-11-23", "", "", "", {}, layers)


def snapshot(clauses: dict[str, Clause], table: EventTable = TABLE) -> Snapshot:
    asked = Filter()
    for column, clause in clauses.items():
        asked = asked.having(column, clause)
    row = int(table.occurrence[3])
    note = Written(
        "n", "note", Target("event", "x"), {"text": "text", "tags": ["dating"]}, "", "", "", "a"
    )
    noted = note_column(table, Labels().of({row: (note,)}))
    return replace(
        nothing_open(),
        archive=OpenArchive(Path("a"), edition(), frozenset(LAYERS), Stamp(1, 1, 1)),
        table=table,
        filter=asked,
        passing=CrossFilter(table).run(asked, noted),
        note_terms=noted,
    )


def terms(*ids: str) -> TermsClause:
    return TermsClause(frozenset(ids))


def words(**clauses: Clause) -> str:
    return said(sentence(snapshot(clauses)))


def test_of_all_it_says_number_extent_and_how_sure() -> None:
    n = len(TABLE)
    sure = int(np.count_nonzero(TABLE.day_sure))
    text = said(sentence(snapshot({})))
    assert text.startswith(f"{n} events, ")
    assert "all countries with all vectors" in text
    assert text.endswith(f". {sure} dated to the day, {n - sure} less surely.")


def test_of_some_it_says_how_many_of_all_and_how_many_are_sure() -> None:
    first, last = int(TABLE.first[20]), int(TABLE.first[150])
    shown = snapshot({SPAN: SpanClause(first, last), "vector": terms("Russia", "China")})
    p, s = shown.passing.possible, shown.passing.sure
    text = said(sentence(shown))
    assert text.startswith(f"{p} of {len(TABLE)} events: ")
    assert "with Russia and China" in text
    assert text.endswith(f"{p} possible, {s} of them sure.")


def test_each_clause_has_a_phrase_that_changes_it() -> None:
    clauses: dict[str, Clause] = {
        SPAN: SpanClause(int(TABLE.first[0]), int(TABLE.last.max())),
        "state": terms("KAZ"),
        "kind": terms("visit"),
        "layer": terms("curated"),
        NOTES: terms(WITH_NOTE, "dating"),
        FOUND: IdsClause(TABLE.occurrence.copy(), "gas"),
    }
    active = {p.role: p.text for p in sentence(snapshot(clauses)) if p.active}
    assert active.keys() == clauses.keys()
    assert active["state"] == "Kaz"
    assert active[NOTES] == "with a note or tagged dating"
    assert active[FOUND] == "found by “gas”"


def test_a_whole_month_is_said_by_its_name() -> None:
    span = SpanClause(day_of(1996, 1, 1), day_of(1996, 1, 31))
    period = [p for p in sentence(snapshot({SPAN: span})) if p.role == SPAN]
    assert [p.text for p in period] == ["January 1996"]


def test_many_terms_are_not_all_named() -> None:
    assert "Russia, China and 2 more" in words(vector=terms("Russia", "China", "West", "Iran"))
    assert "Russia, China and West" in words(vector=terms("Russia", "China", "West"))


def test_where_nothing_passes_the_nearest_is_named() -> None:
    late = int(TABLE.last.max()) + 1000
    shown = snapshot({SPAN: SpanClause(late, late + 5), "kind": terms("visit")})
    row = nearest(shown)
    assert row is not None
    assert TABLE.terms["kind"].of(row) == ("visit",)
    visits = [r for r in range(len(TABLE)) if TABLE.terms["kind"].of(r) == ("visit",)]
    assert TABLE.last[row] == max(TABLE.last[r] for r in visits)
    text = said(sentence(shown))
    assert text.startswith("No event passes: ")
    assert "The nearest is on" in text


def test_where_no_clause_lets_anything_pass_no_nearest_is_invented() -> None:
    shown = snapshot({FOUND: IdsClause(np.zeros(0, np.int64), "xyzzy")})
    assert nearest(shown) is None
    assert said(sentence(shown)).endswith("found by “xyzzy”.")


def test_layers_that_are_off_are_remarked() -> None:
    shown = snapshot({})
    assert remark(shown) == ""
    assert shown.archive is not None
    curated = replace(shown.archive, layers_on=frozenset({"curated", "seed"}))
    assert remark(replace(shown, archive=curated)) == "91 machine-derived events are switched off"
    none_on = replace(shown.archive, layers_on=frozenset())
    assert remark(replace(shown, archive=none_on)) == "300 events are switched off"


def test_tags_are_counted_under_the_other_clauses() -> None:
    kind = TABLE.terms["kind"].of(3)[0]
    counted = tag_counts(snapshot({"kind": terms(kind)}))
    assert counted == {WITH_NOTE: 1, "dating": 1}
    other = next(k for k in ("visit", "summit", "vote") if k != kind)
    assert set(tag_counts(snapshot({"kind": terms(other)})).values()) == {0}


def test_without_an_archive_it_says_so() -> None:
    assert said(sentence(nothing_open())) == "No archive is open."


def test_a_day_to_know_by_stands_first_and_says_what_it_hides() -> None:
    day = day_of(1995, 6, 1)
    now = snapshot({KNOWN: KnownClause(day)})
    phrases = sentence(now)
    undated = int(np.count_nonzero(TABLE.known_from == UNDATED))
    assert (phrases[0].text, phrases[0].role) == ("As known on 1 June 1995", KNOWN)
    assert phrases[0].active
    words = said(phrases)
    count = int(np.count_nonzero(TABLE.known_from <= day))
    assert f"1 June 1995: {count} of {len(TABLE)} events, {undated} undated are hidden; " in words


def test_before_anything_was_known_the_sentence_still_says_why() -> None:
    words = said(sentence(snapshot({KNOWN: KnownClause(day_of(1900, 1, 1))})))
    assert words.startswith("As known on 1 January 1900: No event passes, ")
    assert "undated are hidden" in words
