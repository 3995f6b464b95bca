"""The frame all words hang in: options, exit codes, and one sentence for what went wrong.

Exit codes: 0 done; 1 done in part; 2 refused or bad input, nothing changed; 3 a fault of ours,
which is logged whole. Standard output holds the answer and nothing else.
"""

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from timeline_app.cli.catalogue import BY_NAME, WORDS
from timeline_app.cli.given import Words, harmless, say
from timeline_app.fault_log import log_fault
from timeline_app.model.command import RefusedError
from timeline_app.store.store_error import StoreError
from timeline_app.version import VERSION
from timeline_app.words.tr import tr

DONE, PARTLY, REFUSED, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130


class _Shell(Words):
    """The words of the catalogue, each imported when it is said."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [word.name for word in WORDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        word = BY_NAME.get(cmd_name)
        if word is None:
            return None
        command: click.Command = getattr(import_module(word.module), word.command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(tr("Words")):
            formatter.write_dl([(word.name, tr(word.help)) for word in WORDS])


def shell() -> click.Group:
    """The command line as a click group."""
    group = _Shell(
        name="timeline-app",
        help=tr("An offline timeline of Central Asian diplomacy, with sources and your own notes."),
        epilog=tr(
            "Without a word, or with the path of an archive, the window opens; with --screenshot "
            "FILE [--size WxH] [--theme light|dark] [--view NAME] it is painted once and saved."
        ),
    )
    group.params.append(_version_option())
    return group


def _version_option() -> click.Option:
    def print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            say(f"timeline-app {VERSION}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=print_version,
        help=tr("Print the version and quit."),
    )


def run(argv: Sequence[str]) -> int:
    """Does what the line says (without the program's name) and returns the exit code."""
    _speak_utf8()
    try:
        answer: Any = shell().main(list(argv), prog_name="timeline-app", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as fault:
        return _refuse(tr("Say what to do: see “{line} --help”.", line=fault.ctx.command_path), 2)
    except click.ClickException as fault:
        code = fault.exit_code if fault.exit_code in (PARTLY, REFUSED) else REFUSED
        return _refuse(fault.format_message(), code)
    except (StoreError, RefusedError) as fault:
        return _refuse(fault.sentence, REFUSED)
    except click.Abort:
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - the one edge of the shell: a fault of ours is logged whole
        return _our_fault(traceback.format_exc())
    return answer if isinstance(answer, int) else DONE


def _our_fault(report: str) -> int:
    path = log_fault(report)
    if path is None:
        click.echo(report, err=True)
        return OUR_FAULT
    said = tr("The program made a mistake; it is written down in {path}.", path=path)
    return _refuse(said, OUR_FAULT)


def _refuse(sentence: str, code: int) -> int:
    click.echo(harmless(" ".join(sentence.split())), err=True)
    return code


def _speak_utf8() -> None:
    """Answers are UTF-8 on every system; what has no letters in it is escaped, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
