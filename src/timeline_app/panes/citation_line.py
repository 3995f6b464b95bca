"""A line by which an event of the archive can be cited."""

from timeline_app.model.records import Edition, Event
from timeline_app.model.source_address import written_address
from timeline_app.panes.date_words import date_words
from timeline_app.words.tr import tr


def citation_line(event: Event, edition: Edition | None) -> str:
    """Title, date, first source and edition on one line of plain text."""
    parts = [f"{event.title}, {date_words(event.edtf)}."]
    if event.sources:
        source = event.sources[0]
        title = f"“{source.title}”" if source.title else ""
        dated = date_words(source.date) if source.date else ""
        named = (source.publisher, title, dated, written_address(source))
        parts.append(f"{', '.join(part for part in named if part)}.")
    if edition is not None:
        parts.append(
            tr(
                "In: {archive}, edition {version}, record {id}.",
                archive=edition.title,
                version=edition.version,
                id=event.id,
            )
        )
    return " ".join(parts)
