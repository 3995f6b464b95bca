"""A report as one HTML page that needs nothing beside it: no script, no address it would fetch."""

import base64
import json
from collections.abc import Iterable, Sequence
from html import escape
from itertools import compress, groupby

from timeline_app.exchange.report_words import (
    ARCHIVE,
    EVENTS,
    HEAD,
    NOTE,
    SOURCES,
    WHAT,
    figure_cells,
    left_out,
    made_words,
)
from timeline_app.model.report import Report, Table, Told
from timeline_app.words.tr import mark, tr

VIEW_ID = "timeline-view"
_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
_TEXTS, _NUMBERS = 2, ' class="n"'
"""So many columns of a table are texts; those of numbers stand at the right."""
_SAVE = mark("Picture as a file:")
_STYLE = """
:root{color-scheme:light dark;--ink:#16181d;--quiet:#636872;--ground:#fff;--hair:#d5d9de}
@media (prefers-color-scheme:dark){
:root{--ink:#f1f2f4;--quiet:#9ba1ac;--ground:#17191d;--hair:#343941}}
body{font:16px/1.45 "Source Sans 3","Source Sans Pro",system-ui,sans-serif;color:var(--ink);
background:var(--ground);max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-top:1px solid var(--hair);
padding-top:.7rem}h3{font-size:1rem}
img{max-width:100%;height:auto;border:1px solid var(--hair)}
table{border-collapse:collapse;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.2rem .9rem .2rem 0;
border-bottom:1px solid var(--hair)}th{font-weight:600;color:var(--quiet)}
th[scope=rowgroup]{color:inherit}
.n{text-align:right;font-variant-numeric:tabular-nums}
.sentence{font-size:1.15rem}.quiet,.meta{color:var(--quiet)}.meta{font-size:.9rem}
article{margin:0 0 1.1rem;break-inside:avoid}article h3{margin:0}article p{margin:.15rem 0}
blockquote{margin:.3rem 0;padding:.1rem .7rem;border-left:3px solid #ffd84a;white-space:pre-wrap}
a{color:inherit}li{margin:.25rem 0;overflow-wrap:anywhere}
@media print{body{max-width:none;margin:0}.save{display:none}}
"""
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def write(report: Report, name: str) -> dict[str, bytes]:
    """The page, under no further ending."""
    del name
    parts = (
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="sentence">{escape(report.sentence)}</p>',
        _picture(report),
        _section(tr(WHAT), _pairs(report.asked)),
        *(_section(table.title, _numbers(table)) for table in report.tables),
        _section(tr(EVENTS), _events(report)),
        _section(tr(SOURCES), _sources(report.sources)),
        _section(tr(ARCHIVE), _pairs(report.edition), _lines((made_words(report),))),
        _view(report),
    )
    page = (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(report.title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(filter(None, parts))
        + "\n</body></html>\n"
    )
    return {"": page.encode("utf-8", "backslashreplace")}


def _section(title: str, *parts: str) -> str:
    return f"<section><h2>{escape(title)}</h2>\n" + "\n".join(filter(None, parts)) + "</section>"


def _picture(report: Report) -> str:
    """The picture, and the same to be saved in each form that there is of it."""
    if "png" not in report.pictures:
        return ""
    held = {
        kind: f"data:{_TYPES[kind]};base64,{base64.b64encode(content).decode('ascii')}"
        for kind, content in report.pictures.items()
        if kind in _TYPES
    }
    links = ", ".join(
        f'<a href="{address}" download="timeline.{kind}">{kind.upper()}</a>'
        for kind, address in held.items()
    )
    return (
        f'<p><img src="{held["png"]}" alt="{escape(report.sentence)}"></p>\n'
        f'<p class="quiet save">{escape(tr(_SAVE))} {links}</p>'
    )


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(word)}</th><td>{escape(value)}</td></tr>'
        for word, value in pairs
    )
    return f"<table>{rows}</table>" if rows else ""


def _numbers(table: Table) -> str:
    cells = [figure_cells(one) for one in table.figures]
    used = [n <= _TEXTS or any(column) for n, column in enumerate(zip(*cells, strict=True))]
    cells = [tuple(compress(row, used)) for row in cells]
    words = compress(map(tr, HEAD), used)
    head = "".join(_heading(word, n >= _TEXTS) for n, word in enumerate(words))
    rows = "".join(_rows(list(same)) for _, same in groupby(cells, lambda row: row[0]))
    body = f"<table><thead><tr>{head}</tr></thead>{rows}</table>"
    return _lines(table.remarks) + (body if table.figures else "")


def _heading(word: str, of_numbers: bool) -> str:
    return f'<th scope="col"{_NUMBERS * of_numbers}>{escape(word)}</th>'


def _rows(cells: Sequence[Sequence[str]]) -> str:
    """The figures of one thing; what it is stands beside all of them."""
    named = f'<th scope="rowgroup" rowspan="{len(cells)}">{escape(cells[0][0])}</th>'
    rows = [
        f"<td>{escape(what)}</td>" + "".join(f"<td{_NUMBERS}>{escape(one)}</td>" for one in numbers)
        for _, what, *numbers in cells
    ]
    return f"<tbody><tr>{named}" + "</tr><tr>".join(rows) + "</tr></tbody>"


def _events(report: Report) -> str:
    return _lines(left_out(report)) + "\n".join(map(_event, report.events))


def _event(one: Told) -> str:
    cites = "".join(f'<sup><a href="#s{n + 1}">[{n + 1}]</a></sup>' for n in one.cites)
    meta = " · ".join(filter(None, (one.kind, ", ".join(one.vectors), ", ".join(one.places))))
    notes = "".join(
        f"<blockquote><b>{escape(tr(NOTE))}.</b> {escape(note)}</blockquote>" for note in one.notes
    )
    who = f"<p>{escape(', '.join(one.actors))}</p>" if one.actors else ""
    told = f"<p>{escape(one.summary)}</p>" if one.summary else ""
    return (
        f"<article><h3>{escape(one.dated)}: {escape(one.title)}{cites}</h3>{told}{who}{notes}"
        f'<p class="meta">{escape(meta)} · {escape(one.edtf)} · {escape(one.id)}</p></article>'
    )


def _sources(sources: Iterable[str]) -> str:
    items = "".join(f'<li id="s{n}">{escape(one)}</li>' for n, one in enumerate(sources, start=1))
    return f"<ol>{items}</ol>" if items else ""


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _view(report: Report) -> str:
    """The saved view for the program that reads the page again; a "<" in it would end the block."""
    said = json.dumps(report.kept, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="{VIEW_ID}">{said}</script>'
