"""A name counts in running words only as a whole."""

from timeline_app.store.whole_names import WholeNames

NAMES = WholeNames([("Türkiye", 1), ("United States", 2), ("US", 2), ("Түркия", 1), ("", 3)])


def test_names_are_found_whole_and_in_order() -> None:
    assert list(NAMES.within("The United States and Turkiye met")) == [2, 1]
    assert list(NAMES.within("United we stand; the Türkiyeli; let us go")) == []
    assert list(NAMES.within("the US")) == [2]
    assert list(NAMES.within("")) == []
