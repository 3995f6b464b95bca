"""Entries of a file made into what one wrote: judged like what is typed."""

from collections.abc import Mapping

from timeline_app.model.annotation import Target, Written
from timeline_app.model.command import RefusedError
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import ABOUT, ORIGIN, OTHERS, TARGET
from timeline_app.words.tr import tr

HEAD = (TARGET, ABOUT, OTHERS, ORIGIN)
"""What a state holds beside the fields of its kind."""

_LONGEST_NAME = 500


def entry(
    id_: str,
    kind_name: str,
    target: str,
    fields: Mapping[str, object],
    *,
    about: Mapping[str, str],
    others: Mapping[str, Mapping[str, str]],
    author: str,
    created: str,
    changed: str,
) -> Written:
    """One thing that was written, from its parts. Raises `RefusedError`."""
    kind = BY_NAME.get(kind_name)
    if kind is None:
        raise RefusedError(tr("This program knows no “{kind}”.", kind=kind_name))
    for text in (id_, author, created, changed):
        if len(text) > _LONGEST_NAME or not text.isprintable():
            raise RefusedError(tr("“{text}” is no name, number or time.", text=text[:60]))
    aim = Target.read(target) if kind.on else None
    kind.judge_target(aim)
    head: dict[str, object] = {TARGET: str(aim), ABOUT: dict(about)} if aim else {}
    if others:
        head[OTHERS] = {name: dict(look) for name, look in others.items()}
    state = kind.settled({**head, **kind.state(fields)})
    return Written(id_, kind.name, aim, state, author, created, changed, "")
