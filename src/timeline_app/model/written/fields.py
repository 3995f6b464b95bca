"""Fields of the shapes that several kinds share."""

from collections.abc import Mapping

from timeline_app.model.written.kind import Field, Reader
from timeline_app.model.written.letters import line, tag, target, words
from timeline_app.words.tr import mark


def long_text(said: str, title: str, *, needed: bool = False) -> Field:
    """The words of a thing, in several lines; `said` and `title` are marked."""
    return Field("text", said, words, ("--text",), needed=needed, title=title, long=True)


def one_line(
    name: str, said: str, option: str, title: str, metavar: str = "T", *, needed: bool = False
) -> Field:
    """A text of one line."""
    return Field(name, said, line, (option,), metavar, needed=needed, title=title)


def several(
    name: str,
    said: str,
    option: str,
    title: str,
    read: Reader = line,
    choices: Mapping[str, str] | None = None,
) -> Field:
    """A list of texts, each given by one option."""
    offered = dict(choices or {})
    metavar = "V" if offered else "T"
    return Field(name, said, read, (option,), metavar, many=True, title=title, choices=offered)


def tags() -> Field:
    """Tags."""
    return several("tags", mark("A tag; can be repeated."), "--tag", mark("Tags"), tag)


def side(name: str, said: str, title: str) -> Field:
    """Records that stand on a side."""
    option = f"--{name}"
    return Field(name, said, target, (option,), "KIND:ID", many=True, targets=True, title=title)
