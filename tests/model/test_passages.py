"""A passage is found again in a text that was edited."""

from hypothesis import assume, given
from hypothesis import strategies as st

from timeline_app.model.annotation import About
from timeline_app.model.passages import Place, Stand, find_passage, quoted

SPEECH = (
    "Xi Jinping spoke at Nazarbayev University in Astana on 7 September 2013 and proposed an "
    "economic belt along the Silk Road. The belt was welcomed by the host."
)
TEXT = st.text("ab cд", max_size=60)


def kept(text: str, quote: str) -> tuple[int, int, About]:
    first = text.index(quote)
    return first, first + len(quote), quoted(About(), text, first, first + len(quote))


@given(TEXT, TEXT, st.text("ab cд", min_size=1, max_size=20))
def test_in_the_same_text_it_is_where_it_was(before: str, after: str, quote: str) -> None:
    text = before + quote + after
    first, end = len(before), len(before) + len(quote)
    about = quoted(About(), text, first, end)
    assert find_passage(text, first, end, about) == Place(first, end, Stand.SAME)


@given(TEXT, TEXT, st.text("xyz", min_size=3, max_size=20), TEXT)
def test_what_is_written_before_it_moves_it(before: str, after: str, quote: str, new: str) -> None:
    assume(new)
    text = before + quote + after
    first, end = len(before), len(before) + len(quote)
    about = quoted(About(), text, first, end)
    found = find_passage(new + text, first, end, about)
    assert found == Place(first + len(new), end + len(new), Stand.MOVED)


def test_of_several_the_one_with_the_same_surroundings_is_meant() -> None:
    first, end, about = kept(SPEECH, "belt was")
    again = "The belt was new. " + SPEECH
    place = find_passage(again, first, end, about)
    assert again[place.first : place.end] == "belt was" and place.first == first + 18


def test_changed_words_are_found_between_what_stands_around_them() -> None:
    first, end, about = kept(SPEECH, "7 September 2013")
    edited = SPEECH.replace("7 September 2013", "the seventh of September 2013")
    place = find_passage(edited, first, end, about)
    assert place.stand is Stand.CHANGED
    assert edited[place.first : place.end] == "the seventh of September 2013"


def test_what_is_nowhere_is_said_to_be_gone() -> None:
    first, end, about = kept(SPEECH, "economic belt")
    assert find_passage("Quite another summary.", first, end, about).stand is Stand.GONE
    assert find_passage("", first, end, about).stand is Stand.GONE


@given(TEXT, st.integers(0, 80), st.integers(0, 80), TEXT, TEXT, TEXT)
def test_no_text_is_too_strange(
    text: str, first: int, end: int, quote: str, before: str, after: str
) -> None:
    about = About(quote=quote, before=before, after=after)
    place = find_passage(text, min(first, end), max(first, end), about)
    assert place.first >= 0
    assert place.stand is Stand.GONE or place.end <= len(text)
