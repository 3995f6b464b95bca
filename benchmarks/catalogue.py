"""The rows of the table of goals: one a file, one line here."""

from benchmarks.row import Row
from benchmarks.rows import (
    r01_first_frame,
    r02_loaded,
    r03_columns,
    r04_first_open,
    r05_brush_data,
    r06_brush_paint,
    r07_refilter,
    r08_frame,
    r09_pan,
    r10_search,
    r11_note,
    r12_build,
    r13_jump,
    r14_lateness,
    r15_memory,
    r16_dates,
    r17_weighed_brush,
    r18_journey,
)

ROWS: tuple[Row, ...] = (
    r01_first_frame.ROW,
    r02_loaded.ROW,
    r03_columns.ROW,
    r04_first_open.ROW,
    r05_brush_data.ROW,
    r06_brush_paint.ROW,
    r07_refilter.ROW,
    r08_frame.ROW,
    r09_pan.ROW,
    r10_search.ROW,
    r11_note.ROW,
    r12_build.ROW,
    r13_jump.ROW,
    r14_lateness.ROW,
    r15_memory.ROW,
    r16_dates.ROW,
    r17_weighed_brush.ROW,
    r18_journey.ROW,
)
