"""Writing of any kind: what is on a thing, and putting it there or taking it off."""

from collections.abc import Mapping

from timeline_app.model.annotation import About, Target, Written
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import Add, Edit, Remove
from timeline_app.model.written.kind import Kind
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.writer import user_name

STAR, HIGHLIGHT, TAG = BY_NAME["star"], BY_NAME["highlight"], BY_NAME["tag"]
Values = Mapping[str, object]


def marks_on(now: Snapshot, target: Target) -> tuple[Written, ...]:
    """All that was written on this but notes, and the links that lead to it; oldest first."""
    return now.marks.get(str(target), ())


def one_of_kind(now: Snapshot, kind: Kind, target: Target) -> Written | None:
    """What the reader has of this kind on a target, if anything."""
    name = user_name()
    found = (one for one in marks_on(now, target) if one.kind == kind.name)
    return next((one for one in found if one.author == name and one.target == target), None)


def add(session: Session, kind: Kind, target: Target | None, values: Values) -> None:
    """Write one of this kind."""
    session.write(adding(session, kind, target, values))


def edit(session: Session, one: Written, values: Values) -> None:
    """Give these fields other values."""
    session.write(editing(session, one, values))


def adding(session: Session, kind: Kind, target: Target | None, values: Values) -> Add:
    """The command that writes one of this kind, with what its targets look like now."""
    about = session.about(target) if target else About()
    return Add(kind, values, target, about, _looks(session, kind, values))


def editing(session: Session, one: Written, values: Values) -> Edit:
    """The command that gives these fields other values."""
    kind = BY_NAME[one.kind]
    return Edit(kind, one.id, values, _looks(session, kind, values))


def remove(session: Session, one: Written) -> None:
    """Take it away; undo brings it back."""
    session.write(Remove(BY_NAME[one.kind], one.id))


def toggle(session: Session, kind: Kind, target: Target, values: Values) -> None:
    """Put a star or a highlight on this, or take off the one that is there."""
    there = one_of_kind(session.snapshot, kind, target)
    if there is not None and all(there.state.get(name) == v for name, v in values.items()):
        remove(session, there)
    else:
        add(session, kind, target, values)


def _looks(session: Session, kind: Kind, values: Values) -> dict[str, About]:
    """What the further targets look like, as far as they can be read."""
    targets = (text for _, text in kind.targets_of(values) if ":" in text)
    return {text: session.about(Target(*text.split(":", 1))) for text in targets}
