"""A membership in the words of a tooltip: from when, to when, in what standing, by which source."""

from timeline_app.dates.date_error import DateError
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.dates.spoken import date_words
from timeline_app.dates.spoken_days import day_words
from timeline_app.model.membership_rows import MemberRow
from timeline_app.model.membership_table import MembershipTable
from timeline_app.words.tr import tr

MOST_SOURCE = 120


def membership_words(table: MembershipTable, row: MemberRow) -> tuple[str, str]:
    """Organisation and state; then what each source says, the one that is followed first."""
    organisation = table.organisations[row.organisation].name
    title = f"{organisation}, {table.states[row.state].label}"
    return title, "\n".join(_said(table, n) for n in (*row.rows, *row.others))


def _said(table: MembershipTable, row: int) -> str:
    begun, ended, status, precision, source = table.texts[row]
    known = int(table.known_to[row])
    if ended:
        when = tr("{first} to {last}", first=_words(begun), last=_words(ended))
    elif known != OPEN_FUTURE:
        said = {"first": _words(begun), "known": day_words(known)}
        when = tr("from {first}; the source tells nothing after {known}", **said)
    else:
        when = tr("from {first}, no end known", first=_words(begun))
    parts = [when, tr(status), tr("known to the {precision}", precision=tr(precision))]
    parts.append(tr("source: {source}", source=source[:MOST_SOURCE] or tr("not recorded")))
    return tr("; ").join(part for part in parts if part)


def _words(edtf: str) -> str:
    try:
        return date_words(edtf)
    except DateError:
        return edtf
