"""One entry of a notebook's log: who set which object to which state, knowing what came before.

Everything written is an *object* with a stable id (a note; later a link, a judgement, a view). An
act sets the whole new state of one object. Acts are never changed and never removed; undo is an act
like any other. The acts that nobody has named as a parent are an object's heads: one head is its
state; several, after a join of two notebooks, are a conflict in which nothing is lost.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, replace

from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: a name, which may be empty, and the device, which is a random number."""

    author: str
    device: str


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it stands in the log.

    `id` sorts by time: the stamp of the hybrid logical clock (`hlc`), the device, a random part.
    `kind` and `target` name the object; a new object bears the id of its first act. `payload` is
    its whole new state as canonical JSON, or "null" for removed. `parents` are the acts that were
    the object's heads. Acts of one `batch` are one step of undo; a step is named by its batch, or
    by its one act where `batch` is empty. `undoes` names the step that is taken back, if any.
    `label` says in a phrase what was done. `hash` is over all other fields.
    """

    id: str
    hlc: str
    author: str
    device: str
    kind: str
    target: str
    payload: str
    parents: tuple[str, ...]
    batch: str
    undoes: str
    label: str
    hash: str = ""

    @property
    def step(self) -> str:
        """The id of the step of undo that this act is of."""
        return self.batch or self.id

    @property
    def removes(self) -> bool:
        """Whether the object is gone after this act."""
        return self.payload == REMOVED

    @property
    def state(self) -> Mapping[str, object] | None:
        """The state that it gave its object; None for removed."""
        held = json.loads(self.payload)
        return held if isinstance(held, dict) else None

    def sealed(self) -> "Act":
        """The same with its hash."""
        return replace(self, hash=self.computed_hash())

    def computed_hash(self) -> str:
        """SHA-256 of the canonical JSON of all fields but the hash itself."""
        held = {name: getattr(self, name) for name in _HASHED}
        return hashlib.sha256(canonical(held).encode("utf-8")).hexdigest()


REMOVED = "null"
_HASHED = tuple(field.name for field in fields(Act) if field.name != "hash")


def canonical(value: object) -> str:
    """JSON with one spelling: sorted names, no spaces, letters as they are, no NaN."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
