"""The lines of a data file, each read by itself: one that cannot be read is refused alone."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import Problems
from timeline_app.words.tr import tr

LONGEST_LINE = 4_000_000

csv.field_size_limit(LONGEST_LINE)


def json_lines(path: Path, problems: Problems) -> Iterator[tuple[int, Row]]:
    """(line, object) of each line of a JSON-lines file; empty lines are passed over."""
    with path.open("rb") as file:
        for n, raw in enumerate(file, 1):
            if len(raw) > LONGEST_LINE:
                problems.refuse(path.name, n, "", tr("the line is too long"))
                continue
            text = _decoded(raw, n, path.name, problems)
            if not text:
                continue
            row = _parsed(text, n, path.name, problems)
            if row is not None:
                yield n, row


def table_rows(
    path: Path, problems: Problems, columns: tuple[str, ...]
) -> Iterator[tuple[int, Row]]:
    """(line, row) of each row of a CSV file that has at least these columns in its heading."""
    with path.open("rb") as file:
        cells = _cells(file, path.name, problems)
        _, heading = next(cells, (1, []))
        missing = [column for column in columns if column not in heading]
        if missing:
            said = ", ".join(missing)
            problems.refuse(path.name, 1, missing[0], tr("the heading lacks: {names}", names=said))
            return
        for line, row in cells:
            if len(row) == len(heading):
                yield line, dict(zip(heading, row, strict=True))
            elif row:
                why = tr("{n} cells where the heading has {m}", n=len(row), m=len(heading))
                problems.refuse(path.name, line, "", why)


def _cells(file: BinaryIO, name: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row, past those that the rules of CSV do not allow."""
    texts = (_decoded(raw, n, name, problems, ends=True) for n, raw in enumerate(file, 1))
    reader = csv.reader(texts, strict=True)
    while True:
        try:
            yield from ((reader.line_num, row) for row in reader)
            return
        except csv.Error as fault:
            problems.refuse(name, reader.line_num, "", tr("not CSV: {why}", why=fault))


def _decoded(raw: bytes, n: int, name: str, problems: Problems, *, ends: bool = False) -> str:
    """The text of a line, empty where it is none; with its line end where `ends`."""
    try:
        text = raw.decode("utf-8-sig" if n == 1 else "utf-8")
    except UnicodeDecodeError:
        problems.refuse(name, n, "", tr("the line is not UTF-8"))
        return ""
    return text if ends else text.strip()


def _parsed(text: str, n: int, name: str, problems: Problems) -> Row | None:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as fault:
        why = fault.msg if isinstance(fault, json.JSONDecodeError) else type(fault).__name__
        problems.refuse(name, n, "", tr("the line is not JSON: {why}", why=why))
        return None
    if not isinstance(row, dict):
        problems.refuse(name, n, "", tr("the line is not a JSON object"))
        return None
    return row
