"""Ids made from names, for what the data name but give no id."""

import hashlib
import re

from timeline_app.words.folding import fold, latin


def slug(text: str, longest: int = 60) -> str:
    """Lower-case Latin letters and digits joined by hyphens; never empty."""
    bare = re.sub(r"[^a-z0-9]+", "-", latin(fold(text))).strip("-")[:longest].strip("-")
    return bare or digest(text)


def digest(*parts: str, letters: int = 10) -> str:
    """A short fingerprint of some texts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:letters]
