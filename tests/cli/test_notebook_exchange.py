"""Taking one's work along, and taking it in again, from the shell."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.model.written.catalogue import KINDS
from timeline_app.store.writer import this_writer

from .conftest import Answer, Shell

Say = Callable[..., Answer]
CLAIM = "claim:claim-burns-2014"


@pytest.fixture
def say(shell: Shell, shipped_archive: Path, tmp_path: Path) -> Say:
    def said(*line: object, notebook: str = "a") -> Answer:
        where = ("--archive", shipped_archive, "--notebook", tmp_path / f"{notebook}.sqlite")
        return shell(*line, *where, "--json")

    return said


@pytest.fixture
def full(say: Say) -> Say:
    """A notebook that holds something of most kinds."""
    on = ("--target", CLAIM)
    for line in (
        ("note", "add", *on, "--text", "Первое; =1", "--tag", "a"),
        ("tag", "add", *on, "--tag", "b"),
        ("star", "add", *on),
        ("highlight", "add", "--target", "claim:claim-burns-2014#text:3-12", "--colour", "pink"),
        ("judge", "add", *on, "--as", "doubt"),
        ("own-event", "add", "--title", "Lunch", "--date", "2014~", "--actor", "A; B"),
        ("link", "add", *on, "--to", "claim:claim-nonexistent"),
        ("thesis", "add", "--text", "It ends.", "--for", CLAIM),
        ("correct", "add", *on, "--field", "text", "--value", "other words"),
        ("view", "add", "--name", "v", "--from", "2014"),
    ):
        assert say(*line).code == (2 if "claim:claim-nonexistent" in line else 0)
    return say


def everything(say: Say, notebook: str) -> dict[str, object]:
    return {k.word: say(k.word, "list", notebook=notebook).json for k in KINDS}


@pytest.mark.parametrize("suffix", ["jsonld", "csv"])
def test_out_and_in_again_is_equal(full: Say, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"all.{suffix}"
    exported = full("notebook", "export", file).json
    assert exported["n"] == 9 and len(exported["leaves_out"]) >= 2
    taken = full("notebook", "import", file, notebook="b").json
    assert taken == {"new": 9, "same": 0, "changed": 0, "refused": []}
    assert everything(full, "b") == everything(full, "a")
    again = tmp_path / f"again.{suffix}"
    full("notebook", "export", again, notebook="b")
    assert again.read_bytes() == file.read_bytes()
    assert full("notebook", "import", file).json["same"] == 9
    assert full("undo", notebook="b").json["undone"] == "import"
    assert not any(everything(full, "b").values())


def test_what_was_changed_meanwhile_comes_back_as_an_edit(full: Say, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonld"
    full("notebook", "export", file)
    note = full("note", "list").json[0]
    full("note", "edit", note["id"], "--text", "changed")
    full("star", "remove", full("star", "list").json[0]["id"])
    answer = full("notebook", "import", file).json
    assert (answer["new"], answer["changed"], answer["same"]) == (1, 1, 7)
    assert full("note", "show", note["id"]).json["text"] == note["text"]
    assert [act["text"] for act in full("note", "history", note["id"]).json] == [
        note["text"],
        "changed",
        note["text"],
    ]
    assert full("undo").code == 0 and full("note", "list").json[0]["text"] == "changed"


def test_only_some_kinds_go_to_the_editors(full: Say, tmp_path: Path) -> None:
    file = tmp_path / "corrections.md"
    answer = full("notebook", "export", file, "--only", "correct").json
    assert answer["n"] == 1 and "other words" in file.read_text("utf-8")
    assert any("reading" in said for said in answer["leaves_out"])
    assert any("not asked for" in said for said in answer["leaves_out"])


def test_ones_name_can_be_left_out(full: Say, tmp_path: Path) -> None:
    name = this_writer().author
    assert name and full("note", "list").json[0]["author"] == name
    for out in ("a.jsonld", "a.csv", "a.md", "copy.notebook.sqlite"):
        answer = full("notebook", "export", tmp_path / out, "--without-name").json
        assert any("name" in said for said in answer["leaves_out"])
    assert name not in {
        item.get("creator", {}).get("name")
        for item in json.loads((tmp_path / "a.jsonld").read_text("utf-8"))["first"]["items"]
    }
    copy = tmp_path / "copy.notebook.sqlite"
    assert full("notebook", "check", copy).json["status"] == "ok"
    assert {row["author"] for row in full("note", "list", notebook="copy.notebook").json} == {""}
    info = full("notebook", "info", notebook="copy.notebook").json
    assert info["author"] == "" and info["writers"] == [""]


def test_a_nameless_copy_comes_home_without_a_conflict(full: Say, tmp_path: Path) -> None:
    copy = tmp_path / "copy.notebook.sqlite"
    full("notebook", "export", copy, "--without-name")
    before = everything(full, "a")
    merged = full("notebook", "merge", copy)
    assert merged.code == 0
    assert (merged.json["new"], merged.json["conflicts"], merged.json["damaged"]) == (0, 0, 0)
    assert everything(full, "a") == before
    named = full("notebook", "merge", tmp_path / "a.sqlite", notebook="copy.notebook")
    assert named.code == 0 and everything(full, "copy.notebook") == before


def test_a_copy_is_the_whole_log_and_no_draft(full: Say, tmp_path: Path) -> None:
    copy = tmp_path / "copy.notebook.sqlite"
    full("note", "remove", full("note", "list").json[0]["id"])
    assert full("notebook", "export", copy).json["format"] == "notebook"
    assert everything(full, "copy.notebook") == everything(full, "a")
    assert full("undo", notebook="copy.notebook").json["undone"] == "remove note"
    before = copy.read_bytes()
    assert full("notebook", "export", copy).code == 2 and copy.read_bytes() == before


def test_what_cannot_be_taken_is_refused(full: Say, tmp_path: Path) -> None:
    for name, text in (("a.jsonld", "{"), ("a.csv", "x,y\n1,2\n"), ("a.md", "# x"), ("a.txt", "")):
        (tmp_path / name).write_text(text)
        answer = full("notebook", "import", tmp_path / name, notebook="c")
        assert (answer.code, answer.out) == (2, "") and answer.err.count("\n") == 1
    assert full("notebook", "import", tmp_path / "none.csv", notebook="c").code == 2
    assert not (tmp_path / "c.sqlite").exists()
    table = "kind,id,target,text\nnote,1,event:e,hello\nopinion,2,event:e,x\nnote,3,nothing,x\n"
    (tmp_path / "some.csv").write_text(table)
    some = full("notebook", "import", tmp_path / "some.csv", notebook="c")
    assert some.code == 1 and len(some.json["refused"]) == 2 and some.json["new"] == 1


def test_a_notebook_is_never_written_over_by_an_export(full: Say, tmp_path: Path) -> None:
    trap = tmp_path / "n.jsonld"
    trap.write_bytes((tmp_path / "a.sqlite").read_bytes())
    before = trap.read_bytes()
    assert full("notebook", "export", trap).code == 2 and trap.read_bytes() == before
    assert full("notebook", "export", tmp_path / "none" / "x.csv").code == 2
    assert full("notebook", "export", tmp_path / "x.doc").code == 2
