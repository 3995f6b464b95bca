"""The tables of a report, read as a spreadsheet reads them."""

import csv
import io
from pathlib import Path

from hypothesis import given, settings

from made_reports import REPORTS, small_report
from timeline_app.exchange.report_catalogue import files_of
from timeline_app.exchange.report_csv import NUMBERS
from timeline_app.model.report import Report


def _rows(report: Report, name: str) -> list[list[str]]:
    files = {path.name: content for path, content in files_of(report, Path("r.csv")).items()}
    return list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"), newline="")))


@given(report=REPORTS)
@settings(max_examples=80)
def test_a_row_an_event_and_no_cell_is_a_formula(report: Report) -> None:
    rows = _rows(report, "r.csv")
    assert len(rows) == 1 + len(report.events)
    for row in rows[1:] + _rows(report, f"r{NUMBERS}")[1:]:
        for cell in row:
            number = cell.lstrip("-").replace(".", "", 1).replace("e-", "").replace("e+", "")
            assert number.isdigit() or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_are_whole_and_come_with_their_table() -> None:
    (row,) = [row for row in _rows(small_report(), f"r{NUMBERS}") if row[1] == "Russia"]
    assert row == ["Balance", "Russia", "share", "share", "0.5", "0.25", "0.75", "12", ""]
