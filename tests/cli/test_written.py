"""Every kind of thing one can write, from the shell."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from timeline_app.dates.edtf import parse
from timeline_app.model.asked import Asked
from timeline_app.model.written.catalogue import KINDS
from timeline_app.session.asking import ask
from timeline_app.session.session import Session
from timeline_app.store.archive import Archive
from timeline_app.store.looks import text_of

from .conftest import Answer, Shell

Say = Callable[..., Answer]
KINDS_OF_FIELDS = tuple(kind for kind in KINDS if kind.name != "view")


@pytest.fixture(scope="module")
def events(shipped_archive: Path) -> list[str]:
    """Ids of three events, the first before 1996."""
    session = Session()
    session.open_archive(shipped_archive)
    ids = []
    for asked in (Asked(latest="1995"), Asked(earliest="2013")):
        ask(session, asked)
        ids += [row.id for row in session.ordered_rows(0, 2)]
    session.close()
    return ids[:3]


@pytest.fixture
def say(shell: Shell, shipped_archive: Path, tmp_path: Path) -> Say:
    def said(*line: object, stdin: str = "") -> Answer:
        where = ("--archive", shipped_archive, "--notebook", tmp_path / "n.sqlite", "--json")
        return shell(*line, *where, stdin=stdin)

    return said


def lines(events: list[str]) -> dict[str, tuple[list[str], dict[str, object]]]:
    """For each word what is added, and what then stands in the list."""
    on = ["--event", events[0]]
    return {
        "note": ([*on, "--text", "x", "--tag", "a"], {"text": "x", "tags": ["a"]}),
        "tag": ([*on, "--tag", " to  check"], {"tag": "to check"}),
        "star": (on, {"target": f"event:{events[0]}"}),
        "highlight": ([*on, "--color", "green"], {"colour": "green"}),
        "judge": ([*on, "--as", "needs a source"], {"judgement": "needs-source"}),
        "link": (
            ["--from", f"event:{events[0]}", "--to", events[1], "--kind", "led to"],
            {"to": f"event:{events[1]}", "link": "led-to"},
        ),
        "correct": (
            [*on, "--field", "date", "--value", "1995-03", "--reason", "the register"],
            {"field": "date", "value": "1995-03", "text": "the register"},
        ),
        "own-event": (
            ["--title", "Lunch", "--date", "2014~", "--actor", "A", "--actor", "B"],
            {"title": "Lunch", "edtf": "2014~", "actors": ["A", "B"]},
        ),
        "thesis": (
            ["--text", "It ends.", "--for", events[0], "--against", "claim:claim-burns-2014"],
            {"for": [f"event:{events[0]}"], "against": ["claim:claim-burns-2014"]},
        ),
    }


@pytest.mark.parametrize("word", [kind.word for kind in KINDS_OF_FIELDS])
def test_it_is_written_listed_shown_removed_and_taken_back(
    say: Say, events: list[str], word: str
) -> None:
    options, wanted = lines(events)[word]
    added = say(word, "add", *options)
    assert (added.code, added.err) == (0, ""), added.err
    assert added.json.keys() == {"act", "id", "durable"} and added.json["durable"] is True
    (row,) = say(word, "list").json
    assert row["id"] == added.json["id"] and wanted.items() <= row.items()
    assert {"author", "created", "changed"} <= row.keys()
    assert say(word, "show", row["id"]).json == row
    assert say(word, "remove", row["id"]).code == 0 and say(word, "list").json == []
    assert say(word, "show", row["id"]).code == 2
    history = say(word, "history", row["id"]).json
    assert len(history) == 2 and history[1]["label"].startswith("remove")
    undone = say("undo").json["undone"]
    assert undone.startswith("remove") and say(word, "list").json == [row]
    assert say("undo").json["undone"] == history[0]["label"] and say(word, "list").json == []
    assert say(word, "restore", history[0]["act"]).json["id"] == row["id"]
    assert say(word, "show", row["id"]).code == 0


def test_every_word_has_its_example() -> None:
    assert set(lines(["a", "b"])) == {kind.word for kind in KINDS_OF_FIELDS}


@pytest.mark.parametrize("word", [kind.word for kind in KINDS_OF_FIELDS])
def test_people_are_told_the_same(
    shell: Shell, shipped_archive: Path, tmp_path: Path, events: list[str], word: str
) -> None:
    where = ("--archive", shipped_archive, "--notebook", tmp_path / "n.sqlite")
    options, _ = lines(events)[word]
    id_ = json.loads(shell(word, "add", *options, *where).out)["id"]
    assert shell(word, "list", *where).out.startswith(id_)
    assert id_ in shell(word, "show", id_, *where).out.splitlines()[0]
    assert len(shell(word, "history", id_, *where).out.splitlines()) == 1
    assert shell(word, "add", "--help").code == 0


def test_fields_are_edited_one_by_one(say: Say, events: list[str]) -> None:
    options, _ = lines(events)["own-event"]
    id_ = say("own-event", "add", *options).json["id"]
    assert say("own-event", "edit", id_, "--title", "Dinner").code == 0
    row = say("own-event", "show", id_).json
    assert (row["title"], row["edtf"], row["actors"]) == ("Dinner", "2014~", ["A", "B"])
    assert say("own-event", "edit", id_, "--date", "soon").code == 2
    assert say("own-event", "edit", id_).code == 2
    note = say("note", "add", "--target", f"own-event:{id_}", "--text", "on my own")
    assert note.code == 0
    assert say("note", "add", "--target", "own-event:none", "--text", "x").code == 2


def test_an_event_of_ones_own_is_written_in_the_calendar_of_its_source(say: Say) -> None:
    dated = ["--title", "x", "--date"]
    eid = say("own-event", "add", *dated, "1445-10-01", "--calendar", "Islamic").json["id"]
    row = say("own-event", "show", eid).json
    assert (row["edtf"], row["calendar"]) == ("1445-10-01", "islamic-civil")
    assert row["gregorian"] == parse("1445-10-01", "islamic").edtf
    assert "gregorian" not in say("own-event", "show", _plain(say)).json
    assert say("own-event", "add", *dated, "1900-02-29", "--calendar", "julian").code == 0
    refused = say("own-event", "add", *dated, "1900-02-29")
    assert refused.code == 2 and "1900-02-28" in refused.err
    assert say("own-event", "add", *dated, "1900", "--calendar", "mayan").code == 2
    assert say("own-event", "edit", eid, "--date", "1445-13").code == 2


def _plain(say: Say) -> str:
    id_ = say("own-event", "add", "--title", "x", "--date", "2014").json["id"]
    return str(id_)


@pytest.mark.parametrize(
    "line",
    [
        "link add --event {} --to event:nope",
        "link add --event {} --to {}",
        "link add --event {}",
        "thesis add --text x --for event:nope",
        "judge add --event {}",
        "judge add --event {} --judgement perhaps",
        "highlight add --event {} --colour mauve",
        "star add",
        "star add --event nope",
        "tag add --event {}",
        "own-event add --title x",
        "own-event add --title x --date never",
        "correct add --event {} --field date --value never",
        "correct add --target period:2014 --field date --value 2014",
        "own-event add --event {} --title x --date 2014",
    ],
)
def test_what_is_refused_changes_nothing(
    say: Say, events: list[str], tmp_path: Path, line: str
) -> None:
    answer = say(*line.format(events[0], events[0]).split())
    assert (answer.code, answer.out) == (2, "") and answer.err.count("\n") == 1
    assert not (tmp_path / "n.sqlite").exists()


def test_a_batch_takes_any_kind(say: Say, events: list[str]) -> None:
    asked = [
        {"target": f"event:{events[0]}", "judgement": "wrong", "text": "no"},
        {"target": f"event:{events[0]}", "judgement": 4},
        {"judgement": "wrong"},
    ]
    answer = say("judge", "add", "--batch", stdin="\n".join(map(json.dumps, asked)))
    assert answer.code == 1
    assert [json.loads(one)["durable"] for one in answer.out.splitlines()] == [True, False, False]
    own = json.dumps({"title": "x", "edtf": "2014", "actors": ["A"]})
    assert say("own-event", "add", "--batch", stdin=own).code == 0


def test_filters_ask_what_is_tagged(say: Say, events: list[str]) -> None:
    for event, tag in zip(events, ("red", "Red", "blue"), strict=True):
        say("tag", "add", "--event", event, "--tag", tag)
    assert len(say("tag", "list", "--tag", "RED").json) == 2
    assert len(say("tag", "list", "--to", "1995").json) == 2
    assert len(say("tag", "list", "--search", "blue").json) == 1


def test_what_is_on_neither_side_of_a_thesis_is_told(say: Say, events: list[str]) -> None:
    id_ = say("thesis", "add", "--text", "It ends.", "--for", events[0]).json["id"]
    assert "neither" not in say("thesis", "show", id_).json
    passing = {row["id"] for row in say("events", "list", "--to", "1995").json}
    neither = say("thesis", "show", id_, "--to", "1995").json["neither"]
    assert {row["id"] for row in neither} == passing - {events[0]} and events[0] in passing
    assert say("thesis", "show", id_, "--to", "never").code == 2
    (claim, *_) = say("claims", "list", "--to", "1995").json
    say("thesis", "edit", id_, "--against", f"claim:{claim['id']}")
    both = say("thesis", "show", id_, "--to", "1995").json
    claims = {row["id"] for row in say("claims", "list", "--to", "1995").json}
    assert {row["id"] for row in both["neither_claims"]} == claims - {claim["id"]}
    assert both["neither"] == neither


def test_a_passage_keeps_its_quote(say: Say, events: list[str], shipped_archive: Path) -> None:
    with closing(Archive.open(shipped_archive)) as archive:
        text = text_of(archive, "event", events[0], "summary") or ""
    target = f"event:{events[0]}#summary:3-12"
    id_ = say("highlight", "add", "--target", target).json["id"]
    row = say("highlight", "show", id_).json
    assert row["quote"] == text[3:12]
    assert row["passage"] == {"from": 3, "to": 12, "stands": "as written"}
    assert say("highlight", "list", "--to", "1995").json == [row]
