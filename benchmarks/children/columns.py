"""The columns of an archive that was opened before: `columns ARCHIVE`."""

import sys
from pathlib import Path

from benchmarks.children.serving import serve, timed
from timeline_app.session.reading import Reading


def main() -> None:
    """Serves turns; each opens the archive and has its table."""
    path = Path(sys.argv[1])

    def read() -> None:
        reading = Reading(path)
        len(reading.table(reading.opened(None).layers_on))
        reading.close()

    read()
    serve(timed(read))


main()
