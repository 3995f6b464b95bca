"""W3C Web Annotation as JSON-LD: what one wrote, for every program that reads annotations.

Words and tags are bodies, a passage has selectors by quote and by position. What the standard has
no word for stands under names of our own (`timeline:`), so that all comes back.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

from timeline_app.exchange.entries import HEAD, entry
from timeline_app.exchange.handed_on import Taken, Unread, WrittenFormat
from timeline_app.model.annotation import Passage, Written
from timeline_app.model.command import RefusedError
from timeline_app.model.written.commands import OTHERS
from timeline_app.words.tr import mark, tr

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMES = "urn:x-timeline:names:"
_THING = "urn:x-timeline:"
_OURS = {
    "timeline": NAMES,
    "timeline:kind": {"@type": "http://www.w3.org/2001/XMLSchema#string"},
    "timeline:fields": {"@type": "@json"},
    "timeline:look": {"@type": "@json"},
    "timeline:looks": {"@type": "@json"},
}
_MOTIVATIONS = {
    "note": "commenting",
    "tag": "tagging",
    "star": "bookmarking",
    "highlight": "highlighting",
    "judgement": "assessing",
    "link": "linking",
    "correction": "editing",
    "own_event": "describing",
    "thesis": "classifying",
    "view": "bookmarking",
}
_KINDS = {"tagging": "tag", "bookmarking": "star", "highlighting": "highlight"}
"""Kinds of annotations of other programs; all others are notes."""


def write(written: Sequence[Written]) -> str:
    """All of it as one annotation collection."""
    page = {"type": "AnnotationPage", "startIndex": 0, "items": [_annotation(w) for w in written]}
    collection = {
        "@context": [CONTEXT, _OURS],
        "type": "AnnotationCollection",
        "total": len(written),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> Taken:
    """The annotations of a collection, a page, a list, or the only one. Raises `RefusedError`."""
    try:
        held = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise RefusedError(tr("This is not JSON: {why}.", why=error)) from error
    items = _items(held)
    if items is None:
        raise RefusedError(tr("This holds no Web Annotations."))
    written, unread = [], []
    for n, item in enumerate(items, start=1):
        try:
            written.append(_taken(item))
        except RefusedError as refusal:
            unread.append(Unread(tr("annotation {n}", n=n), refusal.sentence))
    return Taken(tuple(written), tuple(unread))


def _items(held: Any) -> list[Any] | None:
    if isinstance(held, list):
        return held
    if not isinstance(held, dict):
        return None
    if isinstance(held.get("items"), list):
        return list(held["items"])
    if "first" in held:
        return _items(held["first"])
    return [held] if held.get("type") == "Annotation" else None


def _annotation(one: Written) -> dict[str, Any]:
    fields = {n: v for n, v in one.state.items() if n not in (*HEAD, "text", "tags", "tag") and v}
    made: dict[str, Any] = {
        "id": _iri(f"{one.kind}:{one.id}"),
        "type": "Annotation",
        "motivation": _MOTIVATIONS.get(one.kind, "commenting"),
        "created": one.created,
        "modified": one.changed,
        "body": _bodies(one),
        "target": _target(one),
        "timeline:kind": one.kind,
    }
    if one.author:
        made["creator"] = {"type": "Person", "name": one.author}
    if fields:
        made["timeline:fields"] = fields
    if one.state.get(OTHERS):
        made["timeline:looks"] = one.state[OTHERS]
    return made


def _bodies(one: Written) -> list[dict[str, str]]:
    bodies = []
    if one.text:
        body = {"type": "TextualBody", "value": one.text, "format": "text/markdown"}
        bodies.append({**body, "purpose": "commenting"})
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in one.tags]
    if one.kind == "link":
        to = _iri(one.said("to"))
        bodies.append({"type": "SpecificResource", "source": to, "purpose": "linking"})
    return bodies


def _target(one: Written) -> dict[str, Any]:
    """What it is about; what stands by itself is about itself."""
    if one.target is None:
        return {"source": _iri(f"{one.kind}:{one.id}")}
    passage = Passage.read(one.target.id) if one.target.kind == "passage" else None
    look = one.state.get("about")
    held = dict(look) if isinstance(look, Mapping) else {}
    made: dict[str, Any] = {"source": _iri(str(one.target))}
    if passage:
        made["source"] = _iri(f"{passage.kind}:{passage.id}#{passage.field}")
        position = {"start": passage.first, "end": passage.end}
        made["selector"] = [{"type": "TextPositionSelector", **position}]
        quoted = {
            name: held.pop(ours)
            for name, ours in (("exact", "quote"), ("prefix", "before"), ("suffix", "after"))
            if ours in held
        }
        if "exact" in quoted:
            made["selector"].insert(0, {"type": "TextQuoteSelector", **quoted})
    if held:
        made["timeline:look"] = held
    return made


def _taken(item: Any) -> Written:
    if not isinstance(item, dict):
        raise RefusedError(tr("This is no annotation."))
    kind = _said(item, "timeline:kind") or _kind_of(item)
    fields: dict[str, object] = dict(_object(item.get("timeline:fields")))
    bodies = [one for one in _list(item.get("body")) if isinstance(one, dict)]
    texts = [_said(one, "value") for one in bodies if one.get("purpose") != "tagging"]
    tags = [_said(one, "value") for one in bodies if one.get("purpose") == "tagging"]
    fields["text"] = "\n\n".join(text for text in texts if text)
    fields["tags"], fields["tag"] = tags, tags[0] if tags else ""
    target, about = _aim(_list(item.get("target")))
    creator = item.get("creator")
    author = creator if isinstance(creator, str) else _said(_object(creator), "name")
    created = _said(item, "created")
    return entry(
        _own_id(_said(item, "id"), kind),
        kind,
        target,
        fields,
        about=about,
        others={n: _texts(v) for n, v in _object(item.get("timeline:looks")).items()},
        author=author,
        created=created,
        changed=_said(item, "modified") or created,
    )


def _kind_of(item: dict[str, Any]) -> str:
    motivations = [one for one in _list(item.get("motivation")) if isinstance(one, str)]
    return next((_KINDS[one] for one in motivations if one in _KINDS), "note")


def _own_id(iri: str, kind: str) -> str:
    """The id of what this program wrote; another program's whole IRI."""
    head = f"{_THING}{kind}:"
    return unquote(iri.removeprefix(head)) if iri.startswith(head) else iri


