"""The page: self-contained, and a stranger's words stay words."""

import re
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings

from made_reports import REPORTS, small_report
from timeline_app.exchange.report_catalogue import files_of
from timeline_app.model.report import Report

OURS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "img", "a", "table"),
    *("thead", "tbody", "tr", "th", "td", "section", "article", "sup", "ol", "li", "blockquote"),
    *("b", "script"),
}


class _Parts(HTMLParser):
    """Tags, attributes and texts of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.fetched: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _parsed(report: Report) -> _Parts:
    parts = _Parts()
    parts.feed(files_of(report, Path("r.html"))[Path("r.html")].decode("utf-8"))
    return parts


@given(report=REPORTS)
@settings(max_examples=80)
def test_no_text_becomes_a_tag_and_nothing_is_fetched(report: Report) -> None:
    parts = _parsed(report)
    assert set(parts.tags) <= OURS
    assert parts.tags.count("script") == 1  # the kept view, which is no code
    assert parts.tags.count("article") == len(report.events)
    assert not any(name.startswith("on") for name in parts.names)
    assert all(re.match("#|data:", address) for address in parts.fetched)


def test_texts_stand_as_they_were_written() -> None:
    report = small_report(sentence="<b>&amp; “so” 'it' is</b>")
    assert "<b>&amp; “so” 'it' is</b>" in _parsed(report).texts
