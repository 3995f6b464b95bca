"""What was begun in a form and not saved: kept by the names of its fields, under a key of its own.

A note that is written in the details is kept as plain text under its target instead.
"""

import json
from collections.abc import Mapping

from timeline_app.model.act import canonical
from timeline_app.model.annotation import Target, Written
from timeline_app.model.written.kind import Kind
from timeline_app.session.session import Session


class FormDraft:
    """The draft of one form: of a new thing on `target` (None: on nothing), or of `one`."""

    def __init__(
        self, session: Session, kind: Kind, target: Target | None, one: Written | None
    ) -> None:
        self._session, self._kind = session, kind
        self.key = f"{kind.name}#{one.id}" if one else f"{kind.name}@{target or ''}"

    def begun(self) -> dict[str, object]:
        """The values that were kept, by field; what no longer is one is left out."""
        try:
            held = json.loads(self._session.snapshot.drafts.get(self.key, "null"))
        except (ValueError, RecursionError):
            return {}
        fields = {field.name: field for field in self._kind.fields}
        told = held if isinstance(held, dict) else {}
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
