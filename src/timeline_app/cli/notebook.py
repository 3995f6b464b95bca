"""`timeline-app notebook`: what a notebook holds, whether it is sound, and joining it."""

from pathlib import Path

import click

from timeline_app.cli.given import Given, Partly, Refused, Words, with_given
from timeline_app.cli.notebook_answers import (
    CODES,
    answer_orphans,
    check_json,
    check_text,
    joined_json,
    joined_text,
    lines_of,
    made_json,
    notebook_json,
    orphans_among,
)
from timeline_app.cli.notebook_backups import answer_backup, answer_backups, answer_restore
from timeline_app.cli.notebook_exchange import answer_export, answer_import
from timeline_app.model.written.catalogue import KINDS
from timeline_app.store.log_lines import read_lines
from timeline_app.store.notebook_check import check
from timeline_app.store.notebook_contents import Contents
from timeline_app.store.notebook_making import make_filled, new_contents
from timeline_app.store.other_log import OtherLog, read_other
from timeline_app.store.salvage import salvage
from timeline_app.store.store_error import StoreError
from timeline_app.store.writer import this_writer
from timeline_app.words.tr import tr, trn

_FILE = click.Path(path_type=Path)


@click.group(cls=Words, help=tr("Look into notebooks, keep, join and repair them."))
def notebook() -> None:
    """The group, which does nothing by itself."""


@notebook.command(help=tr("What the notebook holds."))
@with_given
def info(given: Given) -> None:
    """Counts what is in it; of a damaged one what can be read, and 1."""
    with given.whole_or_remains() as found:
        answer = notebook_json(given, found)
        given.answer(answer, lines_of(answer))


@notebook.command(help=tr("What is about records that this archive lacks, with what they were."))
@with_given
def orphans(given: Given) -> None:
    """Lists what waits for another edition."""
    answer_orphans(given)


@notebook.command("check", help=tr("Whether the notebook, or FILE, is as it was written."))
@click.argument("file", metavar="[FILE]", type=_FILE, required=False)
@with_given
def check_word(given: Given, file: Path | None) -> int:
    """Always answers on standard output: 0 sound, 1 partly, 2 refused."""
    found = check(file or given.notebook)
    given.answer(check_json(found), check_text(found))
    return CODES[found.status]


@notebook.command(help=tr("Take in what OTHER notebooks hold; nothing is lost on either side."))
@click.argument("others", metavar="OTHER...", type=_FILE, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help=tr("Only say what it would bring."))
@with_given
def merge(given: Given, others: tuple[Path, ...], dry_run: bool) -> None:
    """Joins logs; those that cannot be read are said, and the others joined."""
    logs, refused = _read_others(others)
    if not logs:
        raise Refused(" ".join(refused))
    with given.open_notebook() as opened:
        joined = opened.preview(logs) if dry_run else opened.join(logs)
    orphans = orphans_among(joined.states, given)
    given.answer(joined_json(joined, orphans), joined_text(joined, orphans, dry_run))
    if joined.damaged:
        refused.append(
            trn(
                "{n} act is not as it was written and was left out.",
                "{n} acts are not as they were written and were left out.",
                joined.damaged,
            )
        )
    if refused:
        raise Partly(" ".join(refused))


@notebook.command("salvage", help=tr("Make a new notebook of what can be read of a damaged FILE."))
@click.argument("file", metavar="FILE", type=_FILE)
@click.option("-o", "--output", metavar="OUT", type=_FILE, required=True, help=tr("The new file."))
@with_given
def salvage_word(given: Given, file: Path, output: Path) -> None:
    """Reads page by page; 0 nothing is known to be lost, 1 some is, or the file is cut off, 2
    nothing could be read."""
    found = salvage(file)
    if not found.contents.acts and not found.contents.drafts:
        raise Refused(tr("Nothing that was written can be read in {path}.", path=file))
    _make(output, found.contents)
    answer = made_json(found.contents, list(found.lost)) | {"cut": found.cut}
    given.answer(answer, lines_of(answer))
    if found.cut:
        raise Partly(
            tr("{path} is cut off; what stood in the missing part cannot be told.", path=file)
        )
    if found.lost:
        n = len(found.lost)
        raise Partly(trn("{n} act could not be read.", "{n} acts could not be read.", n))


