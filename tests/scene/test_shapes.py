"""A date's sureness decides its shape; nothing unsure stands as a lone exact mark."""

import numpy as np

from made_tables import codes_of
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.dates.edtf import parse
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, EventTable, Term
from timeline_app.scene.shapes import Shape, Shapes, shapes_of

NO_INNER = (1, 0)
ROW = np.zeros(1, np.int64)


def table_of(*texts: str) -> EventTable:
    """One row for each EDTF text, in this order."""
    dates = [parse(text) for text in texts]
    n = len(dates)
    inner = [(d.inner.first, d.inner.last) if d.inner else NO_INNER for d in dates]
    return EventTable(
        key=np.arange(n),
        occurrence=np.arange(n),
        first=np.array([d.outer.first for d in dates]),
        last=np.array([d.outer.last for d in dates]),
        inner_first=np.array([first for first, _ in inner]),
        inner_last=np.array([last for _, last in inner]),
        doubt=np.array(
            [APPROXIMATE * d.approximate + UNCERTAIN * d.uncertain for d in dates], np.uint8
        ),
        importance=np.zeros(n, np.int32),
        known_from=np.zeros(n, np.int64),
        terms={"vector": codes_of([[0]] * n, ("China",)), "layer": codes_of([[0]] * n, ("x",))},
    )


def shape(text: str) -> tuple[Shapes, Shape]:
    shapes = shapes_of(table_of(text))
    return shapes, Shape(int(shapes.shape[ROW][0]))


def test_a_day_is_a_day() -> None:
    shapes, found = shape("2014-03-25")
    assert found is Shape.DAY
    assert not shapes.unsure[ROW][0] and not shapes.hollow[ROW][0]
    assert shapes.anchor[ROW][0] == shapes.table.first[0]


def test_about_a_day_is_feathered_and_unsure() -> None:
    shapes, found = shape("2014-03-25~")
    assert found is Shape.ABOUT and shapes.unsure[ROW][0]
    assert shapes.anchor[ROW][0] == parse("2014-03-25").outer.first


def test_a_month_is_some_day_within() -> None:
    shapes, found = shape("2014-05")
    assert found is Shape.WITHIN and shapes.unsure[ROW][0]


def test_a_span_is_solid_and_stands_on_its_start() -> None:
    shapes, found = shape("2014-05-19/2014-05-21")
    assert found is Shape.SPAN and not shapes.unsure[ROW][0]
    assert shapes.anchor[ROW][0] == shapes.table.first[0]


def test_a_doubted_day_is_hollow() -> None:
    shapes, _ = shape("2014-03-25?")
    assert shapes.hollow[ROW][0] and shapes.unsure[ROW][0]


def test_open_ends_are_told_and_stand_on_the_end_that_is_known() -> None:
    onward, _ = shape("2014-05-19/..")
    assert onward.open_end[ROW][0] and not onward.open_start[ROW][0]
    assert onward.anchor[ROW][0] == onward.table.first[0] > OPEN_PAST
    until, _ = shape("../2014-05-19")
    assert until.open_start[ROW][0] and until.anchor[ROW][0] == until.table.last[0] < OPEN_FUTURE


def test_vectors_and_machine_layers() -> None:
    table = table_of("2014")
    assert shapes_of(table).vector[ROW][0] == 1
    assert shapes_of(table, frozenset({"x"})).machine[ROW][0]
    assert not shapes_of(table, frozenset({"y"})).machine[ROW][0]
    assert table.terms["vector"].terms[0] == Term("China", "China")
