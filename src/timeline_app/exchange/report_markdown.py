"""A report as Markdown with footnotes; its pictures are files beside it."""

import json
import re
from collections.abc import Iterable, Sequence

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
from timeline_app.model.report import Report, Table, Told
from timeline_app.words.tr import tr

VIEW_FENCE = "json timeline-view"
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def write(report: Report, name: str) -> dict[str, bytes]:
    """The text, and a file for each picture; `name` is what the text calls them by."""
    pictures = {f".{kind}": content for kind, content in report.pictures.items()}
    picture = f"![{_plain(report.sentence)}]({_address(name)}.png)" if ".png" in pictures else ""
    view = json.dumps(report.kept, ensure_ascii=False).replace("`", "\\u0060")
    parts = (
        f"# {_plain(report.title)}",
        _plain(report.sentence),
        picture,
        f"## {tr(WHAT)}",
        _pairs(report.asked),
        *(_numbers(table) for table in report.tables),
        f"## {tr(EVENTS)}",
        *map(_plain, left_out(report)),
        *map(_event, report.events),
        "\n".join(f"[^{n}]: {_plain(one)}" for n, one in enumerate(report.sources, start=1)),
        f"## {tr(ARCHIVE)}",
        _pairs(report.edition),
        _plain(made_words(report)),
        f"```{VIEW_FENCE}\n{view}\n```",
    )
    text = "\n\n".join(filter(None, parts)) + "\n"
    return {"": text.encode("utf-8", "backslashreplace"), **pictures}


def _address(name: str) -> str:
    """A file's name as the address of a picture."""
    return re.sub(r"[\s()<>\\]", lambda sign: f"%{ord(sign[0]):02X}", name)


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- {_plain(word)}: {_plain(value)}" for word, value in pairs)


def _numbers(table: Table) -> str:
    rows = [_row([tr(word) for word in HEAD]), "| --- | --- | ---: | ---: | ---: |"]
    rows += [_row(figure_cells(one)) for one in table.figures]
    parts = [f"## {_plain(table.title)}", *map(_plain, table.remarks)]
    return "\n\n".join([*parts, "\n".join(rows)] if table.figures else parts)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_plain, cells)) + " |"


def _event(one: Told) -> str:
    cites = "".join(f"[^{n + 1}]" for n in one.cites)
    meta = " · ".join(
        filter(None, (one.kind, ", ".join(one.vectors), ", ".join(one.places), one.edtf, one.id))
    )
    parts = [f"**{_plain(one.dated)}**: {_plain(one.title)}{cites}"]
    parts += [_plain(one.summary)] if one.summary else []
    parts += [_plain(", ".join(one.actors))] if one.actors else []
    parts += [_quoted(f"{tr(NOTE)}. {note}") for note in one.notes]
    return "\n\n".join([*parts, _plain(meta)])


def _quoted(text: str) -> str:
    return "\n".join(f"> {_plain(line)}".rstrip() for line in text.splitlines())


def _plain(text: str) -> str:
    """A text of one line in which no letter means anything to Markdown."""
    return _LIST.sub(r"\1\\\2\3", _SIGNS.sub(r"\\\1", " ".join(text.split())))
