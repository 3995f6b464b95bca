"""Chinese names in Russian letters become pinyin; other words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.words.palladius import pinyin


@pytest.mark.parametrize(
    ("russian", "expected"),
    [
        ("си цзиньпин", "xi jinping"),
        ("ху цзиньтао", "hu jintao"),
        ("вэнь цзябао", "wen jiabao"),
        ("ли кэцян", "li keqiang"),
        ("ван и", "wang yi"),
        ("ян цзечи", "yang jiechi"),
        ("цзян цзэминь", "jiang zemin"),
        ("чжу жунцзи", "zhu rongji"),
        ("дай бинго", "dai bingguo"),
        ("ли чжаосин", "li zhaoxing"),
        ("мао цзэдун", "mao zedong"),
        ("дэн сяопин", "deng xiaoping"),
        ("чжоу эньлай", "zhou enlai"),
        ("чэнь юань", "chen yuan"),
        ("сиань", "xian"),
        ("синьцзян", "xinjiang"),
        ("боао", "boao"),
        ("чанъань", "changan"),
        ("люйшунь", "lushun"),
    ],
)
def test_names(russian: str, expected: str) -> None:
    assert " ".join(map(pinyin, russian.split())) == expected


@pytest.mark.parametrize("word", ["", "назарбаев", "москва", "токаев", "beijing", "р", "ь", "бб"])
def test_other_words_are_none(word: str) -> None:
    assert pinyin(word) == ""


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", max_size=300))
def test_any_word_is_small_latin_letters_or_nothing(word: str) -> None:
    said = pinyin(word)
    assert said == "" or (said.isascii() and said.isalpha() and said.islower())
