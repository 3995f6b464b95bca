"""What every form of a report says in the same words."""

from timeline_app.model.report import COUNT, INDEX, POINTS, SHARE, Figure, Report
from timeline_app.words.tr import grouped, mark, tr, trn

WHAT, EVENTS, SOURCES = mark("What is shown"), mark("Chronology"), mark("Sources")
ARCHIVE, NOTE = mark("Archive"), mark("Your note")
HEAD = (mark("Of"), mark("What"), mark("Value"), mark("95 % interval"), mark("n"))
"""The headings of a table of figures."""


def figure_cells(one: Figure) -> tuple[str, ...]:
    """A figure under HEAD: value and interval in words, or why there is none."""
    value = tr("none") if one.value is None else number_words(one.value, one.unit)
    between = ""
    if one.low is not None and one.high is not None:
        between = tr(
            "{low} to {high}",
            low=number_words(one.low, one.unit),
            high=number_words(one.high, one.unit),
        )
    return one.of, one.what, value, between or one.why, "" if one.n is None else grouped(one.n)


def number_words(value: float, unit: str) -> str:
    """A number with as many digits as mean something."""
    if unit == COUNT:
        return grouped(round(value))
    if unit == SHARE:
        return tr("{percent} %", percent=f"{100 * value:.1f}")
    if unit == POINTS:
        return tr("{points} points", points=f"{100 * value:+.1f}".replace("-", "−"))
    return f"{value:.2f}" if unit == INDEX else f"{value:.3g}"


def left_out(report: Report) -> tuple[str, ...]:
    """What passes and is not told, in sentences; nothing where all is."""
    said = []
    if report.unlisted:
        said.append(
            trn(
                "{n} further event passes and is not listed here.",
                "{n} further events pass and are not listed here.",
                report.unlisted,
            )
        )
    if report.unread:
        said.append(
            trn(
                "{n} record is damaged and could not be read.",
                "{n} records are damaged and could not be read.",
                report.unread,
            )
        )
    if not report.with_notes:
        said.append(tr("Notes of the reader are not part of this report."))
    return tuple(said)


def made_words(report: Report) -> str:
    """When and how the numbers were found."""
    return tr(
        "Made on {day} by Central Asia Timeline. Chance begins at seed {seed}; months were drawn "
        "{draws} times.",
        day=report.made_on,
        seed=report.weighing.seed,
        draws=grouped(report.weighing.draws),
    )
