"""`timeline-app archive`: make an edition from a folder of data, and say what one holds."""

from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from timeline_app.cli.check_answers import CODES, check_json, check_text
from timeline_app.cli.diff_answers import diff_json, diff_text
from timeline_app.cli.given import Given, Partly, Refused, Words, with_given
from timeline_app.cli.quality_answers import quality_json, quality_text
from timeline_app.model.asked import Asked
from timeline_app.model.records import Edition, Layer
from timeline_app.session.asking import UnknownError, ask
from timeline_app.session.session import Session
from timeline_app.store.archive import Archive
from timeline_app.store.archive_check import check
from timeline_app.store.build.edition import NothingToBuildError, Report, build
from timeline_app.store.build.problems import Problem
from timeline_app.store.edition_diff import diff
from timeline_app.words.tr import grouped, mark, tr, trn

DONE, REFUSED = 0, 2

_COUNTED = {
    "events": mark("events"),
    "occurrences": mark("occurrences"),
    "claims": mark("claims"),
    "sources": mark("sources"),
    "actors": mark("actors"),
    "rollcalls": mark("roll calls"),
    "instruments": mark("instruments"),
    "observations": mark("observations"),
}


@click.group(cls=Words, help=tr("Make an archive from data, or say what one holds."))
def archive() -> None:
    """The group, which does nothing by itself."""


@archive.command("build", help=tr("Make an edition from the data files in a folder."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    required=True,
    help=tr("The archive to write; one that is there is replaced."),
)
@with_given
def build_word(given: Given, folder: Path, output: Path) -> int:
    """Builds, and says what could not go in: 0 all of it did, 1 not all, 2 none."""
    try:
        report = build(folder, output)
    except NothingToBuildError as fault:
        given.answer(_build_json(0, fault.refused, (), None), "\n".join(_lines(fault.refused)))
        click.echo(fault.sentence, err=True)
        return REFUSED
    answer = _build_json(
        report.events, report.refused, report.name_only_actors, report.content_hash
    )
    given.answer(answer, _build_text(report, output))
    if not report.refused:
        return DONE
    said = trn(
        "{n} row of the data could not go into {file}; the answer says why.",
        "{n} rows of the data could not go into {file}; the answer says why of each.",
        len(report.refused),
        file=output,
    )
    raise Partly(said)


@archive.command(
    "synthesize", help=tr("Make an archive of N events that never happened, to measure with.")
)
@click.argument("n", metavar="N", type=int)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    required=True,
    help=tr("The archive to write; one that is there is replaced."),
)
@click.option(
    "--seed",
    metavar="S",
    type=click.IntRange(min=0),
    default=0,
    help=tr("The same number and seed make the same archive."),
)
@click.option("--claims", is_flag=True, help=tr("With claims, treaties and memberships."))
@click.option(
    "--actors",
    metavar="A",
    type=int,
    default=2_000,
    help=tr("Of so many actors; 2,000 where nothing is said."),
)
@with_given
def synthesize_word(
    given: Given, n: int, output: Path, seed: int, claims: bool, actors: int
) -> int:
    """Makes it, and says that it is synthetic."""
    # Only this word draws random numbers, and most words start without NumPy.
    from timeline_app.store.build.synthetic import synthesize  # noqa: PLC0415 - see above

    hashed = synthesize(n, output, seed, claims, actors)
    lines = (
        trn("{n} synthetic event in {file}.", "{n} synthetic events in {file}.", n, file=output),
        tr("Content hash {hash}.", hash=hashed),
    )
    given.answer(_build_json(n, (), (), hashed), "\n".join(lines))
    return DONE


@archive.command("info", help=tr("Say what an archive holds."))
@with_given
def info_word(given: Given) -> int:
    """The header of the archive."""
    with closing(Archive.open(given.archive)) as opened:
        given.answer(_info_json(opened.edition), _info_text(opened.edition))
    return DONE


@archive.command("check", help=tr("Look through an archive, and list where sources differ."))
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--in-full", is_flag=True, hidden=True)  # for the window, which counts with it
@with_given
def check_word(given: Given, file: Path | None, in_full: bool) -> int:
    """Always answers on standard output: 0 sound, 1 sound in part, 2 not opened."""
    findings = check(file or given.archive)
    answer = asdict(findings) if in_full else check_json(findings)
    given.answer(answer, check_text(findings))
    return CODES[findings.status]


