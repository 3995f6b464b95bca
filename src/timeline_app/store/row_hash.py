"""The fingerprint of one event, written by the build and looked at with every reading."""

import hashlib
import json
from collections.abc import Sequence


def row_hash(values: Sequence[str | int | float | None]) -> str:
    """Of all columns of `event` but this one, in their order."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
