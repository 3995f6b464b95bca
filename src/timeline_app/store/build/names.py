"""Names: every spelling of an actor or a place, with its script."""

import unicodedata

from timeline_app.store.build.rows import Rows
from timeline_app.words.folding import fold

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


def add_name(
    rows: Rows,
    of: str,
    text: str,
    language: str | None,
    *,
    actor: int | None = None,
    place: int | None = None,
) -> None:
    """Adds a spelling; `from` and `to` stay empty, since the data do not say when a name held."""
    key = rows.count("name") + 1
    folded = fold(text)
    rows.add("name", key, of, actor, place, text, language, script_of(text), None, None, folded)
