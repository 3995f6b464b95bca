"""The fingerprint of one event, written by the build and looked at with every reading."""

import hashlib
import json
from collections.abc import Sequence

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def row_hash(values: Sequence[str | int | float | None]) -> str:
    """Of all columns of `event` but this one, in their order."""
    return hashlib.blake2b(_written(values).encode(), digest_size=8).hexdigest()
