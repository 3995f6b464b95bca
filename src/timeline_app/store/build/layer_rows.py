"""The rows of layers and of the data sets behind them."""

from collections.abc import Iterable

from timeline_app.dates.civil import date_of
from timeline_app.dates.day import is_open
from timeline_app.model.record_table import MACHINE_CODED
from timeline_app.store.build.event_records import EventRecord
from timeline_app.store.build.folder import Folder
from timeline_app.store.build.layers import Layer, terms_in_words
from timeline_app.store.build.rows import Rows


def write_layers(records: Iterable[EventRecord], folder: Folder, rows: Rows) -> None:
    """Adds a row a layer that has records.

    Those compiled by hand are on at first; where there are none of them, all are.
    """
    held: dict[Layer, list[EventRecord]] = {}
    for record in records:
        held.setdefault(record.layer, []).append(record)
    by_hand = [layer for layer in held if layer.rank < MACHINE_CODED]
    for layer, events in held.items():
        on = layer in by_hand or not by_hand
        about = (layer.id, layer.title, layer.file, layer.coded_by, *_years(events))
        standing = (int(on), int(layer.machine_coded), layer.rank, len(events))
        rows.add("layer", *about, *terms_in_words(folder, layer.file), *standing)


def write_data_sets(folder: Folder, rows: Rows) -> None:
    """Adds a row a data set that the terms name."""
    for n, found in enumerate(folder.data_sets, 1):
        said = (found.title, found.files_as_written, found.terms, found.how_known)
        rows.add("data_set", n, *said, "yes" if found.shipped else "no", found.citation)


def _years(events: list[EventRecord]) -> tuple[str, str]:
    """The years of the first and the last day that the records speak of, open ends apart."""
    days = [day for e in events for day in (e.date.bounds.first, e.date.bounds.last)]
    reckoned = [day for day in days if not is_open(day)]
    if not reckoned:
        return "", ""
    return str(date_of(min(reckoned))[0]), str(date_of(max(reckoned))[0])
