"""A report as a chronology that a word processor opens, with a footnote for each source cited."""

import json
import struct

from timeline_app.exchange.docx_parts import (
    footnote_mark,
    packed,
    paragraph,
    picture,
    run,
    table,
)
from timeline_app.exchange.report_words import (
    ARCHIVE,
    EVENTS,
    HEAD,
    NOTE,
    WHAT,
    figure_cells,
    left_out,
    made_words,
)
from timeline_app.model.report import Report, Told
from timeline_app.words.tr import tr

_PNG_SIZE = struct.Struct(">16xII")
"""Width and height stand in the first chunk of a PNG."""


def write(report: Report, name: str) -> dict[str, bytes]:
    """The document, under no further ending."""
    del name
    notes: list[str] = []
    body = [
        paragraph(run(report.title), style="Title"),
        paragraph(run(report.sentence)),
        _picture(report),
        _heading(tr(WHAT)),
        table(report.asked, heading=False),
    ]
    for one in report.tables:
        body += [_heading(one.title), *map(_remark, one.remarks)]
        cells = [figure_cells(figure) for figure in one.figures]
        body.append(table([tuple(map(tr, HEAD)), *cells], heading=True) if cells else "")
    body += [_heading(tr(EVENTS)), *map(_remark, left_out(report))]
    body += [_event(report, event, notes) for event in report.events]
    body += [_heading(tr(ARCHIVE)), table(report.edition, heading=False)]
    body.append(_remark(made_words(report)))
    own = json.dumps(report.kept)
    return {"": packed("".join(body), notes, report.pictures.get("png"), own)}


def _picture(report: Report) -> str:
    png = report.pictures.get("png")
    if png is None:
        return ""
    wide, high = _PNG_SIZE.unpack_from(png)
    return picture(wide, high, report.sentence)


def _event(report: Report, one: Told, notes: list[str]) -> str:
    """An event in paragraphs; its sources become the next of the footnotes."""
    marks = []
    for cited in one.cites:
        notes.append(report.sources[cited])
        marks.append(footnote_mark(len(notes)))
    meta = " · ".join(
        filter(None, (one.kind, ", ".join(one.vectors), ", ".join(one.places), one.edtf, one.id))
    )
    parts = [paragraph(run(f"{one.dated}: ", bold=True), run(one.title), *marks)]
    parts += [paragraph(run(text)) for text in (one.summary, ", ".join(one.actors)) if text]
    parts += [paragraph(run(f"{tr(NOTE)}. {note}"), style="Quote") for note in one.notes]
    return "".join([*parts, _remark(meta)])


def _heading(text: str) -> str:
    return paragraph(run(text), style="Heading1")


def _remark(text: str) -> str:
    return paragraph(run(text), style="Remark")
