"""All that is held of an archive while it is open, read at once: by the worker, or by who waits."""

from collections.abc import Callable, Mapping, Set
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from timeline_app.dataclass import dataclass
from timeline_app.model.claim_table import ClaimTable, no_claims
from timeline_app.model.fold import fold
from timeline_app.model.instrument_table import InstrumentTable, no_instruments
from timeline_app.model.membership_table import MembershipTable, no_memberships
from timeline_app.model.records import Edition
from timeline_app.model.shelf import Shelf
from timeline_app.model.vector_member import VectorMember
from timeline_app.places import user_cache
from timeline_app.store.archive import Archive
from timeline_app.store.article import article_order
from timeline_app.store.claim_parts import kept_claims
from timeline_app.store.claims import count_claims, read_claims
from timeline_app.store.column_cache import COLUMNS, ColumnCache, Identity, Kept
from timeline_app.store.columns import count_events, read_records
from timeline_app.store.file_stamp import Stamp, stamp_of
from timeline_app.store.instrument_parts import kept_instruments
from timeline_app.store.instruments import read_instruments
from timeline_app.store.membership_parts import kept_memberships
from timeline_app.store.memberships import read_memberships
from timeline_app.store.progress import Progress
from timeline_app.store.store_error import StoreError
from timeline_app.store.vector_members import read_languages, read_vector_members
from timeline_app.words.tr import mark

T = TypeVar("T")

FOLDING = mark("Putting events in order")
KEEPING = mark("Keeping the columns for the next time")
NO_NUMBERS: tuple[int, ...] = ()
NO_MEMBERS: tuple[VectorMember, ...] = ()
NO_LANGUAGES: dict[str, str] = {}


@dataclass(frozen=True, eq=False, slots=True)
class Contents:
    """`kept` are the columns; what stands beside the events is empty where it is damaged."""

    edition: Edition
    stamp: Stamp
    kept: Kept
    instruments: InstrumentTable
    memberships: MembershipTable
    claims: ClaimTable
    claims_unread: int
    vector_members: tuple[VectorMember, ...]
    languages: Mapping[str, str]
    article: tuple[int, ...]


def read_contents(path: Path, progress: Progress | None = None) -> Contents:
    """By a connection of its own, so on any thread. Raises `StoreError` or `StoppedError`."""
    progress = progress or Progress()
    with closing(Archive.open(path)) as archive:
        progress.interrupted_by(archive.interrupt)
        try:
            return contents_of(archive, progress)
        except StoreError:
            progress.look()  # an interrupted statement looks like a damaged file
            raise
        finally:
            progress.released()


def contents_of(archive: Archive, progress: Progress) -> Contents:
    """The same of an archive that is open."""
    kept = _columns(archive, progress)
    treaties = partial(_beside, kept, "instrument", read_instruments, kept_instruments)
    members = partial(_beside, kept, "membership", read_memberships, kept_memberships)
    said = partial(_beside, kept, "claim", read_claims, kept_claims)
    claims = _if_sound(archive, said, no_claims())
    return Contents(
        edition=archive.edition,
        stamp=archive.stamp,
        kept=kept,
        instruments=_if_sound(archive, treaties, no_instruments()),
        memberships=_if_sound(archive, members, no_memberships()),
        claims=claims,
        claims_unread=_if_sound(archive, count_claims, 0) - len(claims),
        vector_members=_if_sound(archive, read_vector_members, NO_MEMBERS),
        languages=_if_sound(archive, read_languages, NO_LANGUAGES),
        article=_if_sound(archive, article_order, NO_NUMBERS),
    )


def layers_of(edition: Edition, wanted: Set[str] | None) -> frozenset[str]:
    """The layers that are on: these of its own, or for None those that are on by default."""
    every = frozenset(layer.id for layer in edition.layers)
    if wanted is not None:
        return every & wanted
    return frozenset(layer.id for layer in edition.layers if layer.on_by_default) or every


def own_columns() -> ColumnCache:
    """Where the reader's columns are kept."""
    return ColumnCache(user_cache() / COLUMNS)


def _columns(archive: Archive, progress: Progress) -> Kept:
    """What is kept of this very file, or else its rows, which are kept from now on."""
    cache, identity = own_columns(), Identity.of(archive.edition, archive.stamp)
    known = cache.recall(identity)
    if known is not None:
        return known
    records = read_records(archive, progress)
    unread = count_events(archive) - len(records)
    progress.enter(FOLDING)
    on = layers_of(archive.edition, None)
    table = fold(records, on)
    progress.look()
    made = Kept(records, table, on, unread)
    progress.enter(KEEPING)
    if archive.stamp == _stamp_now(archive.path):  # nobody has written into it meanwhile
        cache.keep(identity, made)
    # What was kept is mapped, and takes no memory before it is looked at.
    return cache.recall(identity) or made


def _beside(
    kept: Kept,
    table: str,
    read: Callable[[Archive], T],
    keep: Callable[[Archive, Shelf], T],
    archive: Archive,
) -> T:
    """The rows of this table: they are kept beside the columns, where there are any, as long as
    nobody writes into the archive."""
    unlike = archive.stamp != _stamp_now(archive.path)
    return read(archive) if unlike or archive.lacks(table) else keep(archive, kept.table.shelf)


def _stamp_now(path: Path) -> Stamp | None:
    try:
        return stamp_of(path)
    except OSError:
        return None


def _if_sound(archive: Archive, read: Callable[[Archive], T], otherwise: T) -> T:
    """What stands beside the events; an archive opens though it be damaged."""
    try:
        return read(archive)
    except StoreError:
        return otherwise
