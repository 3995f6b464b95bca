"""Names: every spelling of an actor or a place, with its script and, where known, its time."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.store.build import fields
from timeline_app.store.build.dating import dated
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import Problems
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.taking import take_table
from timeline_app.words.folding import fold
from timeline_app.words.tr import tr

COLUMNS = ("of", "text", "language", "from", "to", "basis")

# ISO 15924 codes by how Unicode begins the names of a script's letters.
_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "CJK": "Hani",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva",
    "MONGOLIAN": "Mong",
}


def script_of(text: str) -> str:
    """The ISO 15924 code of the script of the first letter; Zyyy where none is known."""
    for letter in text:
        if letter.isalpha():
            return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "Zyyy")
    return "Zyyy"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as one writes it; `first` and `last` are the days between which the data show it."""

    text: str
    language: str | None = None
    first: str = ""
    last: str = ""
    basis: str = ""


class Names:
    """Every spelling of every actor and place: those of its record, then those of `names.csv`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._more: dict[str, list[Spelling]] = defaultdict(list)
        self._lines: dict[str, tuple[str, int]] = {}

    def read(self, path: Path, problems: Problems) -> None:
        """Takes in the list of further names."""

        def take(row: Row, line: int) -> None:
            of, text = fields.identifier(row, "of"), fields.needed_text(row, "text", 400)
            first, last = fields.text(row, "from", 200), fields.text(row, "to", 200)
            for name, said in (("from", first), ("to", last)):
                if said:
                    dated(said, name)
            language = fields.text(row, "language", 20) or None
            basis = fields.text(row, "basis", 4000)
            self._more[of].append(Spelling(text, language, first, last, basis))
            self._lines[of] = (path.name, line)

        take_table(path, problems, COLUMNS, take)

    def write(
        self,
        of: str,
        own: Iterable[Spelling],
        *,
        actor: int | None = None,
        place: int | None = None,
    ) -> list[str]:
        """Adds the spellings of one actor or place, each once; their texts."""
        self._lines.pop(of, None)
        found: dict[str, Spelling] = {}
        for spelling in (*own, *self._more.get(of, ())):
            if spelling.text and (spelling.text not in found or spelling.first):
                found[spelling.text] = spelling
        for text, said in found.items():
            span = (said.first, said.last, said.basis)
            key, script = self._rows.count("name") + 1, script_of(text)
            self._rows.add(
                "name", key, of, actor, place, text, said.language, script, *span, fold(text)
            )
        return list(found)

    def finish(self, problems: Problems) -> None:
        """Remarks on the further names that are nobody's."""
        for of, (file, line) in self._lines.items():
            why = tr("no actor or place has the id {id}", id=of)
            problems.remark(file, line, "of", why)
