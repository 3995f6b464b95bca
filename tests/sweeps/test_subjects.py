"""The short form of the sweeps: some cases of each subject, and no find among them."""

import pytest

from sweeps.catalogue import FILES, SUBJECTS
from sweeps.trying import cases

FEW = 60
SEED = 77


@pytest.mark.parametrize("subject", FILES)
def test_spoilt_files_are_refused_read_in_part_or_harmless(subject: str) -> None:
    outcomes = [outcome for _, _, outcome in cases(SUBJECTS[subject], SEED, 0, FEW)]
    assert [outcome for outcome in outcomes if outcome.startswith("!")] == []
    assert {"refused", "partly", "ok"} == set(outcomes)
