"""A clean copy of a notebook, for somebody else: the whole log, no drafts, the name if wished."""

from dataclasses import replace
from pathlib import Path

from timeline_app.model.act import Act
from timeline_app.model.annotation import Written
from timeline_app.store.notebook_contents import Contents
from timeline_app.store.notebook_making import make_filled


def send_copy(path: Path, contents: Contents, leave_out: str = "") -> None:
    """Makes a notebook of these contents in which the name `leave_out` does not stand as author.

    Raises `StoreError`, and `FileExistsError` where another file bears the name.
    """
    acts = tuple(_without(act, leave_out) for act in contents.acts)
    author = "" if contents.meta.author == leave_out else contents.meta.author
    make_filled(path, Contents(replace(contents.meta, author=author), acts))


def nameless(written: list[Written], leave_out: str) -> list[Written]:
    """The same in which this name does not stand as author."""
    return [replace(one, author="") if one.author == leave_out else one for one in written]


def _without(act: Act, leave_out: str) -> Act:
    if not leave_out or act.author != leave_out:
        return act
    return replace(act, author="").sealed()
