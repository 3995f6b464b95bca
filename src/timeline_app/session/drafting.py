"""What was begun in a form and not saved: kept by the names of its fields, under a key of its own.

A note that is written in the details is kept as plain text under its target instead.
"""

import json
import re
from collections.abc import Mapping

from timeline_app.dataclass import dataclass
from timeline_app.model.act import canonical
from timeline_app.model.annotation import Target, Written
from timeline_app.model.command import RefusedError
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.kind import Kind
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot

DRAFT = "draft"
"""What something that was begun and not saved is of, where it is listed among what was written."""
_OF_FORM = re.compile("([a-z_]+)([@#])(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Begun:
    """What a draft is the beginning of: a kind, what it is about, and what is changed by it.

    `in_form` says whether a form holds it, or the field for notes in the details.
    """

    kind: Kind
    target: Target | None
    one: Written | None
    in_form: bool


def begun_of(now: Snapshot, key: str) -> Begun | None:
    """What the draft of this key is the beginning of; None where nobody can know that any more."""
    found = _OF_FORM.fullmatch(key)
    kind = BY_NAME.get(found[1]) if found else None
    try:
        if found is None or kind is None:
            return Begun(BY_NAME["note"], Target.read(key), None, in_form=False)
        if found[2] == "@":
            return Begun(kind, Target.read(found[3]) if found[3] else None, None, in_form=True)
    except RefusedError:
        return None
    one = next((one for one in now.written if one.id == found[3]), None)
    return Begun(kind, one.target, one, in_form=True) if one else None


def drafts_of(now: Snapshot) -> list[Written]:
    """What was begun and not saved, as what was written: of the kind DRAFT, its key as its id."""
    told = ((key, text, begun_of(now, key)) for key, text in now.drafts.items())
    return [
        Written(key, DRAFT, begun.target, {"text": _said(text, begun)}, "", "", "", "")
        for key, text, begun in told
        if begun
    ]


def unsaved_words(session: Session) -> str:
    """The words that the disk has refused, as they were written; of a form those of its fields."""
    text = session.unsaved
    begun = begun_of(session.snapshot, session.unsaved_draft)
    return _said(text, begun) if begun else text


def _said(text: str, begun: Begun) -> str:
    """The words of a draft; of a form those of its fields."""
    if not begun.in_form:
        return text
    values = _held(text).values()
    told = (", ".join(map(str, value)) if isinstance(value, list) else value for value in values)
    return " · ".join(said for said in told if isinstance(said, str) and said)


def _held(text: str) -> dict[str, object]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


class FormDraft:
    """The draft of one form: of a new thing on `target` (None: on nothing), or of `one`."""

    def __init__(
        self, session: Session, kind: Kind, target: Target | None, one: Written | None
    ) -> None:
        self._session, self._kind = session, kind
        self.key = f"{kind.name}#{one.id}" if one else f"{kind.name}@{target or ''}"

    def begun(self) -> dict[str, object]:
        """The values that were kept, by field; what no longer is one is left out."""
        told = _held(self._session.snapshot.drafts.get(self.key, ""))
        fields = {field.name: field for field in self._kind.fields}
        return {
            name: value
            for name, value in told.items()
            if name in fields and isinstance(value, list if fields[name].many else str)
        }

    def keep(self, values: Mapping[str, object]) -> None:
        """Keeps these values; none forgets the draft."""
        self._session.keep_draft(self.key, draft_text(values))


def draft_text(values: Mapping[str, object]) -> str:
    """Values as they are kept."""
    return canonical(dict(values)) if values else ""
