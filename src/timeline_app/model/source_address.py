"""Where a source lies: an address that may be opened, or a path in a repository."""

import re
from urllib.parse import quote, urlsplit

from timeline_app.model.records import Source

_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+")
_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_LONGEST = 4000


def written_address(source: Source) -> str:
    """What Copy copies: the address, or repository, path and commit; empty where none is known."""
    if source.url:
        return source.url
    if not source.repo:
        return ""
    place = f"{source.repo}/{source.path}" if source.path else source.repo
    return f"{place}@{source.commit}" if source.commit else place


def web_address(source: Source) -> str:
    """The http or https address a browser may be sent to; empty where there is none.

    An archive may come from a stranger: whatever else it holds (file, javascript) is never opened.
    """
    if source.url:
        return source.url if _is_web(source.url) else ""
    if not _REPOSITORY.fullmatch(source.repo):
        return ""
    top = f"https://github.com/{source.repo}"
    if not source.path:
        return top
    commit = source.commit if _COMMIT.fullmatch(source.commit) else "HEAD"
    return f"{top}/blob/{commit}/{quote(source.path.lstrip('/'), errors='replace')}"


def _is_web(url: str) -> bool:
    if len(url) > _LONGEST or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
