"""Reports that come from a stranger, or are none."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_reports import small_report
from timeline_app.exchange.docx_parts import OWN_PART
from timeline_app.exchange.report_catalogue import files_of
from timeline_app.exchange.report_kept import NoReportError, read_kept

WELL = {"report": 1, "view": {"name": "x"}, "weighing": {"seed": 1, "draws": 100}, "numbers": []}
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        "null",
        json.dumps({**WELL, "report": 2}),
        json.dumps({**WELL, "view": []}),
        json.dumps({**WELL, "weighing": {"seed": 1}}),
        json.dumps({**WELL, "weighing": {"seed": -1, "draws": 100}}),
        json.dumps({**WELL, "weighing": {"seed": 1, "draws": 10**9}}),
        json.dumps({**WELL, "weighing": {"seed": True, "draws": 100}}),
        "[" * 100_000,
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(tmp_path: Path, said: str) -> None:
    file = tmp_path / "r.json"
    file.write_text(said)
    with pytest.raises(NoReportError) as refused:
        read_kept(file)
    assert "holds no report" in refused.value.sentence


@pytest.mark.parametrize("name", ["gone.html", "gone.csv", ".", "a\0b.html"])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoReportError) as refused:
        read_kept(tmp_path / name)
    assert "cannot be read" in refused.value.sentence


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    field=st.sampled_from(["view", "weighing", "numbers", "periods", "seed", "measure"]),
    value=_JSON,
)
def test_no_value_breaks_the_reading(tmp_path: Path, field: str, value: object) -> None:
    weighing = {"seed": 1, "draws": 100, "periods": None, "measure": {}}
    said = {**WELL, "weighing": weighing}
    if field in weighing:
        weighing[field] = value
    else:
        said[field] = value
    file = tmp_path / "r.json"
    file.write_text(json.dumps(said))
    try:
        kept = read_kept(file)
    except NoReportError:
        return
    periods = kept.weighing.periods
    assert periods is None or (periods[0][0] <= periods[0][1] and periods[1][0] <= periods[1][1])
    assert 0 <= kept.weighing.seed < 2**64


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(cut=st.integers(0, 5000), flip=st.integers(0, 5000))
def test_a_spoilt_document_is_read_or_refused(tmp_path: Path, cut: int, flip: int) -> None:
    content = bytearray(files_of(small_report(), Path("r.docx"))[Path("r.docx")])
    content[flip % len(content)] ^= 0x55
    file = tmp_path / "r.docx"
    file.write_bytes(content[: len(content) - cut % len(content)])
    try:
        read_kept(file)
    except NoReportError as refused:
        assert refused.sentence


def test_a_part_that_declares_entities_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "r.docx"
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>{}&b;</x>'
    with zipfile.ZipFile(file, "w") as held:
        held.writestr(OWN_PART, laughs)
    with pytest.raises(NoReportError):
        read_kept(file)


def test_a_document_saved_again_by_a_word_processor_is_still_known(tmp_path: Path) -> None:
    content = files_of(small_report(), Path("r.docx"))[Path("r.docx")]
    first, file = tmp_path / "first.docx", tmp_path / "again.docx"
    first.write_bytes(content)
    with zipfile.ZipFile(first) as was, zipfile.ZipFile(file, "w") as held:
        for name in was.namelist():
            held.writestr(name.replace(OWN_PART, "customXml/item3.xml"), was.read(name))
    assert read_kept(file) == read_kept(first)
