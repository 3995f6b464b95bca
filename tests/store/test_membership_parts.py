"""Memberships are the same again when their arrays are put together."""

import pytest

from tests.same_tables import same_tables
from timeline_app.model.membership_table import no_memberships
from timeline_app.store.archive import Archive
from timeline_app.store.column_file import UnlikeError
from timeline_app.store.membership_parts import apart, together
from timeline_app.store.memberships import read_memberships


def test_there_and_back(archive: Archive) -> None:
    table = read_memberships(archive)
    assert len(table) > 100 and any(one.vectors for one in table.organisations)
    same_tables(together(apart(table)), table)
    same_tables(together(apart(no_memberships())), no_memberships())


@pytest.mark.parametrize("part", ["own/full", "texts/3 ends", "state/id ends", "vectors/ends"])
def test_parts_that_do_not_fit_are_not_put_together(archive: Archive, part: str) -> None:
    arrays = dict(apart(read_memberships(archive)))
    with pytest.raises((UnlikeError, ValueError)):
        together(arrays | {part: arrays[part][:-1]})


def test_a_state_beyond_all_states_is_not_put_together(archive: Archive) -> None:
    arrays = dict(apart(read_memberships(archive)))
    with pytest.raises(UnlikeError):
        together(arrays | {"own/state": arrays["own/state"] + len(arrays["state/id ends"])})
