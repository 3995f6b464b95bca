"""Notes in a small Markdown subset: headings, lists, quotes, bold, italic and code, nothing else.

What stands there is shown as it was typed but for these signs: no addresses that can be clicked, no
pictures, no markup of its own, whoever wrote the note.
"""

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

TAGS = frozenset({"p", "b", "i", "code", "ul", "ol", "li", "blockquote", "br"})
"""All that the result is made of."""

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<![*\w])[*_](?=\S)([^*_]+?)(?<=\S)[*_](?![*\w])")
_CODE = re.compile(r"(`[^`]+`)")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_BULLET = re.compile(r"\s*[-*+]\s+(.*)")
_NUMBERED = re.compile(r"\s*\d{1,9}[.)]\s+(.*)")
_QUOTE = re.compile(r">\s?(.*)")
_KINDS = (("h", _HEADING), ("ul", _BULLET), ("ol", _NUMBERED), ("q", _QUOTE))


def as_html(text: str) -> str:
    """The note as HTML of `TAGS`; everything else in it is escaped."""
    return "".join(_blocks(text.splitlines()))


def has_signs(text: str) -> bool:
    """Whether anything in the note is more than lines of words."""
    return bool(re.search(r"<(?!/|p>|br>)", as_html(text)))


def _blocks(lines: list[str]) -> Iterable[str]:
    for kind, group in groupby(map(_kind, lines), key=lambda told: told[0]):
        said = [inside for _, inside in group]
        if kind in ("ul", "ol"):
            items = "".join(f"<li>{_inline(one)}</li>" for one in said)
            yield f"<{kind}>{items}</{kind}>"
        elif kind == "h":
            yield "".join(f"<p><b>{_inline(one)}</b></p>" for one in said)
        elif kind == "q":
            yield f"<blockquote>{_joined(said)}</blockquote>"
        elif kind == "p":
            yield f"<p>{_joined(said)}</p>"


def _kind(line: str) -> tuple[str, str]:
    """What a line is, and what stands in it."""
    if not line.strip():
        return "", ""
    for kind, sign in _KINDS:
        if found := sign.fullmatch(line):
            return kind, found[1]
    return "p", line


def _joined(lines: list[str]) -> str:
    return "<br>".join(map(_inline, lines))


def _inline(text: str) -> str:
    """Bold, italic and code within a line; nothing within code means anything."""
    parts = _CODE.split(text)
    return "".join(
        f"<code>{escape(part[1:-1])}</code>" if n % 2 else _emphasis(escape(part))
        for n, part in enumerate(parts)
    )


def _emphasis(escaped: str) -> str:
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escaped))
