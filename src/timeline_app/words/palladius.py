"""Chinese names as Russian writes them (the system of Palladius), turned into pinyin.

"Си Цзиньпин" is Xi Jinping and "Чжэнчжоу" Zhengzhou, which no romanisation of Russian gives.
"""

import re
from functools import cache

_INITIALS = {
    "б": "b", "п": "p", "м": "m", "ф": "f", "д": "d", "т": "t", "н": "n", "л": "l",
    "г": "g", "к": "k", "х": "h", "чж": "zh", "ч": "ch", "ш": "sh", "ж": "r",
    "цз": "z", "ц": "c", "с": "s",
}  # fmt: skip
_BEFORE_I = {"цз": "j", "ц": "q", "с": "x"}
"""What these three are before a soft vowel."""

_FINALS = {
    "а": "a", "ай": "ai", "ань": "an", "ан": "ang", "ао": "ao",
    "э": "e", "эй": "ei", "энь": "en", "эн": "eng", "о": "uo", "оу": "ou", "ун": "ong",
    "у": "u", "уа": "ua", "уай": "uai", "уань": "uan", "уан": "uang", "унь": "un",
    "уй": "ui", "уэй": "ui", "уо": "uo", "ы": "i",
}  # fmt: skip
_SOFT_FINALS = {
    "и": "i", "ия": "ia", "я": "ia", "янь": "ian", "ян": "iang", "яо": "iao", "е": "ie",
    "инь": "in", "ин": "ing", "юн": "iong", "ю": "iu", "юй": "u", "юань": "uan",
    "юнь": "un", "юэ": "ue",
}  # fmt: skip
_ALONE = {
    "а": "a", "ай": "ai", "ань": "an", "ан": "ang", "ао": "ao", "э": "e", "энь": "en",
    "эр": "er", "оу": "ou", "и": "yi", "я": "ya", "янь": "yan", "ян": "yang", "яо": "yao",
    "е": "ye", "инь": "yin", "ин": "ying", "юн": "yong", "ю": "you", "юй": "yu",
    "юань": "yuan", "юнь": "yun", "юэ": "yue", "у": "wu", "ва": "wa", "вай": "wai",
    "вань": "wan", "ван": "wang", "вэй": "wei", "вэнь": "wen", "вэн": "weng", "во": "wo",
}  # fmt: skip
_LIPS = "бпмф"
"""Behind these, "о" is o; behind all others it is uo."""


def _syllables() -> dict[str, str]:
    found = dict(_ALONE)
    for initial, said in _INITIALS.items():
        found |= {initial + final: said + end for final, end in _FINALS.items()}
        soft = _BEFORE_I.get(initial, said)
        found |= {initial + final: soft + end for final, end in _SOFT_FINALS.items()}
    return found | {lip + "о": _INITIALS[lip] + "o" for lip in _LIPS}


_SYLLABLES = _syllables()
_CLOSED = "ъ?(?![аеиоуыэюяйь])"
"""Behind a syllable no vowel begins the next."""
_OPEN = "ъ?"
_MOST_LETTERS = 24


def pinyin(word: str) -> str:
    """The pinyin of a word in small Cyrillic letters, without tones; "" where it is no such word.

    Syllables begin with a consonant where they can ("Цзиньпин" is jin and ping), else with a vowel
    ("Сиань" is xi and an).
    """
    if len(word) > _MOST_LETTERS:
        return ""
    return _spelt(word, _CLOSED) or _spelt(word, _OPEN)


@cache
def _syllable(end: str) -> re.Pattern[str]:
    """A syllable with this end; made when first looked for, since it costs a moment."""
    return re.compile(f"({'|'.join(sorted(_SYLLABLES, key=len, reverse=True))}){end}")


def _spelt(word: str, end: str) -> str:
    """The longest syllables that leave a word behind them, one after the other."""
    said: list[str] = []
    syllable, at = _syllable(end), 0
    while found := syllable.match(word, at):
        said.append(_SYLLABLES[found[1]])
        at = found.end()
    return "".join(said) if at == len(word) else ""
