"""What looking through an archive has found, in words and as JSON."""

from timeline_app.model.archive_findings import OK, PARTLY, REFUSED, Conflict, Findings
from timeline_app.words.tr import grouped, mark, tr, trn

CODES = {OK: 0, PARTLY: 1, REFUSED: 2}
_STATUS = {
    OK: mark("Sound: {n} events, every row as it was written."),
    PARTLY: mark("It opens, and not all of it is sound."),
    REFUSED: mark("It is not opened."),
}


def check_text(found: Findings) -> str:
    """What was found, a line a thing."""
    return "\n".join(map(_plain, _lines(found)))


def _plain(line: str) -> str:
    """A line without signs that steer a terminal; texts of an archive are a stranger's."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)


def check_json(found: Findings) -> dict[str, object]:
    """The same as a value; see the contract of the shell."""
    return {
        "status": found.status,
        "reasons": list(found.reasons),
        "damaged_rows": [{"table": r.table, "id": r.id, "why": r.why} for r in found.damaged],
        "conflicts": [
            {
                "record": c.record,
                "field": c.field,
                "assertions": [{"value": a.value, "source": a.source} for a in c.assertions],
            }
            for c in found.conflicts
        ],
        "checked": list(found.checked),
    }


def _lines(found: Findings) -> list[str]:
    lines = [tr(_STATUS[found.status], n=grouped(found.events)), *found.reasons]
    lines += [
        tr("Damaged: {table} {id}: {why}.", table=row.table, id=row.id, why=row.why)
        for row in found.damaged
    ]
    if unlisted := found.rows_damaged - len(found.damaged):
        lines.append(
            trn("{n} more damaged row is not listed.", "{n} more are not listed.", unlisted)
        )
    if found.conflicts:
        n = len(found.conflicts)
        lines.append(trn("Sources differ in {n} place:", "Sources differ in {n} places:", n))
        lines += [_conflict_line(conflict) for conflict in found.conflicts]
    lines.append(tr("Looked at: {what}.", what=", ".join(tr(c) for c in found.checked)))
    return lines


def _conflict_line(conflict: Conflict) -> str:
    values = "; ".join(
        tr("{value} ({source})", value=a.value, source=a.source) for a in conflict.assertions
    )
    about = {"record": conflict.record, "field": conflict.field, "values": values}
    return tr("{record}, {field}: {values}", **about)
