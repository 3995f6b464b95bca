"""`timeline-app render`: the timeline as a picture in a file."""

import os
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

import click

from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Word, with_given
from timeline_app.cli.opening import opened
from timeline_app.cli.picture_choices import (
    CLAIMS,
    NO_TRACK,
    TRACKS,
    asked_tracks,
    draw_behind,
    select,
    track_of,
)
from timeline_app.cli.view import show_asked, show_span, strip_option, view_option
from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.look.tokens import LIGHT, THEMES
from timeline_app.model.asked import Asked
from timeline_app.scene.asserted_dates import AssertedDate, other_dates
from timeline_app.scene.picture_size import picture_size
from timeline_app.session.asking import UnknownError
from timeline_app.session.session import Session
from timeline_app.session.under_lanes import under_lanes
from timeline_app.words.tr import tr

SUFFIXES = ("png", "svg", "pdf")


def read_size(ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int]:
    """The size as click asks for it."""
    try:
        return picture_size(value)
    except ValueError as fault:
        raise click.BadParameter(str(fault)) from fault


@click.command(cls=Word, help=tr("Paint the timeline into a PNG, SVG or PDF file."))
@click.argument("out", metavar="OUT.png|svg|pdf", type=click.Path(path_type=Path))
@filter_options
@click.option(
    "--group-by",
    "grouping",
    type=click.Choice([grouping.id for grouping in GROUPINGS]),
    help=tr("What the lanes are."),
)
@click.option(
    "--track",
    "tracks",
    type=click.Choice([*TRACKS, NO_TRACK]),
    multiple=True,
    help=tr("A track under the lanes (default: claims), or none of them."),
)
@click.option(
    "--select",
    "chosen",
    metavar="ID",
    help=tr(
        "The event, claim or treaty that is selected; also as event:, claim: or instrument:ID."
    ),
)
@click.option(
    "--memberships",
    "behind",
    metavar="ORGANISATION:ISO3",
    multiple=True,
    help=tr("A membership drawn behind the lanes, as in CSTO:KGZ."),
)
@view_option
@strip_option
@click.option(
    "--size",
    metavar="WxH",
    callback=read_size,
    default="1440x900",
    help=tr("Width and height in pixels."),
)
@click.option("--theme", type=click.Choice(list(THEMES)), default=LIGHT.name, help=tr("Colours."))
@with_given
def render(
    given: Given,
    out: Path,
    asked: Asked,
    grouping: str | None,
    tracks: tuple[str, ...],
    chosen: str | None,
    behind: tuple[str, ...],
    view: str | None,
    strip: str | None,
    size: tuple[int, int],
    theme: str,
) -> None:
    """The word."""
    kind = out.suffix.lower().removeprefix(".")
    if kind not in SUFFIXES:
        raise Refused(tr("“{path}” must end in .png, .svg or .pdf.", path=out))
    _refuse_unwritable(out)
    with opened(given) as session:
        try:
            of_view = show_asked(session, given, asked, view)
            draw_behind(session, behind)
        except UnknownError as unknown:
            raise Refused(unknown.sentence) from unknown
        if grouping or view is None:
            session.group_by(grouping or GROUPINGS[0].id)
        wanted = asked_tracks(tracks, session)
        selected = select(session, chosen) if chosen is not None else None
        wanted = (*wanted, *track_of(selected))
        show_span(session)
        shown = wanted if tracks else (CLAIMS, *wanted)
        content, labels = _painted(session, kind, size, theme, shown, wanted, strip or of_view)
        events = session.snapshot.passing.possible
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise _unwritable(out, fault) from fault
    answer = {
        "file": str(out),
        "width": size[0],
        "height": size[1],
        "events": events,
        "labels": labels,
        "tracks": [track for track in TRACKS if track in shown],
        "selected": asdict(selected) if selected else None,
    }
    given.answer(answer, str(out))


def _refuse_unwritable(out: Path) -> None:
    """Says so before the work is done rather than after; a pipe would wait for its reader."""
    try:
        if out.is_dir():
            raise Refused(tr("“{path}” is a folder.", path=out))
        if out.exists() and not out.is_file():
            raise Refused(tr("“{path}” is no plain file.", path=out))
        if not out.parent.is_dir():
            raise Refused(tr("There is no folder “{path}”.", path=out.parent))
    except OSError as fault:
        raise _unwritable(out, fault) from fault


def _unwritable(out: Path, fault: OSError) -> Refused:
    why = fault.strerror or fault
    return Refused(tr("“{path}” cannot be written: {why}.", path=out, why=why))


def _painted(
    session: Session,
    kind: str,
    size: tuple[int, int],
    theme: str,
    shown: Collection[str],
    opened: Collection[str],
    strip: str,
) -> tuple[bytes, int]:
    """The bytes of the picture with these tracks, those in `opened` never folded, and this strip;
    and how many labels it has."""
    # Qt is read only now, where a picture is made; it needs no screen for one
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - see above

    from timeline_app.canvas.picture import KINDS, Picture, picture_measures  # noqa: PLC0415 - see above
    from timeline_app.canvas.strip_pictures import strip_picture  # noqa: PLC0415 - see above
    from timeline_app.canvas.track_catalogue import made_tracks  # noqa: PLC0415 - see above
    from timeline_app.look import fonts  # noqa: PLC0415 - see above

    app = QGuiApplication.instance() or QGuiApplication(["timeline-app"])
    fonts.load()
    now, measures = session.snapshot, picture_measures(*size)
    picture = Picture(
        now,
        session.sentence(),
        session.labels,
        size[0],
        size[1],
        THEMES[theme],
        tuple(track for track in made_tracks(session) if track.id in shown),
        frozenset(opened),
        _asserted(session),
        strip_picture(session, now, under_lanes(now, strip), measures, size[1]),
    )
    painted = KINDS[kind](picture)
    del app
    return painted


def _asserted(session: Session) -> tuple[AssertedDate, ...]:
    """What else is asserted of the days of the event that is selected."""
    chosen = session.snapshot.selected
    event = session.event(chosen[0]) if len(chosen) == 1 else None
    known = session.snapshot.filter.known
    return other_dates(event, known.day if known else None) if event is not None else ()
