"""Reads the texts that fields hold: trimmed where that loses nothing, valid, not too long."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from timeline_app.model.annotation import Target
from timeline_app.model.command import RefusedError
from timeline_app.words.folding import fold
from timeline_app.words.tr import tr, trn

LONGEST_TEXT = 1_000_000
LONGEST_LINE = 2_000
LONGEST_TAG = 200


def words(text: str) -> str:
    """A text of any length as it was written."""
    return _held(text, LONGEST_TEXT)


def line(text: str) -> str:
    """A text of one line, without the spaces around it."""
    return _held(unicodedata.normalize("NFC", " ".join(text.split())), LONGEST_LINE)


def tag(text: str) -> str:
    """A tag: one line of at least a letter."""
    written = line(text)
    if not written:
        raise RefusedError(tr("A tag needs at least one letter."))
    if len(written) > LONGEST_TAG:
        raise RefusedError(
            trn("A tag holds at most {n} letter.", "A tag holds at most {n} letters.", LONGEST_TAG)
        )
    return written


def date(text: str, calendar: str = "gregorian") -> str:
    """A date in EDTF, in its canonical spelling; one of another calendar stays as it is written."""
    # Most kinds hold no date, and their words in the shell start without the parser.
    from timeline_app.dates.date_error import DateError  # noqa: PLC0415 - see above
    from timeline_app.dates.edtf import parse  # noqa: PLC0415 - see above

    try:
        found = parse(text.strip(), calendar)
    except DateError as error:
        why = tr("“{text}” is not a date: {why}", text=text, why=error.why)
        if error.suggestion:
            why = tr("{said} Perhaps {form}?", said=why, form=error.suggestion)
        raise RefusedError(why) from error
    return found.edtf if calendar == "gregorian" else found.as_written


def target(text: str) -> str:
    """What is written `KIND:ID`; an id alone is that of an event."""
    plain = ":" not in text
    return str(Target.read(_held(f"event:{text.strip()}" if plain else text, LONGEST_LINE)))


def one_of(
    *choices: str,
    synonyms: Mapping[str, str] | None = None,
    other: re.Pattern[str] | None = None,
) -> Callable[[str], str]:
    """One of these words, however its parts are parted ("led to"), or what matches `other`."""
    spelt = {choice: choice for choice in choices} | dict(synonyms or {})
    known = {fold(word.replace("-", " ")): choice for word, choice in spelt.items()}

    def read(text: str) -> str:
        asked = line(text)
        found = known.get(fold(asked.replace("-", " ").replace("_", " ")))
        if found is None and not (other and other.fullmatch(asked)):
            raise RefusedError(
                tr("“{text}” is none of {choices}.", text=asked, choices=", ".join(choices))
            )
        return found or asked

    return read


def _held(text: str, most: int) -> str:
    if len(text) > most:
        raise RefusedError(
            trn("It holds at most {n} letter.", "It holds at most {n} letters.", most)
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise RefusedError(
            tr("The text is not valid Unicode and could not be kept as it is.")
        ) from None
    return text
