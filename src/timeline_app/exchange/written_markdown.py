"""What one wrote as Markdown, to read and to print: by what it is about, in the order of time."""

import re
from collections.abc import Sequence

from timeline_app.exchange.handed_on import WrittenFormat
from timeline_app.model.annotation import Written, texts_of
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.words.tr import mark, tr

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_UNTOLD = ("text", "tags", "tag", "shown", "content_hash", "archive", "edition")
_AUTHORED = mark("{author}, {changed}")


def write(written: Sequence[Written]) -> str:
    """A heading for each thing that was written about, what was written under it."""
    headed: dict[str, list[Written]] = {}
    for one in written:
        headed.setdefault(_heading(one), []).append(one)
    parts = [f"# {tr('Notes')}"]
    for heading, found in headed.items():
        parts.append(f"## {heading}")
        parts += [_one(one) for one in found]
    return "\n\n".join(parts) + "\n"


def _heading(one: Written) -> str:
    if one.target is None:
        title = one.said("title") or one.said("name") or one.text
        return _plain(tr(BY_NAME[one.kind].title) + ": " + title) if one.kind in BY_NAME else one.id
    about = one.about
    title = " · ".join(part for part in (about.date, about.title) if part)
    return f"{_plain(title)} (`{one.target}`)" if title else f"`{one.target}`"


def _one(one: Written) -> str:
    kind = BY_NAME.get(one.kind)
    tags = " ".join(f"#{_plain(tag.replace(' ', '-'))}" for tag in one.tags)
    head = [f"**{tr(kind.title) if kind else one.kind}**", tags]
    if one.about.quote:
        head.append(f"“{_plain(one.about.quote)}”")
    lines = [" ".join(part for part in head if part)]
    for field in kind.fields if kind else ():
        values = texts_of(one.state, field.name) or (one.said(field.name),)
        if field.name not in _UNTOLD and any(values):
            lines.append(f"- {field.name}: {_plain(', '.join(values))}")
    said = (
        tr(_AUTHORED, author=_plain(one.author), changed=one.changed) if one.author else one.changed
    )
    lines.append(f"- {said}")
    quoted = "\n".join(f"> {line}".rstrip() for line in one.text.splitlines())
    return "\n".join(lines) + (f"\n\n{quoted}" if quoted else "")


def _plain(text: str) -> str:
    """A text of one line in which no letter means anything to Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


FORMAT = WrittenFormat(
    "markdown",
    mark("Markdown"),
    (".md", ".markdown"),
    write,
    None,
    (
        mark("It is for reading: it cannot be taken in again."),
        mark("What a saved view shows, but for its sentence and numbers."),
        mark("The archive and the edition that something was written on."),
        mark("The history of each note, and what was removed."),
        mark("What was begun and not saved."),
    ),
)