@notebook.command(help=tr("Make an equal notebook of a LOG in JSON lines."))
@click.argument("log", metavar="LOG", type=_FILE)
@click.option("-o", "--output", metavar="OUT", type=_FILE, required=True, help=tr("The new file."))
@with_given
def rebuild(given: Given, log: Path, output: Path) -> None:
    """Makes a notebook of the lines that are sound, and names the others."""
    try:
        with log.open("rb") as file:
            contents, bad = read_lines(file)
    except OSError as fault:
        why = fault.strerror or fault
        raise Refused(tr("{path} cannot be read: {why}.", path=log, why=why)) from fault
    if not contents.acts and not contents.meta.id and not contents.drafts:
        raise Refused(tr("{path} is not the log of a notebook.", path=log))
    _make(output, contents)
    answer = made_json(contents, [{"line": line.n, "why": line.why} for line in bad])
    given.answer(answer, lines_of(answer))
    if bad:
        n = len(bad)
        raise Partly(trn("{n} line could not be taken.", "{n} lines could not be taken.", n))


@notebook.command(help=tr("Make a backup now, or list those there are, newest first."))
@click.option("--list", "listed", is_flag=True, help=tr("List the backups instead."))
@with_given
def backup(given: Given, listed: bool) -> None:
    """Backs up, or lists."""
    answer_backups(given) if listed else answer_backup(given)


@notebook.command(help=tr("Put a BACKUP (default: the newest sound one) in the notebook's place."))
@click.argument("source", metavar="[BACKUP]", type=_FILE, required=False)
@with_given
def restore(given: Given, source: Path | None) -> None:
    """Restores; the state that stood there is kept as a backup of its own."""
    answer_restore(given, source)


@notebook.command(
    help=tr(
        "Write all you wrote into OUT: .jsonld, .md or .csv; or a clean copy, .notebook.sqlite. "
        "The answer says what it leaves out."
    )
)
@click.argument("out", metavar="OUT", type=_FILE)
@click.option("--without-name", is_flag=True, help=tr("Leave out your name."))
@click.option(
    "--only",
    "kinds",
    metavar="WORD",
    multiple=True,
    type=click.Choice([kind.word for kind in KINDS]),
    help=tr("Only this kind, as in correct; can be repeated."),
)
@with_given
def export(given: Given, out: Path, without_name: bool, kinds: tuple[str, ...]) -> None:
    """Writes one file whole, or none."""
    answer_export(given, out, without_name, kinds)


@notebook.command("import", help=tr("Take in what export wrote as .jsonld or .csv, in one step."))
@click.argument("file", metavar="FILE", type=_FILE)
@with_given
def import_(given: Given, file: Path) -> None:
    """0 all taken, 1 some refused, 2 nothing."""
    answer_import(given, file)


def _read_others(others: tuple[Path, ...]) -> tuple[list[OtherLog], list[str]]:
    """The logs that can be read, and a sentence for each that cannot."""
    logs, refused = [], []
    for other in dict.fromkeys(others):
        try:
            logs.append(read_other(other))
        except StoreError as fault:
            refused.append(fault.sentence)
    return logs, refused


def _make(output: Path, contents: Contents) -> None:
    """A new file of these contents; what has lost its header begins with a new one."""
    made = contents if contents.meta.id else new_contents(this_writer()).with_rest_of(contents)
    try:
        make_filled(output, made)
    except FileExistsError:
        raise Refused(
            tr("{path} is there already and was left as it is. Name a new file.", path=output)
        ) from None
