"""What follows from notes: sorted by target, and a column whose labels are found out once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_tables import made_table
from timeline_app.model.annotation import Target, Written
from timeline_app.model.filter import WITH_NOTE
from timeline_app.session.noted import ByTarget, Labels, note_column, with_note


def written(n: int, kind: str, event: int, tags: tuple[str, ...]) -> Written:
    state = {"text": "said", "tags": list(tags)} if kind == "note" else {"tag": tags[0]}
    return Written(f"id{n}", kind, Target("event", str(event)), state, "", "", "", "")


marks = st.lists(
    st.tuples(
        st.sampled_from(["note", "tag"]),
        st.integers(0, 5),
        st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(tuple),
    ),
    max_size=8,
)


def by_event(told: list[tuple[str, int, tuple[str, ...]]]) -> dict[int, tuple[Written, ...]]:
    every = [written(n, *one) for n, one in enumerate(told)]
    events = {event for _, event, _ in told}
    return {e: tuple(w for w in every if w.target == Target("event", str(e))) for e in events}


@given(st.lists(marks, min_size=1, max_size=4))
def test_labels_that_are_kept_say_what_those_found_anew_do(
    steps: list[list[tuple[str, int, tuple[str, ...]]]],
) -> None:
    table, labels = made_table(60), Labels()
    occurrences = np.unique(table.occurrence)[:6].tolist()
    column = note_column(table, labels.of({}), None, labels)
    for told in steps:
        notes = {occurrences[event]: held for event, held in by_event(told).items()}
        label_of = labels.of(notes)
        column = note_column(table, label_of, column, labels)
        for event, occurrence in enumerate(occurrences):
            own = [one for held in notes.get(occurrence, ()) for one in held.tags]
            noted = any(kind == "note" and at == event for kind, at, _ in told)
            wanted = {*own, *((WITH_NOTE,) if noted else ())}
            for row in np.flatnonzero(table.occurrence == occurrence).tolist():
                assert set(column.of(row)) == wanted
        assert label_of == Labels().of(notes)
        told = {o for o, held in notes.items() if any(one.kind == "note" for one in held)}
        assert with_note(label_of) == told
        assert note_column(table, labels.of(notes), column, labels) is column


def test_another_table_is_looked_through_anew() -> None:
    labels, tables = Labels(), [made_table(n) for n in (40, 60, 20)]
    notes = {one: (written(one, "note", one, ("a",)),) for one in range(0, 70, 3)}
    for table in (*tables, tables[0]):
        column = note_column(table, labels.of(notes), None, labels)
        shown = {int(table.occurrence[row]) for row in range(len(table)) if column.of(row)}
        assert shown == notes.keys() & set(table.occurrence.tolist())


def test_what_was_written_is_sorted_out_by_target() -> None:
    note, tag = written(1, "note", 3, ("a",)), written(2, "tag", 3, ("b",))
    star = Written("id3", "star", Target("event", "4"), {}, "", "", "", "")
    told = ByTarget.of([note, tag, star])
    assert told.written == (note, tag, star)
    assert (told.notes, told.tagged) == ({"event:3": (note,)}, {"event:3": (note, tag)})
    assert told.marks == {"event:3": (tag,), "event:4": (star,)}
