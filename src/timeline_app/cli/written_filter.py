"""What a filter lets pass of what was written: by its tags, its words, and what it is about."""

from collections.abc import Iterable, Set
from functools import partial

from timeline_app.cli.given import Given, Refused
from timeline_app.model.annotation import Written
from timeline_app.model.asked import Asked
from timeline_app.model.query import note_holds, read_query
from timeline_app.words.folding import fold


def written_asked(found: Iterable[Written], asked: Asked, given: Given) -> list[Written]:
    """What passes, in the order given."""
    kept = [one for one in found if _has_tag(one, asked) and _holds_words(one, asked)]
    if not asked.about_events:
        return kept
    passing = _passing(kept, asked, given)
    return [one for one in kept if one.id in passing]


def _has_tag(one: Written, asked: Asked) -> bool:
    wanted = {fold(tag) for tag in asked.tags}
    return not wanted or any(fold(tag) in wanted for tag in one.tags)


def _holds_words(one: Written, asked: Asked) -> bool:
    queries = map(read_query, asked.searched)
    answering = (query.answered(partial(note_holds, one)) for query in queries)
    return not asked.searched or any(answering)


def _passing(found: Iterable[Written], asked: Asked, given: Given) -> Set[str]:
    """The ids of those that pass by what they are about, or by days of their own."""
    # An archive's columns are read only for filters that ask its events.
    from timeline_app.session.asking import UnknownError  # noqa: PLC0415 - see above
    from timeline_app.session.written_passing import written_passing  # noqa: PLC0415 - see above

    try:
        return written_passing(given.archive, asked, found)
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
