"""`timeline-app report`: what a view shows, taken away; and shown again."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from timeline_app.cli.chance import draws_option, seed_option
from timeline_app.cli.filters import filter_options
from timeline_app.cli.given import Given, Refused, Word, harmless, with_given
from timeline_app.cli.measuring import AskedMeasure, asked_measure, measure_options
from timeline_app.cli.opening import opened, refuse_problem
from timeline_app.cli.view import NO_STRIP, show_asked, show_span, strip_option, view_option
from timeline_app.cli.weighing_answers import asked_periods
from timeline_app.exchange.report_catalogue import format_of
from timeline_app.exchange.report_kept import NoReportError, read_kept
from timeline_app.lanes.catalogue import GROUPINGS
from timeline_app.model.asked import Asked
from timeline_app.model.report import Table, Weighing
from timeline_app.session.asking import UnknownError
from timeline_app.session.kept_measure import measure_state
from timeline_app.session.report_again import show_again
from timeline_app.session.report_numbers import weighing_of
from timeline_app.session.reporting import reporting, unknown_ending, written
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import BALANCE
from timeline_app.session.under_lanes import under_lanes
from timeline_app.session.weighing import PRESETS
from timeline_app.words.tr import tr


@click.command(
    cls=Word,
    help=tr(
        "Make a report of what is asked for: picture, sentence, numbers with intervals, events "
        "with their sources, and which archive it was. The ending says the form: .html, .docx "
        "(with footnotes), .md or .csv."
    ),
)
@click.argument("out", metavar="OUT.html|docx|md|csv", type=click.Path(path_type=Path))
@measure_options
@filter_options
@view_option
@click.option(
    "--group-by",
    "grouping",
    type=click.Choice([grouping.id for grouping in GROUPINGS]),
    help=tr("What the lanes of the picture are."),
)
@strip_option
@click.option("--with-notes", is_flag=True, help=tr("Your notes on the events too."))
@click.option(
    "--again",
    is_flag=True,
    help=tr(
        "OUT is a report that is there: show its view on the archive, its sentence and numbers as "
        "they are now, and whether they are the same. Exit code 1 where they are not."
    ),
)
@click.option("--a", "a", metavar="FROM/TO", help=tr("The first of two periods to compare (EDTF)."))
@click.option("--b", "b", metavar="FROM/TO", help=tr("The second of them (EDTF)."))
@click.option(
    "--preset",
    type=click.Choice(list(PRESETS)),
    help=tr("Compare 36 months on either side of a day that was chosen before looking."),
)
@seed_option
@draws_option
@with_given
def report(
    given: Given,
    out: Path,
    asked: Asked,
    view: str | None,
    grouping: str | None,
    strip: str | None,
    with_notes: bool,
    again: bool,
    a: str | None,
    b: str | None,
    preset: str | None,
    seed: int,
    draws: int,
    measured: AskedMeasure,
) -> None:
    """Writes the files and answers their names; or compares a report with the archive."""
    if again:
        _compare(given, out)
        return
    if format_of(out) is None:
        raise Refused(unknown_ending(out))
    weighing = _weighing(a, b, preset, seed, draws)
    with opened(given) as session:
        of_view = _show(session, given, asked, view, grouping)
        if session.snapshot.filter.span is None:
            _mark(session, weighing)
        session.measure_by(asked_measure(session, measured))
        if weighing.periods is None:  # those of the view, if it has two
            own = weighing_of(session.snapshot)
            weighing = replace(weighing, periods=own.periods, preset=own.preset)
        weighing = replace(weighing, measure=measure_state(session.snapshot.measure))
        shown = strip or of_view or BALANCE
        panes = {"panes": {"strip": shown}} if shown != NO_STRIP else {}
        of = reporting(session, weighing, with_notes=with_notes, panes=panes)
        _mark(session, weighing)  # beside a period of its own, for the eye
        pictures = _pictures(session, "" if shown == NO_STRIP else shown)
        of = replace(of, pictures=pictures)
        told = written(of, out)
        refuse_problem(session)
    if told.grade == "error":
        raise Refused(told.sentence)
    answer = {"file": str(out), "seed": seed, "draws": draws, "events": len(of.keys)}
    given.answer({**answer, "sentence": told.sentence}, told.sentence)


def _compare(given: Given, file: Path) -> None:
    """Compares a report with the archive."""
    try:
        kept = read_kept(file)
    except NoReportError as fault:
        raise Refused(fault.sentence) from fault
    with opened(given) as session:
        again = show_again(session, kept)()
        sentence = said(session.sentence())
        refuse_problem(session)
    answer = {
        "same": again.same,
        "archive_changed": again.view.archive_changed,
        "numbers": again.told,
        "differing": again.differing,
        "sentence": sentence,
        "remark": again.remark,
        "tables": [_table_row(table) for table in again.tables],
    }
    same = tr("Sentence and numbers are the same as in the report.") if again.same else ""
    given.answer(answer, "\n".join(filter(None, (sentence, same))))
    if again.remark:
        click.echo(harmless(again.remark), err=True)
    if not again.same:
        raise click.exceptions.Exit(1)


def _weighing(a: str | None, b: str | None, preset: str | None, seed: int, draws: int) -> Weighing:
    if not (a or b or preset):
        return Weighing(seed, draws)
    first, second = asked_periods(a, b, preset)
    periods = (first.first, first.last), (second.first, second.last)
    return Weighing(seed, draws, periods, preset or "")


def _show(
    session: Session, given: Given, asked: Asked, view: str | None, grouping: str | None
) -> str:
    """Shows what is asked for; the answer is the strip of the view."""
    try:
        strip = show_asked(session, given, asked, view)
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    if grouping:
        session.group_by(grouping)
    if view is None:
        show_span(session)
    return strip


def _mark(session: Session, weighing: Weighing) -> None:
    """The two periods that are compared are marked, and all of both is in view."""
    if weighing.periods is None:
        return
    if weighing.preset:
        session.compare_preset(weighing.preset)
    else:
        a, b = weighing.periods
        session.set_span(*a)
        session.set_second(*b)
    show_span(session)


def _pictures(session: Session, strip: str) -> dict[str, bytes]:
    # Qt is read only now, where a picture is made; it needs no screen for one
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - see above

    from timeline_app.canvas.report_pictures import report_pictures  # noqa: PLC0415 - see above
    from timeline_app.look import fonts  # noqa: PLC0415 - see above

    app = QGuiApplication.instance() or QGuiApplication(["timeline-app"])
    fonts.load()
    now = session.snapshot
    made = report_pictures(session, now, under_lanes(now, strip))
    del app
    return made


def _table_row(table: Table) -> dict[str, Any]:
    figures = [
        {"of": one.of, "what": one.what, "value": one.value, "low": one.low, "high": one.high}
        for one in table.figures
    ]
    return {"title": table.title, "figures": figures, "remarks": list(table.remarks)}
