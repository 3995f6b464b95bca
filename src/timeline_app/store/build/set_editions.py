"""Editions of data sets: when each came out, where its own words say so."""

from collections.abc import Mapping
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import is_open
from timeline_app.store.build import fields
from timeline_app.store.build.dating import dated
from timeline_app.store.build.fields import Row
from timeline_app.store.build.problems import FieldError, Problems
from timeline_app.store.build.taking import take_table
from timeline_app.words.tr import tr

COLUMNS = ("data_set", "edition", "reason")


@dataclass(frozen=True, slots=True)
class SetEdition:
    """`edtf` is when the edition came out, empty where nothing says it; `known_from` is the last
    of those days."""

    edtf: str = ""
    known_from: int | None = None


UNSTATED = SetEdition()


class SetEditions:
    """Editions by the name under which records cite a data set."""

    def __init__(self, editions: Mapping[str, SetEdition]) -> None:
        self._editions = editions

    def of(self, name: str) -> SetEdition:
        """The edition of what is cited so; UNSTATED where nobody said."""
        return self._editions.get(name, UNSTATED)


def read_set_editions(path: Path | None, problems: Problems) -> SetEditions:
    """The reviewed list: a row a data set, with the words that state its edition as the reason.

    An empty edition says that somebody looked, and that nothing states one.
    """
    found: dict[str, SetEdition] = {}

    def take(row: Row, line: int) -> None:
        name, edition = fields.needed_text(row, "data_set", 400), fields.text(row, "edition", 60)
        fields.needed_text(row, "reason", 4000)
        if name in found:
            raise FieldError("data_set", tr("the data set stands here already"))
        day = known_day(edition)
        if edition and day is None:
            raise FieldError("edition", tr("“{text}” is not a date", text=edition[:60]))
        found[name] = SetEdition(edition, day)

    if path:
        take_table(path, problems, COLUMNS, take)
    return SetEditions(found)


def known_day(text: str) -> int | None:
    """The last day on which what bears this date may have come out: by then it surely had.

    None for an open end, and for what is no date.
    """
    if not text:
        return None
    try:
        last = dated(text, "date").outer.last
    except FieldError:
        return None
    return None if is_open(last) else last
