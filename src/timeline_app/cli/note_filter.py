"""Which notes a filter lets pass: its tags and words ask the note, all else asks its event."""

from collections.abc import Iterable, Set
from functools import partial

from timeline_app.cli.given import Given, Refused
from timeline_app.model.annotation import Note
from timeline_app.model.asked import Asked
from timeline_app.model.query import note_holds, read_query
from timeline_app.words.folding import fold


def notes_asked(notes: Iterable[Note], asked: Asked, given: Given) -> list[Note]:
    """The notes that pass, in the order given."""
    kept = [note for note in notes if _has_tag(note, asked) and _holds_words(note, asked)]
    if not asked.about_events:
        return kept
    passing = _targets_passing(kept, asked, given)
    return [note for note in kept if str(note.target) in passing]


def _has_tag(note: Note, asked: Asked) -> bool:
    wanted = {fold(tag) for tag in asked.tags}
    return not wanted or any(fold(tag) in wanted for tag in note.tags)


def _holds_words(note: Note, asked: Asked) -> bool:
    queries = map(read_query, asked.searched)
    answering = (query.answered(partial(note_holds, note)) for query in queries)
    return not asked.searched or any(answering)


def _targets_passing(notes: Iterable[Note], asked: Asked, given: Given) -> Set[str]:
    """The targets, of those of the notes, that are events of the archive and pass."""
    # An archive's columns are read only for filters that ask its events.
    from timeline_app.session.asking import (  # noqa: PLC0415 - see above
        UnknownError,
        about_what_passes,
    )

    events = [note.target.id for note in notes if note.target.kind == "event"]
    try:
        passing = about_what_passes(given.archive, asked, events)
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    return {f"event:{event}" for event in passing}
