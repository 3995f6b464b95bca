"""What one wrote, written into files and taken from them, beside the reader's work."""

from collections.abc import Callable
from pathlib import Path

from timeline_app.exchange.handed_on import OTHER_KINDS, Taken
from timeline_app.exchange.text_file import WritingError, write_file
from timeline_app.exchange.written_catalogue import FORMATS, format_of
from timeline_app.model.command import RefusedError
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem, Snapshot
from timeline_app.store.notebook import Notebook
from timeline_app.store.sending import send_copy
from timeline_app.store.store_error import StoreError
from timeline_app.store.writer import user_name
from timeline_app.words.tr import tr, trn

Job = Callable[[], Problem]


def exported(now: Snapshot, path: Path, kind: str = "") -> Job:
    """A job that writes everything, or what is of this kind, into this file, and says what that
    leaves out."""
    written = tuple(one for one in now.written if kind in ("", one.kind))

    def job() -> Problem:
        form = format_of(path) or FORMATS[0]
        try:
            write_file(path, form.write(written))
        except WritingError as fault:
            return Problem("error", fault.sentence)
        left_out = (*form.leaves_out, *([OTHER_KINDS] if kind else []))
        said = trn(
            "{n} entry is written into {path}. Left out: {what}",
            "{n} entries are written into {path}. Left out: {what}",
            len(written),
            path=path,
            what=" ".join(map(tr, left_out)),
        )
        return Problem("notice", said)

    return job


def copied(now: Snapshot, path: Path, without_name: bool) -> Job:
    """A job that makes a clean copy of the open notebook, without the reader's name if wished."""
    source = now.notebook.path if now.notebook else None

    def job() -> Problem:
        if source is None:
            return Problem("warning", tr("No notebook is open, so there is nothing to copy."))
        try:
            with Notebook.open(source) as notebook:
                contents = notebook.contents()
            if contents is not None:
                send_copy(path, contents, user_name() if without_name else "")
        except StoreError as fault:
            return Problem("error", fault.sentence)
        except FileExistsError:
            said = tr("{path} is there already and was left as it is. Name a new file.", path=path)
            return Problem("warning", said)
        return Problem(
            "notice", tr("The copy is {path}: the whole notebook, no drafts.", path=path)
        )

    return job


def imported(session: Session, path: Path) -> None:
    """Takes in what this file holds, in one step; what cannot be taken is said."""

    def done(taken: Taken | str) -> None:
        if isinstance(taken, str):
            session.tell(Problem("error", taken))
            return
        session.bring(taken.written)
        if taken.unread:
            said = trn(
                "{n} entry of {path} could not be taken: {why}",
                "{n} entries of {path} could not be taken; the first: {why}",
                len(taken.unread),
                path=path,
                why=taken.unread[0].why,
            )
            session.tell(Problem("warning", said))

    session.carry(lambda: read_file(path), done)


def read_file(path: Path) -> Taken | str:
    """What a file holds, or a sentence that says why it cannot be read."""
    form = format_of(path)
    if form is None or form.read is None:
        return tr(
            "{path} cannot be taken in: choose a file that ends in .jsonld or .csv.", path=path
        )
    try:
        return form.read(path.read_bytes().decode("utf-8"))
    except RefusedError as refusal:
        return f"{path}: {refusal.sentence}"
    except UnicodeDecodeError:
        return tr("{path} is not written in UTF-8.", path=path)
    except OSError as fault:
        return tr("{path} cannot be read: {why}.", path=path, why=fault.strerror or fault)
