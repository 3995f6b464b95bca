"""Where a source lies: only what a browser may be sent to is ever opened."""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.records import Source
from timeline_app.model.source_address import web_address, written_address

PLAIN = Source("s", "", "P", "T", "", "", "", "", "", "", "", "", "", "")


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30), st.text(max_size=12))
def test_nothing_but_the_web_is_opened(url: str, repo: str, path: str, commit: str) -> None:
    source = replace(PLAIN, url=url, repo=repo, path=path, commit=commit)
    address = web_address(source)
    if address:
        parts = urlsplit(address)
        assert parts.scheme in ("http", "https")
        assert parts.hostname


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "//host/share",
        "smb://host/share",
        "http:",
        "https://a\nb",
        "http://[",
    ],
)
def test_what_is_no_web_address_is_shown_and_copied_only(url: str) -> None:
    source = replace(PLAIN, url=url)
    assert web_address(source) == ""
    assert written_address(source) == url


def test_a_path_in_a_repository_leads_to_that_commit() -> None:
    source = replace(PLAIN, repo="o/r.n", path="a b/ü.md", commit="4f3e897da")
    assert web_address(source) == "https://github.com/o/r.n/blob/4f3e897da/a%20b/%C3%BC.md"
    assert written_address(source) == "o/r.n/a b/ü.md@4f3e897da"


def test_a_repository_that_leads_elsewhere_is_not_followed() -> None:
    for repo in ("o/r/../../x", "o", "@evil/r", "o/r?x=1", "o/r#f"):
        assert web_address(replace(PLAIN, repo=repo, path="f")) == ""
