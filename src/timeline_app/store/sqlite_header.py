"""The first 100 bytes of a SQLite file, looked at before SQLite does."""

from timeline_app.store.store_error import Fault

HEADER = 100
MAGIC = b"SQLite format 3\0"


def wrong_header(header: bytes, application_id: int, format_: int) -> Fault | None:
    """Why the file is none of ours, or not one that this program can open; None where it may be.

    An older format is for the caller to judge: `format_of`.
    """
    if not header:
        return Fault.EMPTY
    if not header.startswith(MAGIC):
        return Fault.NOT_SQLITE
    if len(header) < HEADER:
        return Fault.TRUNCATED
    if int.from_bytes(header[68:72]) != application_id:
        return Fault.NOT_OURS
    return Fault.NEWER if format_of(header) > format_ else None


def format_of(header: bytes) -> int:
    """The version of the list of tables that the file declares."""
    return int.from_bytes(header[60:64])


def is_write_ahead(header: bytes) -> bool:
    """Whether to open it would leave files beside it."""
    return 2 in header[18:20]


def page_of(header: bytes) -> int:
    """The size of a page in bytes, as declared."""
    page = int.from_bytes(header[16:18])
    return 65536 if page == 1 else page


def declared_size(header: bytes) -> int:
    """How long the file says that it is, in bytes."""
    return page_of(header) * int.from_bytes(header[28:32])
