"""Where faults of ours are written down whole, so that they can be sent to us."""

from datetime import UTC, datetime
from pathlib import Path

from timeline_app import places


def log_fault(report: str) -> Path | None:
    """Appends the report to the log and returns its path, or None where it cannot be written."""
    path = places.user_data() / "faults.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"--- {datetime.now(UTC).isoformat(timespec='seconds')}\n{report}\n")
    except OSError:
        return None
    return path
