"""The forms of a report: one file a form, one line here."""

from collections.abc import Callable
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.exchange import report_csv, report_docx, report_html, report_markdown
from timeline_app.model.report import Report
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A form, the ending of its files, and what writes it: from a report and the name that the
    files are given to the content of each, by what its name has beyond that ("" for the file
    itself, which has the suffix)."""

    id: str
    label: str
    suffix: str
    write: Callable[[Report, str], dict[str, bytes]]


FORMATS = (
    ReportFormat("html", mark("Web page"), ".html", report_html.write),
    ReportFormat("docx", mark("Document with footnotes"), ".docx", report_docx.write),
    ReportFormat("markdown", mark("Markdown, pictures beside"), ".md", report_markdown.write),
    ReportFormat("csv", mark("Tables, numbers beside"), ".csv", report_csv.write),
)


def format_of(path: Path) -> ReportFormat | None:
    """The form that the ending of a file's name says."""
    ending = path.suffix.casefold()
    return next((one for one in FORMATS if one.suffix == ending), None)


def files_of(report: Report, path: Path) -> dict[Path, bytes]:
    """The files of a report, the one of this name first. KeyError for an ending that is none."""
    form = format_of(path)
    if form is None:
        raise KeyError(path.suffix)
    made = form.write(report, path.stem)
    return {
        path.with_name(path.stem + ending) if ending else path: content
        for ending, content in made.items()
    }
