"""Export then import is equal, whatever was written and in whichever form."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.exchange import web_annotation, written_csv
from timeline_app.exchange.handed_on import WrittenFormat
from timeline_app.exchange.written_catalogue import FORMATS
from timeline_app.model.annotation import About, Passage, Target, Written
from timeline_app.model.command import RefusedError, State
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import Add
from written_values import additions

TIMES = ("2026-11-28T12:00:00.000Z", "2026-11-28T12:00:00.001Z")


class Nothing:
    """A notebook in which nothing stands."""

    def state(self, kind: str, target: str) -> State | None:
        return None

    def mine(self, kind: str, target: str) -> list[tuple[str, State]]:
        return []


def made(command: Add, n: int, author: str = "Anna") -> Written:
    (change,) = command.changes(Nothing())
    assert change.state is not None
    name = command.kind.name
    return Written(f"id-{n}", name, command.target, change.state, author, *TIMES, "")


AUTHORS = st.sampled_from(["Anna", "", "=Болат", "'quoted'", 'a;b,"c"'])
WRITTEN = st.lists(st.tuples(additions(), AUTHORS), max_size=5).map(
    lambda told: [made(command, n, author) for n, (command, author) in enumerate(told)]
)


@pytest.mark.parametrize("form", [one for one in FORMATS if one.read], ids=lambda one: one.id)
@given(written=WRITTEN)
@settings(deadline=None)
def test_out_and_in_again_is_equal(form: WrittenFormat, written: list[Written]) -> None:
    assert form.read is not None
    taken = form.read(form.write(written))
    assert taken.unread == ()
    assert list(taken.written) == written
    assert form.write(taken.written) == form.write(written)


@given(WRITTEN)
@settings(deadline=None, max_examples=30)
def test_every_form_says_what_it_leaves_out_and_holds_every_word(written: list[Written]) -> None:
    for form in FORMATS:
        assert form.leaves_out and all(what.endswith(".") for what in form.leaves_out)
        assert isinstance(form.write(written), str)


PASSAGE = Target("passage", "event:e#summary:3-8")


def passage() -> Written:
    about = About("arch", "1", "A title", "2014", "quote", "before", "after")
    return made(Add(BY_NAME["note"], {"text": "x", "tags": ["a b"]}, PASSAGE, about), 1)


def test_a_passage_has_the_selectors_of_the_standard() -> None:
    (item,) = json.loads(web_annotation.write([passage()]))["first"]["items"]
    assert item["type"] == "Annotation" and item["motivation"] == "commenting"
    quote, position = item["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "quote",
        "prefix": "before",
        "suffix": "after",
    }
    assert position == {"type": "TextPositionSelector", "start": 3, "end": 8}
    assert [body["purpose"] for body in item["body"]] == ["commenting", "tagging"]
    assert Passage.read(PASSAGE.id)


def test_annotations_of_other_programs_are_taken() -> None:
    taken = web_annotation.read(
        """[{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
        "id": "http://example.org/1", "creator": "Bolat", "created": "2020-01-01T00:00:00Z",
        "motivation": "commenting", "body": {"type": "TextualBody", "value": "hm"},
        "target": "urn:x-timeline:event:e%201"},
        {"type": "Annotation", "target": "http://example.org/page", "body": []}, 7]"""
    )
    (one,) = taken.written
    assert (one.kind, str(one.target), one.text, one.author) == ("note", "event:e 1", "hm", "Bolat")
    assert len(taken.unread) == 2


@pytest.mark.parametrize("text", ["", "{", "{}", "7", '{"items": 4}', "[" * 100_000])
def test_what_holds_no_annotations_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        web_annotation.read(text)


@given(st.text())
def test_any_text_is_read_as_a_table_or_refused(text: str) -> None:
    with suppress(RefusedError):
        written_csv.read(text)


def test_no_cell_is_a_formula() -> None:
    for text in ("=1+1", "+7", "-7", "@x", "'=1", "\t1"):
        one = made(Add(BY_NAME["note"], {"text": text}, Target("event", "e")), 1)
        cell = written_csv.write([one]).split("\r\n")[1].split(",")[3]
        assert cell.strip('"').startswith("'")
        assert written_csv.read(written_csv.write([one])).written == (one,)


def test_a_name_that_is_not_known_is_said_with_its_line() -> None:
    table = written_csv.write([passage()]).replace("\nnote,", "\nopinion,")
    (unread,) = written_csv.read(table).unread
    assert "2" in unread.where and "opinion" in unread.why


def test_markdown_is_for_reading() -> None:
    form = next(one for one in FORMATS if one.id == "markdown")
    text = form.write(
        [passage(), replace(passage(), state={**passage().state, "text": "# no\n<b>"})]
    )
    assert "## 2014 · A title (`passage:event:e#summary:3-8`)" in text
    assert "> # no\n> <b>" in text and "#a-b" in text
