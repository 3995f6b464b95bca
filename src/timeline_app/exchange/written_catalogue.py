"""The forms in which what one wrote is handed on: one file a form, one line here."""

from pathlib import Path

from timeline_app.exchange import web_annotation, written_csv, written_markdown
from timeline_app.exchange.handed_on import WrittenFormat

FORMATS: tuple[WrittenFormat, ...] = (
    web_annotation.FORMAT,
    written_markdown.FORMAT,
    written_csv.FORMAT,
)


def format_of(path: Path) -> WrittenFormat | None:
    """The form that the ending of a file's name says."""
    suffix = path.suffix.lower()
    return next((one for one in FORMATS if suffix in one.suffixes), None)
