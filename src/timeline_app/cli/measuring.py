"""What counts, as it is said in a shell: kinds, vectors and layers."""

import csv
from collections.abc import Callable
from dataclasses import fields, replace
from functools import update_wrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from timeline_app.cli.given import Refused
from timeline_app.dataclass import dataclass
from timeline_app.model.vector_member import VectorMember
from timeline_app.session.asking import UnknownError, found_actor, found_term
from timeline_app.session.lean import Lean, language_of
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session
from timeline_app.words.tr import mark, tr

F = TypeVar("F", bound=Callable[..., Any])

CODED, DERIVED = "coded", "derived"
_NO_KIND = mark("There is no kind of event “{asked}” in this archive.")
_COLUMNS = ("vector", "actor", "from", "to")
_OPTIONS = (
    click.option(
        "--count", "counted", multiple=True, metavar="K", help=tr("Count this kind, too.")
    ),
    click.option(
        "--leave-out", "left", multiple=True, metavar="K", help=tr("Do not count this kind.")
    ),
    click.option(
        "--vectors",
        "origin",
        type=click.Choice((CODED, DERIVED)),
        help=tr(
            "Vectors as they were coded (usual), or derived from actors and their membership then."
        ),
    ),
    click.option(
        "--members",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help=tr("Who belongs to a vector: CSV with vector, actor, from, to, as in the data."),
    ),
    click.option(
        "--machine-coded/--no-machine-coded",
        "machine_coded",
        default=None,
        help=tr("Count layers that a machine coded, too."),
    ),
    click.option(
        "--two-sources/--any-sources",
        default=None,
        help=tr("Only events with two publishers or more."),
    ),
    click.option(
        "--less-publisher",
        default="",
        metavar="ID",
        help=tr("Without events that rest on this publisher alone."),
    ),
    click.option(
        "--less-language",
        default="",
        metavar="CODE",
        help=tr("Without events that rest on publishers of this language alone, or “unknown”."),
    ),
)


@dataclass(frozen=True, slots=True)
class AskedMeasure:
    """What was typed: kinds that count or do not, the origin of vectors, a file of members; and
    what is dropped."""

    counted: tuple[str, ...]
    left: tuple[str, ...]
    origin: str | None
    members: Path | None
    machine_coded: bool | None
    two_sources: bool | None
    less_publisher: str
    less_language: str


def measure_options(word: F) -> F:
    """Decorates a word so that it takes them and gets them as `measured: AskedMeasure`."""

    def called(*args: Any, **kwargs: Any) -> Any:
        given = {field.name: kwargs.pop(field.name) for field in fields(AskedMeasure)}
        return word(*args, measured=AskedMeasure(**given), **kwargs)

    wrapped: Any = update_wrapper(called, word)
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]  # click's decorators hide the word's own type


def asked_measure(session: Session, asked: AskedMeasure) -> Measure:
    """The measure that was asked for; the session's own (the usual one, or that of a saved view)
    where nothing was typed. `Refused` for a kind or a member that is none."""
    now = session.snapshot.measure
    kinds = session.known_terms("kind")
    try:
        more = {found_term(kind, kinds, _NO_KIND) for kind in asked.counted}
        less = {found_term(kind, kinds, _NO_KIND) for kind in asked.left}
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    derived = now.rule.derived if asked.origin is None else asked.origin == DERIVED
    if asked.members is not None and not derived:
        raise Refused(tr("Members say how vectors are derived: give --vectors derived, too."))
    members = _members(session, asked.members) or now.rule.members
    rule = replace(now.rule, derived=derived, members=members).counting(more).leaving(less)
    coded = now.machine_coded if asked.machine_coded is None else asked.machine_coded
    return replace(now, rule=rule, machine_coded=coded, lean=_lean(session, asked))


def _lean(session: Session, asked: AskedMeasure) -> Lean:
    """Refuses a publisher or a language that nobody here has."""
    now = session.snapshot.measure.lean
    publisher, language = asked.less_publisher, asked.less_language
    if publisher:
        refusal = mark("There is no publisher “{asked}” in this archive.")
        try:
            publisher = found_term(publisher, session.known_terms("source"), refusal)
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
    languages = session.snapshot.languages
    if language and language not in {language_of(one, languages) for one in languages}:
        raise Refused(tr("No publisher of this archive has the language “{it}”.", it=language))
    two = now.one_source if asked.two_sources is None else asked.two_sources
    return replace(
        now,
        one_source=two,
        publisher=publisher or now.publisher,
        language=language or now.language,
    )


def _members(session: Session, file: Path | None) -> tuple[VectorMember, ...]:
    if file is None:
        return ()
    try:
        lines = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    except (OSError, ValueError, csv.Error) as fault:
        raise Refused(tr("“{file}” cannot be read as CSV.", file=file.name)) from fault
    actors, states = session.known_terms("actor"), session.known_terms("state")
    found = []
    for n, line in enumerate(lines, start=2):
        vector, actor, since, until = ((line.get(name) or "").strip() for name in _COLUMNS)
        try:
            actor = found_actor(actor, actors, states, mark("There is no actor “{asked}”."))
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        member = VectorMember(vector, actor, since, until)
        if not member.is_sound:
            raise Refused(tr("“{file}”, line {n}: no vector, or no dates.", file=file.name, n=n))
        found.append(member)
    return tuple(found)
