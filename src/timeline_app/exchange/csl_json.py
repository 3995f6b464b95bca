"""CSL-JSON, the form in which Zotero, pandoc and their kin hand on sources."""

import json
from collections.abc import Sequence
from typing import Any

from timeline_app.exchange.reference import Issued, Reference

_TYPES = {
    "article": "article-magazine",
    "dataset": "dataset",
    "encyclopedia": "entry-encyclopedia",
    "headline": "article-newspaper",
    "news digest": "article-newspaper",
    "web page": "webpage",
}


def write(references: Sequence[Reference]) -> str:
    """One list of items, a key a line."""
    return json.dumps(items(references), ensure_ascii=False, indent=1)


def items(references: Sequence[Reference]) -> list[dict[str, Any]]:
    """The items; what is not known has no key."""
    return [_item(one) for one in references]


def _item(one: Reference) -> dict[str, Any]:
    item = {
        "id": one.key,
        "type": _TYPES.get(one.kind, "document"),
        "author": [{"literal": author} for author in one.authors],
        "title": one.title,
        "container-title": one.container,
        "publisher": one.container,
        "issued": _date(one.issued),
        "accessed": _date(one.accessed),
        "URL": one.address,
        "note": one.note,
    }
    return {key: value for key, value in item.items() if value}


def _date(date: Issued | None) -> dict[str, Any]:
    if date is None:
        return {}
    parts = [part for part in (date.year, date.month, date.day) if part is not None]
    doubt = {"circa": True} if date.doubt else {}
    return {"date-parts": [parts], **doubt}
