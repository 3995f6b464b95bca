"""A report as tables: the events with their sources, and beside them the numbers and the view.

A cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from timeline_app.exchange.csv_cells import plain_cell
from timeline_app.exchange.report_words import left_out, made_words
from timeline_app.model.report import Report, Told

EVENT_COLUMNS = (
    "id",
    "edtf",
    "dated",
    "title",
    "kind",
    "vectors",
    "actors",
    "places",
    "summary",
    "sources",
    "notes",
)
NUMBER_COLUMNS = ("table", "of", "what", "unit", "value", "low", "high", "n", "remark")
NUMBERS, VIEW = "-numbers.csv", "-view.json"


def write(report: Report, name: str) -> dict[str, bytes]:
    """The table of events, and the files beside it by the ending of their names."""
    del name
    return {
        "": _table(EVENT_COLUMNS, (_event(report, one) for one in report.events)),
        NUMBERS: _table(NUMBER_COLUMNS, _numbers(report)),
        VIEW: (json.dumps(report.kept, ensure_ascii=False, indent=1) + "\n").encode(
            "utf-8", "backslashreplace"
        ),
    }


def _event(report: Report, one: Told) -> Sequence[str]:
    listed = (one.vectors, one.actors, one.places)
    cited = " | ".join(report.sources[n] for n in one.cites)
    told = (one.id, one.edtf, one.dated, one.title, one.kind, *map("; ".join, listed))
    return (*told, one.summary, cited, " | ".join(one.notes))


def _numbers(report: Report) -> Iterable[Sequence[str]]:
    """What is shown and of which archive stands above the figures, as rows without a value."""
    yield ("", "", "", "", "", "", "", "", report.sentence)
    for word, value in (*report.asked, *report.edition):
        yield ("", word, "", "", "", "", "", "", value)
    for line in (*left_out(report), made_words(report)):
        yield ("", "", "", "", "", "", "", "", line)
    for table in report.tables:
        for line in table.remarks:
            yield (table.title, "", "", "", "", "", "", "", line)
        for one in table.figures:
            numbers = (one.value, one.low, one.high, one.n)
            told = ("" if number is None else repr(number) for number in numbers)
            yield (table.title, one.of, one.what, one.unit, *told, one.why)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(head)
    table.writerows([plain_cell(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8", "backslashreplace")
