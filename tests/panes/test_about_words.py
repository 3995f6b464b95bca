"""What something was written on is said in one way wherever it is said."""

import pytest

from timeline_app.model.annotation import About
from timeline_app.panes.about_words import about_words


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (About(title="Astana summit", date="2014-05-29"), "Astana summit · 29 May 2014"),
        (About(title="Astana summit"), "Astana summit"),
        (About(date="2013-09/2014-02"), "Sep 2013 to Feb 2014"),
        (About(title="Treaty", date="no date"), "Treaty · no date"),
        (About(title="Treaty", date="1992", quote="multi-vectored"), "“multi-vectored”"),
        (About(archive="a", edition="b"), ""),
    ],
)
def test_title_first_then_the_date_in_words(about: About, said: str) -> None:
    assert about_words(about) == said