def _aim(targets: list[Any]) -> tuple[str, dict[str, str]]:
    """The first target as it is written, and what it looked like."""
    first = targets[0] if targets else ""
    held = _object(first)
    source = first if isinstance(first, str) else _said(held, "source") or _said(held, "id")
    named = unquote(source.removeprefix(_THING))
    look = _texts(held.get("timeline:look"))
    for selector in map(_object, _list(held.get("selector"))):
        for name, ours in (("exact", "quote"), ("prefix", "before"), ("suffix", "after")):
            if isinstance(selector.get(name), str):
                look[ours] = selector[name]
        first_, end = selector.get("start"), selector.get("end")
        if isinstance(first_, int) and isinstance(end, int) and "#" in named:
            named = f"passage:{named}:{first_}-{end}"
    return named, look


def _iri(thing: str) -> str:
    return _THING + quote(thing, safe=":#")


def _said(held: Mapping[str, Any], name: str) -> str:
    value = held.get(name)
    return value if isinstance(value, str) else ""


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: Any) -> dict[str, str]:
    return {name: text for name, text in _object(value).items() if isinstance(text, str)}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


FORMAT = WrittenFormat(
    "jsonld",
    mark("Web Annotations (JSON-LD)"),
    (".jsonld", ".json"),
    write,
    read,
    (
        mark("The history of each note, and what was removed."),
        mark("What was begun and not saved."),
    ),
)
