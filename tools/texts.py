"""The template of all texts a person reads, for those who translate: read from the source itself.

The file has no dates and no line numbers, so that it changes only when a text does.
"""

import ast
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.tree import TOP

SOURCE = TOP / "src" / "timeline_app"
TEMPLATE = TOP / "resources" / "locale" / "timeline_app.pot"
_NUMBER_OF_TEXTS = {"tr": 1, "mark": 1, "trn": 2}
_HEAD = """\
# The texts of Central Asia Timeline. Made by `python3 dev.py words`; not to be edited.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"
"""


class Text(NamedTuple):
    """An English text and, where it counts something, its plural."""

    one: str
    many: str | None


def _constants(call: ast.Call, n: int) -> list[str]:
    """The first `n` arguments where they are plain texts."""
    values = [arg.value for arg in call.args[:n] if isinstance(arg, ast.Constant)]
    return [value for value in values if isinstance(value, str)]


def of_file(file: Path) -> Iterator[Text]:
    """The texts that a source file marks."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        wanted = _NUMBER_OF_TEXTS.get(node.func.id, 0)
        found = _constants(node, wanted)
        if wanted and len(found) == wanted:
            yield Text(found[0], found[1] if wanted == 2 else None)


def _entry(text: Text, files: set[str]) -> str:
    lines = [f"#: {' '.join(sorted(files))}"]
    if "{" in text.one:
        lines.append("#, python-brace-format")
    lines.append(f"msgid {json.dumps(text.one, ensure_ascii=False)}")
    if text.many is None:
        lines.append('msgstr ""')
    else:
        plural = json.dumps(text.many, ensure_ascii=False)
        lines += [f"msgid_plural {plural}", 'msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines) + "\n"


def template() -> str:
    """The whole template, in the order of its texts; a text said once and counted is one entry."""
    places: dict[str, set[str]] = defaultdict(set)
    plurals: dict[str, str | None] = {}
    for file in SOURCE.rglob("*.py"):
        for text in of_file(file):
            places[text.one].add(file.relative_to(TOP).as_posix())
            plurals[text.one] = text.many or plurals.get(text.one)
    entries = [_entry(Text(one, plurals[one]), places[one]) for one in sorted(places) if one]
    return "\n".join([_HEAD, *entries])


def write() -> Path:
    """Writes the template anew and returns where it lies."""
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8")
    return TEMPLATE
