"""Two spellings of one name, one folded form.

`fold` makes a text comparable: case, marks and apostrophes go, Cyrillic stays Cyrillic. `loose`
goes further, a word at a time: Cyrillic becomes Latin, and what romanisations disagree on
(Nazarbayev, Nazarbaev; Qazaqstan, Kazakhstan; Toshkent, Tashkent) is levelled. An index holds both,
the loose ones marked, and only for words that look like names: "war" never meets "var".
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from timeline_app.dataclass import dataclass
from timeline_app.words.palladius import pinyin

APOSTROPHES = "'’‘ʼʻʹʺ`´ʿʾ“”ʽ"

BREAK = "\ue000"
"""A word of no language: no phrase reaches across it."""

LOOSE = "\ue001"
"""What a loose form begins with in an index, so that it is never taken for a written word."""

_LONG = 64
"""So long a word is hardly met twice, and is not remembered."""

_MOST_WAYS = 12
"""Of the ways to put the forms of several words together, those that are asked for."""

LEAST_LEVELLED = 4
"""A levelled word shorter than this would be half the dictionary: it is only put into Latin."""

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


class _Marks(dict[int, int | None]):
    """A table for `str.translate` that drops every combining mark, filled as letters are met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_MARKS = _Marks()

# What a mark says of the sound: Turkish, Turkmen, Azerbaijani and Slavic Latin; ё as it is spoken;
# ө and ö as neighbours write them (Өзбек, Uzbek; Көл, Kul).
_SPOKEN = str.maketrans(
    dict.fromkeys("şșš", "sh")
    | dict.fromkeys("çčć", "ch")
    | dict.fromkeys("өö", "u")
    | {"ž": "zh", "ý": "y", "ё": "yo"}
)

# A letter that is written in two ways: each way makes a form of its own.
_EITHER = (
    ("kh", ("h", "k")),
    ("x", ("ks", "h")),
    ("yo", ("yo", "e")),
    ("aw", ("aw", "av")),
)
_CASE = re.compile("(.{2,}(?:[оеё]в|[иы]н))(?:а|у|ым|е|ой|ых|ыми)")
"""A Russian surname or place in another case or gender: Назарбаева, Путиным, Отунбаевой."""

_TURKISH_C = re.compile("c(?![hck])")
"""Typed as Turks and Tatars write it, c is j: Caparov, Tacikistan."""

_POSSESSIVE = re.compile("['’]s$")
_UZBEK_U = re.compile(f"o[{APOSTROPHES}]|ў")

# Where romanisations part ways, in the order in which they are levelled.
_LEVELLED = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("d?zh|dj", "j"),
        ("gh", "g"),
        ("q|ck", "k"),
        ("aw(?![aeiou])", "au"),
        ("w", "v"),
        ("ph", "f"),
        ("ou|oo", "u"),
        ("(?<=[bcdfghjklmnprstvz])yu", "u"),
        ("(?<=[bdfgjklmnprtvz])[iy](?=st[ao]n)", ""),
        ("(?:e[iy]|[iy])+[ae]?$", "i"),
        ("(?<=[aeou])[iy]+", ""),
        ("(?<=i)y+", ""),
        ("^[iy](?=[aeou])", ""),
        ("y", "i"),
        ("i+e", "e"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = "aeiouy"
_PLAIN = re.compile(r"[^\W_]+")
_TOKEN = re.compile(rf"(?:[^\W_]|{BREAK}|{LOOSE})+")
_WORD = re.compile(rf"[\w{APOSTROPHES}]+")
_COMPOUND = re.compile(rf"[\w{APOSTROPHES}]+(?:[-‐‑][\w{APOSTROPHES}]+)+")
_HYPHENS = re.compile("[-‐‑]")


def fold(text: str) -> str:
    """The text without case, marks and apostrophes; any string folds, and folding again is idle."""
    if text.isascii():  # as most are: all that the rest does to them
        return text.lower().replace("'", "").replace("`", "")
    # No letter changes another across a space, and most words were met before.
    return " ".join([_fold_word(w) if len(w) < _LONG else _folded(w) for w in text.split(" ")])


def _folded(text: str) -> str:
    low = text.casefold().translate(_LETTERS)
    if low.isascii():
        return low
    bare = unicodedata.normalize("NFKD", low).translate(_MARKS)
    return bare.casefold().translate(_LETTERS)


_fold_word = lru_cache(maxsize=16_384)(_folded)


def latin(folded: str) -> str:
    """A folded text with its Cyrillic in Latin letters."""
    return folded.translate(_LATIN)


@lru_cache(maxsize=65_536)
def loose(word: str) -> tuple[str, ...]:
    """What a word is whatever its script and romanisation: one form, or a few; none for no word.

    Two spellings of a name share at least one of their forms.
    """
    low = _POSSESSIVE.sub("", unicodedata.normalize("NFC", word.casefold()))
    spoken = latin(fold(_UZBEK_U.sub("u", low).translate(_SPOKEN)))
    written = latin(fold(low))
    forms: list[str] = []
    for one in dict.fromkeys((spoken, written, *_others(low))):
        forms += (_level(way) for way in _ways("".join(_PLAIN.findall(one))))
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=65_536)
def _marked(word: str) -> tuple[str, ...]:
    """The loose forms of a word that looks like a name, as an index holds them; else BREAK."""
    forms = loose(word) if _looks_like_a_name(word) else ()
    return tuple(LOOSE + form for form in forms) or (BREAK,)


