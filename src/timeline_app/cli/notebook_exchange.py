"""What one wrote, taken along and taken in: the answers of `notebook export` and `import`."""

from pathlib import Path

from timeline_app.cli.given import Given, Partly, Refused
from timeline_app.exchange.handed_on import OTHER_KINDS, Taken, WrittenFormat
from timeline_app.exchange.text_file import WritingError, write_file
from timeline_app.exchange.written_catalogue import FORMATS, format_of
from timeline_app.model.command import RefusedError
from timeline_app.model.written.catalogue import KINDS
from timeline_app.store.notebook import Notebook
from timeline_app.store.sending import nameless, send_copy
from timeline_app.store.writer import this_writer
from timeline_app.words.tr import mark, tr, trn

COPY_SUFFIXES = (".sqlite", ".db")
COPY = "notebook"
LEFT_OUT_OF_A_COPY = (mark("What was begun and not saved."),)
NAME_LEFT_OUT = mark("Your name.")


def answer_export(given: Given, out: Path, without_name: bool, kinds: tuple[str, ...]) -> None:
    """Writes one file whole, or none."""
    leave_out = this_writer().author if without_name else ""
    with given.readable_notebook() as notebook:
        if out.suffix.lower() in COPY_SUFFIXES:
            n, form, left_out = _copied(notebook, out, leave_out, kinds)
        else:
            n, form, left_out = _exported(notebook, out, leave_out, kinds)
        told = [tr(what) for what in (*left_out, *([NAME_LEFT_OUT] if without_name else []))]
        answer = {"file": str(out), "format": form, "n": n, "leaves_out": told}
        lines = [str(out), *(tr("Left out: {what}", what=what) for what in told)]
        given.answer(answer, "\n".join(lines))


def answer_import(given: Given, file: Path) -> None:
    """0 all taken, 1 some refused, 2 nothing."""
    taken = _read(file)
    unread = [{"where": one.where, "why": one.why} for one in taken.unread]
    if not taken.written and unread:
        raise Refused(
            tr("Nothing in {path} could be taken: {why}", path=file, why=unread[0]["why"])
        )
    with given.open_notebook() as notebook:
        brought = notebook.bring(taken.written)
    answer = {
        "new": brought.new,
        "same": brought.same,
        "changed": brought.changed,
        "refused": unread,
    }
    said = tr(
        "{new} new, {same} the same, {changed} changed.",
        new=brought.new,
        same=brought.same,
        changed=brought.changed,
    )
    given.answer(answer, "\n".join([said, *(f"{one['where']}: {one['why']}" for one in unread)]))
    if unread:
        n = len(unread)
        raise Partly(trn("{n} entry could not be taken.", "{n} entries could not be taken.", n))


Sent = tuple[int, str, tuple[str, ...]]
"""How much was written, in which form, and the marked sentences that say what is left out."""


def _exported(notebook: Notebook, out: Path, leave_out: str, kinds: tuple[str, ...]) -> Sent:
    form = _format(out)
    wanted = {kind.name for kind in KINDS if kind.word in kinds}
    written = [one for one in notebook.written() if not wanted or one.kind in wanted]
    try:
        write_file(out, form.write(nameless(written, leave_out) if leave_out else written))
    except WritingError as fault:
        raise Refused(fault.sentence) from fault
    left_out = (*form.leaves_out, *([OTHER_KINDS] if kinds else []))
    return len(written), form.id, left_out


def _copied(notebook: Notebook, out: Path, leave_out: str, kinds: tuple[str, ...]) -> Sent:
    contents = notebook.contents()
    if kinds:
        raise Refused(tr("A copy holds everything: leave out --only."))
    if contents is None:
        raise Refused(tr("There is no notebook {path} to copy.", path=notebook.path))
    try:
        send_copy(out, contents, leave_out)
    except FileExistsError:
        raise Refused(
            tr("{path} is there already and was left as it is. Name a new file.", path=out)
        ) from None
    return len(contents.acts), COPY, LEFT_OUT_OF_A_COPY


def _format(path: Path) -> WrittenFormat:
    form = format_of(path)
    if form is None:
        endings = ", ".join(suffix for one in FORMATS for suffix in one.suffixes)
        raise Refused(tr("“{path}” must end in one of {endings}.", path=path, endings=endings))
    return form


def _read(path: Path) -> Taken:
    form = _format(path)
    if form.read is None:
        raise Refused(tr("{path} is for reading only: it cannot be taken in again.", path=path))
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as fault:
        why = fault.strerror or fault
        raise Refused(tr("{path} cannot be read: {why}.", path=path, why=why)) from fault
    except UnicodeDecodeError as fault:
        raise Refused(tr("{path} is not written in UTF-8.", path=path)) from fault
    try:
        return form.read(text)
    except RefusedError as refusal:
        raise Refused(f"{path}: {refusal.sentence}") from refusal
