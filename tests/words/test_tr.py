"""Texts: whole sentences, filled in by name, counted, and spoken in another language."""

import gettext

import pytest

from timeline_app.words import tr as spoken
from timeline_app.words.tr import grouped, mark, speak, tr, trn


class _Backwards(gettext.NullTranslations):
    """A language that says every text backwards, and has one plural."""

    def gettext(self, message: str) -> str:
        return message[::-1]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{n == 1}: {{n}}"


def test_values_are_filled_in_by_name() -> None:
    assert tr("{b} before {a}", a=1, b="x") == "x before 1"


def test_a_text_without_values_may_hold_braces() -> None:
    assert tr("{2014-05, 2014-06}") == "{2014-05, 2014-06}"


def test_what_is_filled_in_is_not_read_again() -> None:
    assert tr("Note: {text}", text="{0} {text}") == "Note: {0} {text}"


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1234567, "1,234,567 events")]
)
def test_a_count_has_its_form(n: int, said: str) -> None:
    assert trn("{n} event", "{n} events", n) == said
    assert grouped(n) == said.split()[0]


def test_a_catalogue_answers_in_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "_catalogue", _Backwards())
    assert tr("event") == "tneve"
    assert trn("{n} event", "{n} events", 1200) == "False: 1,200"
    assert mark("event") == "event"


def test_a_language_without_catalogue_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "_catalogue", _Backwards())
    speak("xx")
    assert tr("event") == "event"