def _others(low: str) -> Iterator[str]:
    """What a Cyrillic word may be besides: a surname in its first case, a Chinese name."""
    if cased := _CASE.fullmatch(low):
        yield latin(fold(cased[1]))
        low = cased[1]
    if chinese := pinyin(low):
        yield chinese


@lru_cache(maxsize=16_384)
def indexed(text: str) -> str:
    """What a text index holds of `text`: its folded words, then the loose forms of its names."""
    first: list[str] = []
    others: list[str] = []
    for word in _WORD.findall(text):
        plainest, *more = _marked(word)
        first.append(plainest)
        others += more
    compounds = _COMPOUND.findall(text) if _HYPHENS.search(text) else ()
    for compound in filter(_looks_like_a_name, compounds):
        others += (LOOSE + form for form in loose(_HYPHENS.sub("", compound)))
    if not others and all(word == BREAK for word in first):
        return fold(text)
    return " ".join((fold(text), BREAK, *first, BREAK, *dict.fromkeys(others)))


def words_of(indexed_text: str) -> list[str]:
    """The words of a text that has been made for an index, the loose and the breaks among them."""
    return _TOKEN.findall(indexed_text)


@dataclass(frozen=True, slots=True)
class Form:
    """Words as an index holds them, one after the other; the last may go on where `open_end`."""

    words: tuple[str, ...]
    open_end: bool


def in_index(words: Sequence[str], whole: bool) -> tuple[Form, ...]:
    """The forms of which an index holds one where a text says these words, the plainest first.

    A loose form may go on only after a consonant: "Turkey" is Türkiye, but not Turkestan. Of words
    in a row an index holds the first form of each, which may be any form of what is typed.
    """
    plain = tuple(part for word in words for part in _PLAIN.findall(fold(word)))
    forms = [Form(plain, not whole)] if plain else []
    typed = [_typed_alone(word) if len(words) == 1 else loose(word) for word in words]
    for way in islice(product(*typed) if typed else (), _MOST_WAYS):
        last = way[-1]
        open_end = not whole and len(last) >= LEAST_LEVELLED and last[-1] not in _VOWELS
        forms.append(Form(tuple(LOOSE + word for word in way), open_end))
    return tuple(dict.fromkeys(forms))


def _typed_alone(word: str) -> tuple[str, ...]:
    """The loose forms of a word that is typed, those of its Turkish reading last."""
    low = unicodedata.normalize("NFC", word.casefold())
    turkish = loose(_TURKISH_C.sub("j", low)) if _TURKISH_C.search(low) else ()
    return tuple(dict.fromkeys((*loose(word), *turkish)))


def holds(text: str, forms: Sequence[Form]) -> bool:
    """Whether an index of `text` would hold one of the forms."""
    words = words_of(indexed(text))
    return any(_stands(form, words) for form in forms)


def _stands(form: Form, words: Sequence[str]) -> bool:
    """Whether the words of the form stand in `words` one after the other."""
    n, last = len(form.words), form.words[-1]
    for start in range(len(words) - n + 1):
        if tuple(words[start : start + n - 1]) == form.words[:-1]:
            end = words[start + n - 1]
            if end == last or (form.open_end and end.startswith(last)):
                return True
    return False


def _ways(word: str) -> list[str]:
    ways = [word]
    for letters, written in _EITHER:
        if letters in word and len(word) >= LEAST_LEVELLED:
            ways = [way.replace(letters, by) for by in written for way in ways]
    return ways


def _level(word: str) -> str:
    levelled = word
    for pattern, by in _LEVELLED:
        levelled = pattern.sub(by, levelled)
    if len(levelled) < LEAST_LEVELLED:
        return word
    return levelled.replace("o", "a") if len(levelled) > LEAST_LEVELLED else levelled


def _looks_like_a_name(word: str) -> bool:
    """A word with a capital, or in another script than Latin."""
    return word[0].isupper() or not fold(word).isascii()
