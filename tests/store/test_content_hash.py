"""The fingerprint of an archive is that of its rows, each written as one line of JSON."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.store.content_hash import written

_texts = st.text(st.sampled_from('],[\n\0"\\nл\u2028 ')) | st.text()
_cells = (
    st.none() | _texts | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.sampled_from((-0.0,))
)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[_cells] * n), min_size=1)))
@example([("]\n[", "],["), ("\0", "\n")])
def test_rows_are_written_as_each_would_be_alone(rows: list[tuple[object, ...]]) -> None:
    alone = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    assert written(rows) == "\n".join(map(alone, rows))  # type: ignore[arg-type] # any cells
