"""The treaties of an archive, kept beside its columns: read from their rows once."""

from timeline_app.model.instrument_table import InstrumentTable
from timeline_app.model.shelf import Arrays, Shelf
from timeline_app.store.archive import Archive
from timeline_app.store.column_file import UnlikeError
from timeline_app.store.instruments import read_instruments
from timeline_app.store.span_parts import own_of, own_parts, parts_of_spans, same_length, spans_of
from timeline_app.store.term_parts import parts_of_texts, texts_of

_TEXTS = ("ids", "names")
_STEPS = ("step", "step_first", "step_last", "step_doubt", "step_known_from")


def kept_instruments(archive: Archive, shelf: Shelf) -> InstrumentTable:
    """Every sound treaty (see `read_instruments`), as they are kept on the shelf of the archive's
    columns. Raises `StoreError`, and then keeps nothing."""
    return shelf.kept("instruments", "", lambda: apart(read_instruments(archive)), together)


def apart(table: InstrumentTable) -> Arrays:
    """Their arrays."""
    arrays = parts_of_spans(table.life) | own_parts(table, ("parties", "offsets", *_STEPS))
    for name in (*_TEXTS, "step_by"):
        arrays |= dict(parts_of_texts(name, getattr(table, name)))
    return arrays


def together(arrays: Arrays) -> InstrumentTable:
    """The treaties again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    life, by, offsets = spans_of(arrays), texts_of("step_by", arrays), arrays["own/offsets"]
    ids, names = (texts_of(name, arrays) for name in _TEXTS)
    same_length(len(life), {"ids": ids.ends[1:], "names": names.ends[1:]})
    if len(offsets) != len(life) + 1 or offsets[0] != 0 or offsets[-1] != len(by):
        raise UnlikeError(len(life))
    return InstrumentTable(
        life=life,
        ids=ids,
        names=names,
        offsets=offsets,
        step_by=by,
        **own_of(arrays, ("parties",), len(life)),
        **own_of(arrays, _STEPS, len(by)),
    )
