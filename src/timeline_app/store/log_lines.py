"""A notebook as plain lines of JSON: one for its header, one an act, one a draft.

    {"acts": 2, "author": "…", "device": "…", "format": 2, "made_on": "…", "notebook": "…"}
    {"author": "…", "batch": "", "device": "…", "hash": "…", "hlc": "…", "id": "…", …}
    {"changed": "…", "draft": "event:…", "text": "…"}

Any text editor can read them, and an equal notebook can be made of them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields

from timeline_app.dataclass import dataclass
from timeline_app.model.act import Act, canonical
from timeline_app.store.acts import is_sound
from timeline_app.store.notebook_contents import Contents, Draft, Meta
from timeline_app.store.notebook_schema import FORMAT
from timeline_app.words.tr import mark, tr

_FIELDS = tuple(field.name for field in fields(Act))
_NOT_JSON = mark("it is not JSON")
_NOT_SOUND = mark("it is not as it was written")
_UNKNOWN = mark("it is neither a header, an act nor a draft")
_SHORT = mark("the log ends before its last act")


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be taken, counted from 1, and why."""

    n: int
    why: str


def log_lines(contents: Contents) -> Iterator[str]:
    """The lines, each without its end."""
    meta = contents.meta
    yield canonical(
        {
            "notebook": meta.id,
            "format": FORMAT,
            "author": meta.author,
            "device": meta.device,
            "made_on": meta.made_on,
            "acts": len(contents.acts),
        }
    )
    for act in contents.acts:
        yield canonical({name: getattr(act, name) for name in _FIELDS})
    for draft in contents.drafts:
        yield canonical({"draft": draft.target, "text": draft.text, "changed": draft.changed})


def read_lines(lines: Iterable[bytes]) -> tuple[Contents, list[BadLine]]:
    """What the lines hold, and those that could not be taken."""
    meta, promised = Meta("", "", "", ""), 0
    acts: dict[str, Act] = {}
    drafts: dict[str, Draft] = {}
    bad: list[BadLine] = []
    n = 0
    for n, line in enumerate(lines, start=1):
        held = _object(line)
        match held:
            case None:
                if line.strip():
                    bad.append(BadLine(n, tr(_NOT_JSON)))
            case {"notebook": str(id_), "author": str(author), "device": str(device)}:
                meta = Meta(id_, author, device, str(held.get("made_on", "")))
                count = held.get("acts")
                promised = count if isinstance(count, int) else 0
            case {"draft": str(target), "text": str(text), "changed": str(changed)}:
                drafts[target] = Draft(target, text, changed)
            case {"hash": str(), "payload": str()}:
                act = _act(held)
                if act is None:
                    bad.append(BadLine(n, tr(_NOT_SOUND)))
                else:
                    acts[act.id] = act
            case _:
                bad.append(BadLine(n, tr(_UNKNOWN)))
    if len(acts) + len(bad) < promised:
        bad.append(BadLine(n + 1, tr(_SHORT)))
    kept = tuple(acts[id_] for id_ in sorted(acts))
    return Contents(meta, kept, tuple(drafts[target] for target in sorted(drafts))), bad


def _object(line: bytes) -> dict[str, object] | None:
    try:
        held = json.loads(line.decode("utf-8-sig"))
        canonical(held).encode("utf-8")  # half a letter has no place in a file
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _act(held: dict[str, object]) -> Act | None:
    texts = {name: held.get(name) for name in _FIELDS if name != "parents"}
    parents = held.get("parents")
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(parents, list):
        return None
    act = Act(parents=tuple(parents), **{name: str(text) for name, text in texts.items()})
    return act if is_sound(act) else None