@archive.command(
    "diff", help=tr("Say which records of B are new, changed or gone since edition A.")
)
@click.argument("before", metavar="A", type=click.Path(path_type=Path))
@click.argument("after", metavar="B", type=click.Path(path_type=Path))
@with_given
def diff_word(given: Given, before: Path, after: Path) -> int:
    """Compares two editions, record by record."""
    with closing(Archive.open(before)) as old, closing(Archive.open(after)) as new:
        changes = diff(old, new)
        editions = old.edition, new.edition
    given.answer(diff_json(*editions, changes), diff_text(*editions, changes))
    return DONE


@archive.command(
    "quality", help=tr("Say what is weak: sources, doubles, dates, places, claims, damaged rows.")
)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--layer", "layers", metavar="ID", multiple=True, help=tr("Judge these layers only."))
@with_given
def quality_word(given: Given, file: Path | None, layers: tuple[str, ...]) -> int:
    """Counts are of what happened, by the layers that are on at first or are named."""
    path = file or given.archive
    with closing(Session()) as session:
        session.open_edition(path)
        try:
            ask(session, Asked(layers=layers))
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        session.judge_quality()
        quality = session.snapshot.quality
        if quality is None:
            problem = session.snapshot.problem
            raise Refused(problem.sentence if problem else tr("The archive cannot be read."))
        answer = session, quality, check(path, rows_only=True)
        given.answer(quality_json(*answer), quality_text(*answer))
    return DONE


def _build_json(
    events: int, refused: tuple[Problem, ...], name_only: tuple[str, ...], hashed: str | None
) -> dict[str, object]:
    return {
        "events": events,
        "refused": [
            {"file": p.file, "line": p.line, "field": p.field, "why": p.why} for p in refused
        ],
        "name_only_actors": list(name_only),
        "content_hash": hashed,
    }


def _build_text(report: Report, output: Path) -> str:
    lines = [trn("{n} event in {file}.", "{n} events in {file}.", report.events, file=output)]
    lines += _lines(report.refused)
    lines += [tr("Remark: {finding}", finding=line) for line in _lines(report.remarks)]
    if report.name_only_actors:
        n = len(report.name_only_actors)
        names = ", ".join(report.name_only_actors)
        lines.append(
            trn(
                "{n} actor with a name only: {names}",
                "{n} actors with a name only: {names}",
                n,
                names=names,
            )
        )
    return "\n".join([*lines, tr("Content hash {hash}.", hash=report.content_hash)])


def _lines(problems: tuple[Problem, ...]) -> list[str]:
    return [
        tr(
            "{file}, line {line}, {field}: {why}",
            file=p.file,
            line=p.line,
            field=p.field,
            why=p.why,
        )
        if p.field
        else tr("{file}, line {line}: {why}", file=p.file, line=p.line, why=p.why)
        for p in problems
    ]


def _info_json(edition: Edition) -> dict[str, object]:
    return {
        "id": edition.id,
        "title": edition.title,
        "edition": edition.version,
        "content_hash": edition.content_hash,
        "counts": edition.counts,
        "layers": [
            {
                "id": layer.id,
                "events": layer.events,
                "covers_from": layer.covers_from,
                "covers_to": layer.covers_to,
                "on_by_default": layer.on_by_default,
                "terms": _terms(layer),
            }
            for layer in edition.layers
        ],
    }


def _info_text(edition: Edition) -> str:
    counts = ", ".join(f"{grouped(n)} {tr(_COUNTED[name])}" for name, n in edition.counts.items())
    head = tr("{title}, edition {version}", title=edition.title, version=edition.version)
    return "\n".join(
        (
            head if edition.version else edition.title,
            counts,
            *map(_layer_line, edition.layers),
            tr("Content hash {hash}.", hash=edition.content_hash),
        )
    )


def _layer_line(layer: Layer) -> str:
    return tr(
        "{id}: {title}, {n} events, {first} to {last}, {state}; terms: {terms}",
        id=layer.id,
        title=tr(layer.title),
        n=grouped(layer.events),
        first=layer.covers_from,
        last=layer.covers_to,
        state=tr("on at first") if layer.on_by_default else tr("off at first"),
        terms=_terms(layer),
    )


def _terms(layer: Layer) -> str:
    """The terms, and how they are known: read, not read, or as somebody else tells them."""
    terms, known = layer.terms or tr("not stated"), layer.terms_read_at or tr("not read")
    return tr("{terms} ({known})", terms=terms, known=known)
