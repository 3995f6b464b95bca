"""Two spellings of one name, one folded form.

`fold` makes a text comparable: case, marks and apostrophes go, Cyrillic stays Cyrillic. `skeleton`
goes further: Cyrillic becomes Latin, and what romanisations disagree on (Nazarbayev, Nazarbaev) is
levelled. An index holds both, and a query asks for either.
"""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻʹʺ`´ʿʾ“”ʽ"

BREAK = "\ue000"
"""A word of no language: no phrase reaches across it."""

# Letters that compatibility decomposition leaves whole, and those whose sound is not their base's.
_LETTERS = str.maketrans(
    {
        "ә": "а",
        "ғ": "г",
        "қ": "к",
        "ң": "н",
        "ө": "о",
        "ұ": "у",
        "ү": "у",
        "һ": "х",
        "і": "и",
        "ҳ": "х",
        "ҷ": "ж",
        "ў": "о",
        "ё": "е",
        "ı": "i",
        "ə": "a",
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ŋ": "n",
    }
    | dict.fromkeys(APOSTROPHES)
)

_LATIN = str.maketrans(
    {
        "а": "a",
        "б": "b",
        "в": "v",
        "г": "g",
        "д": "d",
        "е": "e",
        "ж": "zh",
        "з": "z",
        "и": "i",
        "к": "k",
        "л": "l",
        "м": "m",
        "н": "n",
        "о": "o",
        "п": "p",
        "р": "r",
        "с": "s",
        "т": "t",
        "у": "u",
        "ф": "f",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ы": "y",
        "ь": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
        "є": "e",
        "ґ": "g",
        "ј": "j",
        "љ": "l",
        "њ": "n",
        "ћ": "c",
        "ђ": "d",
        "џ": "dz",
    }
)

# Where romanisations part ways, in the order in which they are levelled.
_LEVELLED = (
    (re.compile("dzh|zh|dj"), "j"),
    (re.compile("kh|gh"), lambda found: "h" if found[0] == "kh" else "g"),
    (re.compile("q|ck"), "k"),
    (re.compile("w"), "v"),
    (re.compile("x"), "ks"),
    (re.compile("ou|oo"), "u"),
    (re.compile("(?<=[aeou])[iy]+|(?<=i)y+"), ""),
    (re.compile("(?<![a-z])y(?=[aeou])"), ""),
    (re.compile("y"), "i"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)


def fold(text: str) -> str:
    """The text without case, marks and apostrophes; any string folds, and folding again is idle."""
    low = text.casefold().translate(_LETTERS)
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low)
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return bare.casefold().translate(_LETTERS)


def latin(folded: str) -> str:
    """A folded text with its Cyrillic in Latin letters."""
    return folded.translate(_LATIN)


def skeleton(folded: str) -> str:
    """A folded text in Latin letters with the differences of romanisations levelled."""
    levelled = latin(folded)
    for pattern, by in _LEVELLED:
        levelled = pattern.sub(by, levelled)
    return levelled


@lru_cache(maxsize=16_384)
def indexed(text: str) -> str:
    """What a text index holds of `text`: its folded words, then the skeletons that differ."""
    folded = fold(text)
    words = set(folded.split())
    more = dict.fromkeys(w for w in skeleton(folded).split() if w not in words)
    return " ".join((folded, BREAK, *more)) if more else folded
