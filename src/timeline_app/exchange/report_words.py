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
        between = interval_words(one.low, one.high, one.unit)
    return one.of, one.what, value, between or one.why, "" if one.n is None else grouped(one.n)


def interval_words(low: float, high: float, unit: str) -> str:
    """Both ends of an interval; what they are of is said once."""
    bare = unit in (SHARE, POINTS)
    ends = [_bare(end, unit) if bare else number_words(end, unit) for end in (low, high)]
    words = tr("{low} to {high}", low=ends[0], high=ends[1])
    return _with_unit(words, unit) if bare else words


def _bare(value: float, unit: str) -> str:
    """A share or a difference of shares in hundredths."""
    sign = "+" if unit == POINTS else ""
    return f"{100 * value:{sign}.1f}".replace("-", "−")


def _with_unit(words: str, unit: str) -> str:
    if unit == SHARE:
        return tr("{percent} %", percent=words)
    return tr("{points} points", points=words)


def number_words(value: float, unit: str) -> str:
    """A number with as many digits as mean something."""
    if unit == COUNT:
        return grouped(round(value))
    if unit in (SHARE, POINTS):
        return _with_unit(_bare(value, unit), unit)
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
