"""Every form of a report: whole, safe against a stranger's texts, and able to be read again."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from made_reports import REPORTS, small_report
from timeline_app.exchange.report_catalogue import FORMATS, ReportFormat, files_of, format_of
from timeline_app.exchange.report_kept import read_kept
from timeline_app.model.report import Report

forms = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
_IN_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def _kept_on_disk(report: Report, form: ReportFormat, folder: Path) -> Path:
    path = folder / f"a report{form.suffix}"
    for name, content in files_of(report, path).items():
        name.write_bytes(content)
    return path


@forms
@_IN_FOLDER
@given(report=REPORTS)
def test_what_a_report_keeps_is_read_again(
    tmp_path: Path, form: ReportFormat, report: Report
) -> None:
    kept = read_kept(_kept_on_disk(report, form, tmp_path))
    assert kept.weighing == report.weighing
    assert [value for *_, value in kept.numbers] == [
        one.value for table in report.tables for one in table.figures
    ]
    if all(text.isprintable() for pair in report.view.items() for text in pair):
        assert kept.view == report.view


@forms
def test_a_report_tells_everything(tmp_path: Path, form: ReportFormat) -> None:
    path = _kept_on_disk(small_report(), form, tmp_path)
    contents = [file.read_bytes() for file in tmp_path.iterdir()]
    if form.id == "docx":
        with zipfile.ZipFile(path) as held:
            contents = [held.read(name) for name in held.namelist()]
    told = b"\n".join(contents).decode("utf-8", "replace")
    for part in (
        "A treaty is signed",
        "29 May 2014",
        "Three presidents sign.",
        "Nazarbayev",
        "Astana",
        "First source",
        "Second source",
        "Kazakhstan",
        "Said.",
        "abc",
        "Notes of the reader are not part",
    ):
        assert part in told
    for part in ("0.5", "0.25", "0.75") if form.id == "csv" else ("50.0", "25.0", "75.0"):
        assert part in told


@forms
def test_what_is_not_listed_is_counted(tmp_path: Path, form: ReportFormat) -> None:
    files = files_of(small_report(unlisted=7, unread=2), tmp_path / f"r{form.suffix}")
    main = next(iter(files.values()))
    if form.id == "docx":
        with zipfile.ZipFile(io.BytesIO(main)) as held:
            main = held.read("word/document.xml")
    told = b"".join([main, *list(files.values())[1:]]).decode("utf-8")
    assert "7 further events pass" in told
    assert "2 records are damaged" in told


@given(report=REPORTS)
@settings(max_examples=60)
def test_every_part_of_a_document_is_sound_and_every_footnote_is_called_once(
    report: Report,
) -> None:
    content = files_of(report, Path("r.docx"))[Path("r.docx")]
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        parts = {name: ElementTree.fromstring(held.read(name)) for name in held.namelist()}
    called = [
        int(one.get(f"{word}id", ""))
        for one in parts["word/document.xml"].iter(f"{word}footnoteReference")
    ]
    told = [
        int(one.get(f"{word}id", "")) for one in parts["word/footnotes.xml"].iter(f"{word}footnote")
    ]
    assert called == [number for number in told if number > 0]
    assert len(called) == sum(len(event.cites) for event in report.events)
    for relation in parts["word/_rels/document.xml.rels"]:
        target = relation.get("Target", "")
        assert target.removeprefix("../") in parts or f"word/{target}" in parts


def test_a_picture_is_in_the_page_and_can_be_saved_in_each_form() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (16).to_bytes(4) + (9).to_bytes(4)
    pictured = small_report(pictures={"png": png, "svg": b"<svg/>", "pdf": b"%PDF"})
    page = files_of(pictured, Path("r.html"))[Path("r.html")].decode()
    assert page.count("data:image/png;base64,") == 2
    assert 'download="timeline.svg"' in page
    assert 'download="timeline.pdf"' in page
    beside = files_of(pictured, Path("x/my report.md"))
    assert {name.name for name in beside} == {
        "my report.md",
        "my report.png",
        "my report.svg",
        "my report.pdf",
    }
    assert b"(my%20report.png)" in beside[Path("x/my report.md")]
    with zipfile.ZipFile(io.BytesIO(files_of(pictured, Path("r.docx"))[Path("r.docx")])) as held:
        assert held.read("word/media/timeline.png") == png
        assert 'cy="3429000"' in held.read("word/document.xml").decode()  # 640 px wide, 9 to 16


def test_the_ending_says_the_form() -> None:
    found = [format_of(Path(name)) for name in ("a.HTML", "a.docx", "a.md", "a.csv", "a", "a.pdf")]
    assert [one.id if one else "" for one in found] == ["html", "docx", "markdown", "csv", "", ""]
    with pytest.raises(KeyError):
        files_of(small_report(), Path("a.pdf"))
