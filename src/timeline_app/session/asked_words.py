"""What is asked for, filter by filter and in full, where a sentence would say "and 3 more"."""

from timeline_app.dates.spoken import span_words
from timeline_app.model.columns import COLUMNS
from timeline_app.model.filter import FOUND, NOTES, QUALITY, WITH_NOTE, IdsClause
from timeline_app.session.known_on import known_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr


def asked_words(now: Snapshot) -> tuple[tuple[str, str], ...]:
    """Each filter by what it asks; layers and the number that passes always."""
    return (
        *_days(now),
        *_terms(now),
        *_found(now),
        (tr("Layers"), _layers(now)),
        (
            tr("Events"),
            tr(
                "{n} of {total}, {sure} of them surely",
                n=grouped(now.passing.possible),
                total=grouped(len(now.table)),
                sure=grouped(now.passing.sure),
            ),
        ),
    )


def _days(now: Snapshot) -> list[tuple[str, str]]:
    said = []
    if (span := now.filter.span) is not None:
        words = span_words(span.first, span.last)
        words = tr("surely within {period}", period=words) if span.surely else words
        said.append((tr("Period"), words))
    if (known := now.filter.known) is not None:
        said.append((tr("Known when"), known_words(known.day)))
    return said


def _terms(now: Snapshot) -> list[tuple[str, str]]:
    said = []
    for column in COLUMNS:
        asked, codes = now.filter.terms(column.id), now.table.terms.get(column.id)
        if not asked:
            continue
        labels = {term.id: tr(term.label) for term in codes.terms} if codes else {}
        words = [labels[id] for id in labels if id in asked]
        words += sorted(asked - labels.keys())
        said.append((tr(column.label), ", ".join(words)))
    if tags := now.filter.terms(NOTES):
        words = [tr("with a note")] if WITH_NOTE in tags else []
        said.append((tr("Tags"), ", ".join([*words, *sorted(tags - {WITH_NOTE})])))
    return said


def _found(now: Snapshot) -> list[tuple[str, str]]:
    named = ((FOUND, tr("Search")), (QUALITY, tr("Quality")))
    clauses = ((words, now.filter.clauses.get(column)) for column, words in named)
    return [(words, one.words) for words, one in clauses if isinstance(one, IdsClause)]


def _layers(now: Snapshot) -> str:
    if now.archive is None:
        return tr("none")
    on = now.archive.layers_on
    titles = [tr(layer.title) for layer in now.archive.edition.layers if layer.id in on]
    return ", ".join(titles) or tr("none")
