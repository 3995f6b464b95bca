"""The table: a row each, "not run" where a peer is missing, and all of it in the JSON."""

import json
from pathlib import Path
from xml.etree import ElementTree

from benchmarks import plot, report
from benchmarks.goal import at_most, within_ms
from benchmarks.row import Line, Measured, Plan

ROWS = (
    Measured(
        1,
        "frame",
        (
            Line("1M", [0.002, 0.004], at_most(2.5), "blit", [0.001, 0.002]),
            Line("1M, p95", [0.02, 0.03], within_ms(8)),
        ),
    ),
    Measured(5, "brush", (Line("1M", [0.1], at_most(0.1), "falcon <vis>", None, "no Node"),)),
    Measured(9, "pan", (), "needs a browser"),
)


def test_a_row_shows_its_worst_line() -> None:
    assert report.cells(ROWS[0]) == ["1", "frame: 1M, p95", "25 ms", "", "", "at most 8 ms", "no"]


def test_a_missing_peer_is_not_run_and_not_held() -> None:
    _, _, ours, beside, ratio, _, held = report.cells(ROWS[1])
    assert (ours, beside) == ("100 ms", "falcon <vis> not run (no Node)")
    assert (ratio, held) == ("", "no")
    assert report.cells(ROWS[2])[2:4] == ["not run", "needs a browser"]
    assert report.told(ROWS) == "0 of 3 rows are held."


def test_the_page_has_every_line_and_names_the_machine() -> None:
    whole = report.whole(ROWS, Plan(7, (10_000,), Path("nowhere")), ["10k"])
    page = report.markdown(ROWS, whole)
    assert str(whole["machine"]["processor"]) in page and whole["measured"] in page
    for row in ROWS:
        for line in row.lines:
            assert " | ".join(report.line_cells(row, line)) in page
    assert json.loads(json.dumps(whole))["rows"][0]["lines"][0]["figure"] == 2.0


def test_the_picture_has_a_line_for_each(tmp_path: Path) -> None:
    file = tmp_path / "performance.svg"
    plot.paint(ROWS, file)
    words = [text.text for text in ElementTree.parse(file).iter() if text.tag.endswith("text")]
    assert "5. 1M / falcon <vis>" in words and "not run" in words and "1. 1M / blit" in words
