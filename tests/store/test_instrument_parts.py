"""Treaties are the same again when their arrays are put together."""

import numpy as np
import pytest

from tests.same_tables import same_tables
from timeline_app.model.instrument_table import no_instruments
from timeline_app.store.archive import Archive
from timeline_app.store.column_file import UnlikeError
from timeline_app.store.instrument_parts import apart, together
from timeline_app.store.instruments import read_instruments


def test_there_and_back(archive: Archive) -> None:
    table = read_instruments(archive)
    assert len(table) > 20
    same_tables(together(apart(table)), table)
    same_tables(together(apart(no_instruments())), no_instruments())


@pytest.mark.parametrize("part", ["own/step", "own/parties", "own/offsets", "names ends"])
def test_parts_that_do_not_fit_are_not_put_together(archive: Archive, part: str) -> None:
    arrays = dict(apart(read_instruments(archive)))
    with pytest.raises(UnlikeError):
        together(arrays | {part: arrays[part][:-1]})


def test_steps_beyond_all_steps_are_not_put_together(archive: Archive) -> None:
    arrays = dict(apart(read_instruments(archive)))
    with pytest.raises(UnlikeError):
        together(arrays | {"own/offsets": arrays["own/offsets"] + np.int64(1)})
