"""Reading one row of data: each field is asked for by name and type, or the row is refused."""

import math
import re
from collections.abc import Mapping
from typing import Any

from timeline_app.store.build.problems import FieldError
from timeline_app.words.tr import tr

# A zero, and halves of characters, which no file of text can hold.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")

LONGEST_TEXT = 20_000
LONGEST_ID = 200
MOST_PARTS = 2_000

Row = Mapping[str, Any]


def text(row: Row, name: str, longest: int = LONGEST_TEXT) -> str:
    """A text; empty where the field is absent or null."""
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise FieldError(name, tr("a text was expected, not {what}", what=_said(value)))
    if len(value) > longest:
        raise FieldError(name, tr("the text is longer than {n} characters", n=longest))
    if _NO_TEXT.search(value):
        raise FieldError(name, tr("the text holds a character that is none"))
    return value.strip()


def needed_text(row: Row, name: str, longest: int = LONGEST_TEXT) -> str:
    """A text that must be there and not be empty."""
    if name not in row:
        raise FieldError(name, tr("the field is missing"))
    found = text(row, name, longest)
    if not found:
        raise FieldError(name, tr("the field is empty"))
    return found


def identifier(row: Row, name: str = "id") -> str:
    """An id: a text without spaces that can stand in a target such as `event:ID#title`."""
    found = needed_text(row, name, LONGEST_ID)
    if any(c.isspace() or not c.isprintable() or c == "#" for c in found):
        raise FieldError(name, tr("an id holds no spaces and no “#”"))
    return found


def truth(row: Row, name: str) -> bool:
    """Yes or no; no where the field is absent or null."""
    value = row.get(name)
    if value is None or isinstance(value, bool):
        return bool(value)
    raise FieldError(name, tr("true or false was expected, not {what}", what=_said(value)))


def number(row: Row, name: str, low: float, high: float) -> float | None:
    """A number between `low` and `high`; None where the field is absent, null or empty.

    A text that says a number is taken as one, since a table of texts has no others.
    """
    value = row.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise FieldError(name, tr("a number was expected, not {what}", what=_said(value)))
    try:
        found = float(value)
    except (ValueError, OverflowError):
        raise FieldError(name, tr("a number was expected, not {what}", what=_said(value))) from None
    if math.isnan(found) or not low <= found <= high:
        why = tr("the number lies outside {low:g} to {high:g}", low=low, high=high)
        raise FieldError(name, why)
    return found


def whole(row: Row, name: str, low: int, high: int) -> int | None:
    """A whole number between `low` and `high`; None where the field is absent, null or empty."""
    found = number(row, name, low, high)
    if found is not None and found != int(found):
        raise FieldError(name, tr("a whole number was expected, not {what}", what=_said(found)))
    return None if found is None else int(found)


def texts(row: Row, name: str) -> tuple[str, ...]:
    """A list of texts; none where the field is absent or null."""
    return tuple(needed_text({name: part}, name) for part in _parts(row, name))


def rows(row: Row, name: str) -> list[Row]:
    """A list of objects; none where the field is absent or null."""
    found = _parts(row, name)
    for part in found:
        if not isinstance(part, dict):
            raise FieldError(name, tr("an object was expected, not {what}", what=_said(part)))
    return found


def part(row: Row, name: str) -> Row | None:
    """An object within the row; None where the field is absent or null."""
    value = row.get(name)
    if value is None or isinstance(value, dict):
        return value
    raise FieldError(name, tr("an object was expected, not {what}", what=_said(value)))


def present(row: Row, *names: str) -> None:
    """Refuses a row in which one of these fields does not stand at all."""
    for name in names:
        if name not in row:
            raise FieldError(name, tr("the field is missing"))


def _parts(row: Row, name: str) -> list[Any]:
    value = row.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise FieldError(name, tr("a list was expected, not {what}", what=_said(value)))
    if len(value) > MOST_PARTS:
        raise FieldError(name, tr("the list has more than {n} parts", n=MOST_PARTS))
    return value


def _said(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 40 else words[:39] + "…"
