"""Filters as they are typed into a shell, made into what the session asks."""

import difflib
from collections.abc import Callable, Iterable, Sequence

from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.dates.edtf import parse
from timeline_app.model.asked import Asked
from timeline_app.model.event_table import Term
from timeline_app.model.filter import NOTES
from timeline_app.session.known_on import NoDayError, read_day
from timeline_app.session.session import Session
from timeline_app.words.folding import fold
from timeline_app.words.tr import mark, tr

_CLOSE = 3
_NO_LAYER = mark("There is no layer “{asked}” in this archive.")


class UnknownError(Exception):
    """What was asked for is not there, or is no date; `sentence` says so and names what is near."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


_COLUMNS = (
    ("vector", "vectors", mark("There is no vector “{asked}” in this archive.")),
    ("state", "states", mark("There is no country “{asked}” in the events of this archive.")),
    ("actor", "actors", mark("There is no actor “{asked}” in the events of this archive.")),
    ("kind", "kinds", mark("There is no kind of event “{asked}” in this archive.")),
    ("evidence", "evidence", mark("No event of this archive has the evidence “{asked}”.")),
    ("verified", "verified", mark("“{asked}” is neither yes nor no.")),
)


def ask(session: Session, asked: Asked, *, onto: bool = False) -> None:
    """Make the session show what was asked for. Raises `UnknownError`, and then asks nothing.

    Layers that are named are switched on and all others off. With `onto` what is shown stays
    where nothing else was asked.
    """
    span, known = asked_days(asked), known_day(asked)
    layers = frozenset(_known(asked.layers, _layers(session), _NO_LAYER))
    wanted = {
        column: _known(getattr(asked, name), session.known_terms(column), refusal)
        for column, name, refusal in _COLUMNS
    }
    with session.together():
        if not onto:
            session.clear_all()
        if layers:
            session.switch_layers(layers)
        for column, terms in wanted.items():
            if terms:
                session.set_terms(column, terms)
        if asked.tags:
            session.set_terms(NOTES, _tags(session, asked.tags))
        if asked.searched:
            session.search_any(asked.searched)
        if span is not None:
            session.set_span(*span, surely=asked.surely)
        if known is not None:
            session.set_known(known)


def asked_days(asked: Asked) -> tuple[int, int] | None:
    """First and last day asked for, open ends included; None for any day. Raises `UnknownError`."""
    if asked.earliest is None and asked.latest is None and not asked.surely:
        return None
    first = OPEN_PAST if asked.earliest is None else _bounds(asked.earliest)[0]
    last = OPEN_FUTURE if asked.latest is None else _bounds(asked.latest)[1]
    if first > last:
        raise UnknownError(
            tr("“{first}” begins after “{last}” ends.", first=asked.earliest, last=asked.latest)
        )
    return first, last


def know_by(session: Session, asked: Asked) -> None:
    """Show what was known on the day asked for, and ask nothing else. Raises `UnknownError`."""
    day = known_day(asked)
    if day is not None:
        session.set_known(day)


def known_day(asked: Asked) -> int | None:
    """The day at whose end what is asked for was known; None for any. Raises `UnknownError`."""
    try:
        return None if asked.known_on is None else read_day(asked.known_on)
    except NoDayError as refusal:
        raise UnknownError(refusal.why) from None


def _bounds(text: str) -> tuple[int, int]:
    try:
        date = parse(text)
    except DateError as refusal:
        why = tr("“{text}” is not a date: {why}", text=text, why=refusal.why)
        if refusal.suggestion:
            why = tr("{why} Did you mean {form}?", why=why, form=refusal.suggestion)
        raise UnknownError(why) from None
    return date.bounds.first, date.bounds.last


def _tags(session: Session, asked: Iterable[str]) -> set[str]:
    """The tags in use that are spelt so; what no note bears stays as asked, and nothing has it."""
    known = {fold(term.id): term.id for term in session.snapshot.note_terms.terms}
    return {known.get(fold(tag), tag) for tag in asked}


def _layers(session: Session) -> tuple[Term, ...]:
    archive = session.snapshot.archive
    layers = archive.edition.layers if archive else ()
    return tuple(Term(layer.id, layer.title) for layer in layers)


def _known(asked: Iterable[str], terms: Sequence[Term], refusal: str) -> list[str]:
    return [found_term(word, terms, refusal) for word in asked]


def found_term(word: str, terms: Sequence[Term], refusal: str) -> str:
    """The id of the term with this id or, failing that, with these words. Raises `UnknownError`."""
    by: tuple[Callable[[Term], str], ...] = (lambda t: t.id, lambda t: t.label)
    for spelt in by:
        for term in terms:
            if word and fold(spelt(term)) == fold(word):
                return term.id
    near = _near(word, terms)
    sentence = tr(refusal, asked=word)
    if near:
        sentence = tr("{sentence} Near it: {near}.", sentence=sentence, near=", ".join(near))
    raise UnknownError(sentence)


def found_actor(word: str, actors: Sequence[Term], states: Sequence[Term], refusal: str) -> str:
    """The id of the actor with this id or name, or the code of a state or an organisation. Raises
    `UnknownError`."""
    named = {fold(state.id): state.label for state in states}.get(fold(word), word)
    by_code = [actor.id for actor in actors if fold(actor.id).endswith(f"-{fold(word)}")]
    try:
        return found_term(named, actors, refusal)
    except UnknownError:
        if word and len(by_code) == 1:
            return by_code[0]
        raise


def _near(word: str, terms: Sequence[Term]) -> list[str]:
    """Ids that look like the word, or whose words hold it; all of them where they are few."""
    folded = fold(word)
    ids = {fold(term.id): term.id for term in terms}
    alike = [ids[found] for found in difflib.get_close_matches(folded, ids, _CLOSE, 0.6)]
    holding = [t.id for t in terms if folded and folded in fold(f"{t.id} {t.label}")]
    near = list(dict.fromkeys([*alike, *holding]))[:_CLOSE]
    few = [term.id for term in terms] if len(terms) <= 2 * _CLOSE else []
    return near or few
