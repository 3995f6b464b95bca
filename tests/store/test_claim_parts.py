"""Claims are the same again when their arrays are put together."""

from tests.same_tables import same_tables
from timeline_app.model.claim_table import no_claims
from timeline_app.store.archive import Archive
from timeline_app.store.claim_parts import apart, together
from timeline_app.store.claims import read_claims


def test_there_and_back(archive: Archive) -> None:
    claims = read_claims(archive)
    assert len(claims) > 100
    same_tables(together(apart(claims)), claims)
    same_tables(together(apart(no_claims())), no_claims())
