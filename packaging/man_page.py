"""Writes the man page of `timeline-app` from the words of its shell. Run by its own Python."""

import sys
from collections.abc import Iterator

import click

from timeline_app.cli.frame import shell
from timeline_app.version import VERSION

HEAD = r""".TH TIMELINE\-APP 1 "{date}" "Central Asia Timeline {version}" "User Commands"
.SH NAME
timeline\-app \- an offline timeline of Central Asian diplomacy, with sources and your own notes
.SH SYNOPSIS
.B timeline\-app
.RI [ ARCHIVE | NOTEBOOK ]
.RB [ \-\-screenshot
.I FILE
.RB [ \-\-size
.IR W x H ]
.RB [ \-\-theme
.IR light | dark ]]
.br
.B timeline\-app
.I WORD
.RI [ ARGUMENT ]...
.SH DESCRIPTION
Without a word the window opens, on the file that is named or on what was open last. With a word
the answer is printed; each takes
.BR \-\-json ,
.B \-\-archive
.I FILE
and
.B \-\-notebook
.IR FILE .
.B timeline\-app WORD \-\-help
says all of it.
.SH WORDS
"""
TAIL = r""".SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Done in part; what was not is said.
.TP
.B 2
Refused; nothing was changed, and why is said.
.SH FILES
.TP
.I $XDG_DATA_HOME/central\-asia\-timeline
Your notebook and its backups. Removing the program leaves them.
.TP
.I $XDG_CONFIG_HOME/central\-asia\-timeline
Settings.
.TP
.I $XDG_CACHE_HOME/central\-asia\-timeline
What can be made again; safe to delete.
"""


def escaped(text: str) -> str:
    """Text that troff prints as it is."""
    plain = text.replace("\\", r"\e").replace("-", r"\-").replace("’", "'")
    return "\n".join(
        rf"\&{line}" if line.startswith((".", "'")) else line for line in plain.split("\n")
    )


def words(group: click.Group, name: str, context: click.Context) -> Iterator[str]:
    """A paragraph for each word, words of words too."""
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=word, parent=context)
        if isinstance(command, click.Group):
            yield from words(command, f"{name} {word}".strip(), inner)
            continue
        usage = " ".join(command.collect_usage_pieces(inner))
        yield f".TP\n.B {escaped(f'{name} {word}'.strip())}\n.I {escaped(usage)}\n.br\n"
        yield escaped(command.get_short_help_str(limit=300)) + "\n"


def page(date: str) -> str:
    """The whole page."""
    top = shell()
    context = click.Context(top, info_name="timeline-app")
    return HEAD.format(date=date, version=VERSION) + "".join(words(top, "", context)) + TAIL


if __name__ == "__main__":
    sys.stdout.write(page(sys.argv[1] if len(sys.argv) > 1 else ""))
