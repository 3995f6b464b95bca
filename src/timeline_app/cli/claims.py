"""`timeline-app claims`: who said what and what came of it; and the article, record by record."""

from collections.abc import Iterator, Sequence

import click

from timeline_app.cli.claim_json import listed, walked, whole
from timeline_app.cli.events import in_words
from timeline_app.cli.filters import some_filters
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.cli.opening import opened
from timeline_app.model.asked import Asked
from timeline_app.model.claim_table import CLAIM_TYPE, SPEAKER, VERDICT
from timeline_app.session.asking import UnknownError, ask, found_term
from timeline_app.session.claim_listing import ordered_claims
from timeline_app.session.known_on import counted_words
from timeline_app.session.session import Session
from timeline_app.words.folding import holds, in_index
from timeline_app.words.tr import mark, tr, trn

_REFUSALS = {
    SPEAKER: mark("There is no speaker “{asked}” in this archive."),
    VERDICT: mark("There is no outcome “{asked}” in this archive."),
    CLAIM_TYPE: mark("There is no type of claim “{asked}” in this archive."),
}


@click.group(cls=Words, help=tr("List claims, show one, or walk through the article."))
def claims() -> None:
    """The group; it does nothing by itself."""


@claims.command(
    "list",
    help=tr(
        "The claims that pass, by the day on which they were made. A claim that is not coded "
        "stands under the countries and vectors that its words name."
    ),
)
@some_filters("earliest", "latest", "vectors", "states", "searched", "surely", "known_on")
@click.option(
    "--speaker",
    "speakers",
    metavar="ID",
    multiple=True,
    help=tr("By this speaker, by id or name."),
)
@click.option(
    "--verdict",
    "verdicts",
    metavar="V",
    multiple=True,
    help=tr("Open, borne out, not borne out, partly or not testable."),
)
@click.option("--type", "types", metavar="T", multiple=True, help=tr("Claims of this type."))
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=tr("At most so many."))
@with_given
def list_claims(
    given: Given,
    asked: Asked,
    speakers: tuple[str, ...],
    verdicts: tuple[str, ...],
    types: tuple[str, ...],
    limit: int | None,
) -> None:
    with opened(given) as session:
        try:
            ask(session, asked)
            own = {SPEAKER: speakers, VERDICT: verdicts, CLAIM_TYPE: types}
            for column, words in own.items():
                session.set_claim_terms(column, _meant(session, column, words))
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        hidden = session.snapshot.claims_passing.undated
        found = listed(session, ordered_claims(session.snapshot)[:limit].tolist())
    counted = trn("{n} claim", "{n} claims", len(found))
    lines = (f"{c['stated']}  {c['speaker_of_day']}: {c['text']}  [{c['id']}]" for c in found)
    given.answer(found, "\n".join([counted_words(counted, hidden), *lines]))


@claims.command(help=tr("Everything the archive holds on one claim, and your notes on it."))
@click.argument("id", metavar="ID")
@with_given
def show(given: Given, id: str) -> None:
    with opened(given) as session:
        claim = session.claim_named(id)
        if claim is None:
            raise Refused(tr("There is no claim “{id}” in this archive.", id=id))
        answer = whole(session, claim)
        given.answer(answer, in_words(answer))


@claims.command(help=tr("The records of the article that the archive began with, in its order."))
@with_given
def article(given: Given) -> None:
    with opened(given) as session:
        found = [walked(session, step) for step in session.walk_through()]
    lines = (f"{r['at']}/{r['of']}  {r['record']}  {r['edtf']}  {r['title']}" for r in found)
    given.answer(found, "\n".join(lines))


def _meant(session: Session, column: str, words: Sequence[str]) -> Iterator[str]:
    """The terms of a column of their own that the words mean. Raises `UnknownError`."""
    codes = session.snapshot.claims.said.terms.get(column)
    terms = codes.terms if codes is not None else ()
    for word in words:
        forms = in_index(word.split(), whole=True) if column == SPEAKER else ()
        named = [term.id for term in terms if holds(term.label, forms)]
        yield from named or [found_term(word, terms, _REFUSALS[column])]
