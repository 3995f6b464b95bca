"""However long an archive is, its columns are few."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from made_scenes import scale_of
from timeline_app.model.overview_counts import LEAST_COLUMN_PX
from timeline_app.model.view import View
from timeline_app.scene.overview import columns_of

homes = st.builds(View, st.floats(-(10.0**15), 10.0**15), st.floats(4, 57).map(lambda p: 2**p))


@given(homes)
def test_columns_cover_all_there_is_and_are_few(home: View) -> None:
    columns = columns_of(np.zeros(0, np.int64), home, scale_of(home))
    assert columns.edges[0] <= home.first + 1
    assert columns.edges[-1] >= home.end - 1
    assert len(columns.edges) <= 700 / LEAST_COLUMN_PX * 1.1 + 3
