"""What `archive quality` answers, as JSON and in words."""

from timeline_app.model.archive_findings import Findings
from timeline_app.model.quality import DOUBLES, Quality, WeakEvents
from timeline_app.session.quality import damaged_rows, double_words, scope_words
from timeline_app.session.session import Session
from timeline_app.words.tr import grouped, tr


def quality_json(session: Session, quality: Quality, found: Findings) -> dict[str, object]:
    """Every check with its count and the ids of what it found; pairs of doubles with why."""
    archive = session.snapshot.archive
    checks: list[dict[str, object]] = [
        {"check": weak.check.id, "n": len(weak), "ids": _ids(session, weak)}
        for weak in quality.events
    ]
    checks += [
        {"check": weak.check.id, "n": weak.n, "ids": [one.id for one in weak.findings]}
        for weak in (*quality.records, damaged_rows(found))
    ]
    return {
        "layers": sorted(archive.layers_on) if archive else [],
        "events": len(session.snapshot.table),
        "checks": checks,
        DOUBLES: [
            {"a": a.id, "b": b.id, "why": why} for a, b, why in double_words(session, quality)
        ],
    }


def quality_text(session: Session, quality: Quality, found: Findings) -> str:
    """A line a check under the heading of its part; the pairs of doubles at the end."""
    lines, part = [scope_words(session.snapshot)], ""
    rows = [(weak.check, len(weak)) for weak in quality.by_part()]
    rows += [(weak.check, weak.n) for weak in (*quality.records, damaged_rows(found))]
    for check, n in rows:
        if check.part != part:
            part = check.part
            lines += ["", tr(part)]
        lines.append(_line(n, tr(check.title), check.id))
    pairs = double_words(session, quality)
    if pairs:
        lines += ["", tr("Pairs that may be one event:")]
    for a, b, why in pairs:
        lines += [f"{a.edtf}  {a.title}  [{a.id}]", f"{b.edtf}  {b.title}  [{b.id}]", f"    {why}"]
    return "\n".join(lines)


def _line(n: int, title: str, check: str) -> str:
    return tr("{n}  {title} [{check}]", n=f"{grouped(n):>9}", title=title, check=check)


def _ids(session: Session, weak: WeakEvents) -> list[str]:
    return [row.id for row in session.rows(weak.rows.tolist())]
