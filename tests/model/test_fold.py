"""Every occurrence with a record in a layer that is on is shown once, by its preferred record."""

from hypothesis import given
from hypothesis import strategies as st

from made_tables import LAYERS, made_records, record_tables
from timeline_app.model.event_table import EventTable
from timeline_app.model.fold import fold
from timeline_app.model.record_table import RecordTable

layer_sets = st.frozensets(st.sampled_from(LAYERS))


@given(record_tables(), layer_sets)
def test_each_occurrence_is_counted_once(records: RecordTable, on: frozenset[str]) -> None:
    table = fold(records, on)
    told = {
        int(o) for o, code in zip(records.occurrence, records.layer, strict=True)
        if LAYERS[code] in on
    }  # fmt: skip
    assert sorted(table.occurrence.tolist()) == sorted(told)


@given(record_tables(), layer_sets)
def test_the_record_shown_is_the_preferred_one(records: RecordTable, on: frozenset[str]) -> None:
    table = fold(records, on)
    best: dict[int, tuple[int, int, int]] = {}
    for row in range(len(records)):
        code = int(records.layer[row])
        if LAYERS[code] in on:
            rank = (records.standing[code], -int(records.importance[row]), int(records.key[row]))
            told = int(records.occurrence[row])
            best[told] = min(best.get(told, rank), rank)
    shown = dict(zip(table.occurrence.tolist(), table.key.tolist(), strict=True))
    assert shown == {told: rank[2] for told, rank in best.items()}


@given(record_tables(), layer_sets)
def test_rows_are_ordered_by_day(records: RecordTable, on: frozenset[str]) -> None:
    table = fold(records, on)
    rows = list(zip(table.first.tolist(), table.last.tolist(), table.key.tolist(), strict=True))
    assert rows == sorted(rows)


@given(record_tables(), layer_sets)
def test_a_row_keeps_the_terms_of_its_record(records: RecordTable, on: frozenset[str]) -> None:
    table = fold(records, on)
    row_of = {int(key): row for row, key in enumerate(records.key)}
    for column, codes in table.terms.items():
        assert codes.terms is records.terms[column].terms
        for row, key in enumerate(table.key.tolist()):
            assert codes.of(row) == records.terms[column].of(row_of[key])


def test_no_layer_on_shows_nothing() -> None:
    table: EventTable = fold(made_records(40), frozenset())
    assert len(table) == 0
    assert all(len(codes.codes) == 0 for codes in table.terms.values())
    assert len(table.terms["vector"]) == 0


@given(record_tables(), layer_sets)
def test_what_happened_is_known_with_the_first_of_its_records(
    records: RecordTable, on: frozenset[str]
) -> None:
    first: dict[int, int] = {}
    for row in range(len(records)):
        if LAYERS[int(records.layer[row])] in on:
            told, day = int(records.occurrence[row]), int(records.known_from[row])
            first[told] = min(first.get(told, day), day)
    table = fold(records, on)
    assert dict(zip(table.occurrence.tolist(), table.known_from.tolist(), strict=True)) == first
