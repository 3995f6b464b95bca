"""What is dropped to see whether an answer leans on it: one source, one publisher, one language."""

from collections.abc import Callable, Mapping

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Mask
from timeline_app.model.event_table import EventTable
from timeline_app.words.tr import mark, tr

UNKNOWN = "unknown"
"""The language of publishers of which none is recorded: a group of its own."""

LANGUAGE_WORDS = {
    "en": mark("English"),
    "ru": mark("Russian"),
    "kk": mark("Kazakh"),
    "ky": mark("Kyrgyz"),
    "uz": mark("Uzbek"),
    "tg": mark("Tajik"),
    "tk": mark("Turkmen"),
    "zh": mark("Chinese"),
    "tr": mark("Turkish"),
    "fa": mark("Persian"),
    "de": mark("German"),
    "fr": mark("French"),
    UNKNOWN: mark("language unknown"),
}


@dataclass(frozen=True, slots=True)
class Lean:
    """Events that rest on one source alone are dropped where `one_source`; so are those that rest
    on this publisher alone, or on publishers of this language alone (a code, or UNKNOWN); empty
    for none. Layers that a machine coded are dropped where only what is coded `by_hand` stays."""

    one_source: bool = False
    publisher: str = ""
    language: str = ""
    by_hand: bool = False

    def __bool__(self) -> bool:
        return self.one_source or self.by_hand or bool(self.publisher or self.language)


def kept_of(table: EventTable, lean: Lean, languages: Mapping[str, str]) -> Mask:
    """Which rows of the table stay; one without any publisher rests on none of them."""
    codes = table.terms["source"]
    dropped = codes.terms.marked({lean.publisher} - {""})
    if lean.language == UNKNOWN:
        dropped |= ~codes.terms.marked(one for one, code in languages.items() if code)
    elif lean.language:
        dropped |= codes.terms.marked(o for o, code in languages.items() if code == lean.language)
    stays = codes.bare()
    if dropped.any():
        stays |= codes.any_of(~dropped[codes.codes])
    else:
        stays = np.ones(len(table), np.bool_)
    if lean.one_source:
        stays &= np.bincount(codes.rows, minlength=len(table)) > 1
    return stays


def language_of(publisher: str, languages: Mapping[str, str]) -> str:
    """The code of its language, or UNKNOWN."""
    return languages.get(publisher, "") or UNKNOWN


def language_words(code: str) -> str:
    """A language as it is read; a code that nobody here knows stays one."""
    return tr(LANGUAGE_WORDS.get(code, code))


def lean_words(lean: Lean, name: Callable[[str], str]) -> str:
    """What is dropped, in words; `name` says what a publisher is called."""
    said = []
    if lean.one_source:
        said.append(tr("with two sources or more"))
    if lean.publisher:
        said.append(tr("without {publisher}", publisher=name(lean.publisher)))
    if lean.language:
        said.append(tr("without {language}", language=language_words(lean.language)))
    if lean.by_hand:
        said.append(tr("without machine-coded layers"))
    return ", ".join(said)
