"""A note is shown in a small subset of Markdown, and nothing in it is more than text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline_app.panes.markdown_subset import TAGS, as_html, has_signs

_TAG = re.compile(r"</?([a-z]+)>")


@pytest.mark.parametrize(
    ("note", "html"),
    [
        ("plain", "<p>plain</p>"),
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("# Head\ntext", "<p><b>Head</b></p><p>text</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("> said\n> so", "<blockquote>said<br>so</blockquote>"),
        ("a **b** *c* _d_ `e*f*`", "<p>a <b>b</b> <i>c</i> <i>d</i> <code>e*f*</code></p>"),
        ("2 * 3 * 4 and snake_case_word", "<p>2 * 3 * 4 and snake_case_word</p>"),
        ("<b>no</b> & [x](http://y)", "<p>&lt;b&gt;no&lt;/b&gt; &amp; [x](http://y)</p>"),
        ("", ""),
    ],
)
def test_each_sign_means_what_it_does(note: str, html: str) -> None:
    assert as_html(note) == html


@given(st.text(st.sampled_from("ab*_`>#-<img src=x>&\n 1."), max_size=80))
@example("<img src=/etc/passwd>")
@example("**<a href=x>**")
def test_nothing_but_our_own_tags_comes_out(note: str) -> None:
    html = as_html(note)
    assert set(_TAG.findall(html)) <= TAGS
    assert "<" not in _TAG.sub("", html)


@given(st.text(st.characters(codec="utf-8", exclude_characters="*_`#>-+\x00"), max_size=60))
def test_no_word_is_lost(note: str) -> None:
    said = re.sub(r"\s", "", _TAG.sub("", as_html(note)))
    numbered = re.sub(r"(?m)^\s*\d{1,9}[.)]\s+", "", "\n".join(note.splitlines()))
    from html import escape

    assert said == re.sub(r"\s", "", escape(numbered))


def test_plain_words_stay_plain() -> None:
    assert not has_signs("one\ntwo <b>three</b> 2 * 3")
    assert has_signs("- one") and has_signs("a **b**")
