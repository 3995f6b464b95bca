"""The fonts that ship have every letter of the languages that the records and their readers use."""

import pytest
from PySide6.QtGui import QGuiApplication, QRawFont

from timeline_app.look import fonts
from timeline_app.places import resources

LETTERS = {
    "Kazakh": "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
    "Kazakh, Latin": "ÄäĞğıÑñÖöŞşŪūÜü",
    "Kyrgyz": "ҢңӨөҮү",
    "Tajik": "ҒғӢӣҚқӮӯҲҳҶҷ",
    "Turkmen": "ÄäÇçŇňÖöŞşÜüÝýŽž",
    "Uzbek": "ЎўҚқҒғҲҳʻʼ‘’",
    "Russian": "".join(map(chr, range(0x410, 0x450))) + "Ёё«»—№",
    "Turkish": "ÇçĞğİıÖöŞşÜüÂâ",
    "Chinese in Latin letters": "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü",
}


@pytest.mark.parametrize("file", fonts.FILES)
@pytest.mark.parametrize("language", LETTERS)
def test_every_letter_is_there(qapp: QGuiApplication, file: str, language: str) -> None:
    font = QRawFont(str(resources() / "fonts" / file), 14)
    assert font.isValid()
    missing = [letter for letter in LETTERS[language] if not font.supportsCharacter(ord(letter))]
    assert not missing, f"{language} in {file}: {' '.join(missing)}"
