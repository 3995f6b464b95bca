"""`note`, `undo` and `redo` as outside programs drive them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from timeline_app.cli.targets import Targets
from timeline_app.model.annotation import Target
from timeline_app.model.asked import Asked
from timeline_app.session.asking import ask
from timeline_app.session.session import Session
from timeline_app.store.archive import Archive
from timeline_app.store.looks import text_of

from .conftest import Answer, Shell

Note = Callable[..., Answer]


@pytest.fixture(scope="session")
def events(shipped_archive: Path) -> list[str]:
    """Ids of four events: two before 1996, then two of China's after 2012."""
    session = Session()
    session.open_archive(shipped_archive)
    ids = []
    for asked in (Asked(latest="1995"), Asked(earliest="2013", vectors=("China",))):
        ask(session, asked)
        ids += [row.id for row in session.ordered_rows(0, 2)]
    session.close()
    return ids


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    return tmp_path / "n.notebook.sqlite"


@pytest.fixture
def say(shell: Shell, shipped_archive: Path, notebook: Path) -> Note:
    def said(*line: object, stdin: str = "") -> Answer:
        where = ("--archive", shipped_archive, "--notebook", notebook, "--json")
        return shell(*line, *where, stdin=stdin)

    return said


def test_a_note_is_written_listed_changed_and_removed(say: Note, events: list[str]) -> None:
    added = say("note", "add", "--event", events[0], "--text", "Первое\nslово", "--tag", "a b")
    assert (added.code, added.err) == (0, "")
    assert added.json.keys() == {"act", "id", "durable"} and added.json["durable"] is True
    note = added.json["id"]
    (row,) = say("note", "list").json
    assert row == say("note", "show", note).json
    assert row.keys() == {"id", "target", "text", "tags", "author", "created", "changed"}
    assert (row["target"], row["text"], row["tags"]) == (
        f"event:{events[0]}",
        "Первое\nslово",
        ["a b"],
    )
    edited = say("note", "edit", note, "--text", "other")
    assert edited.json["id"] == note and edited.json["act"] != added.json["act"]
    assert say("note", "show", note).json["text"] == "other"
    assert say("note", "show", note).json["tags"] == ["a b"]
    removed = say("note", "remove", note)
    assert removed.code == 0 and say("note", "list").json == []
    assert say("note", "show", note).code == 2
    history = say("note", "history", note).json
    assert [act["text"] for act in history] == ["Первое\nslово", "other", None]
    assert [act["label"] for act in history] == ["write note", "edit note", "remove note"]
    assert say("note", "restore", edited.json["act"]).json["id"] == note
    assert say("note", "show", note).json["text"] == "other"


def test_undo_and_redo_walk_the_steps(say: Note, events: list[str]) -> None:
    assert say("undo").code == 2 and say("redo").code == 2
    note = say("note", "add", "--event", events[0], "--text", "one").json["id"]
    before = say("note", "list").out
    say("note", "edit", note, "--text", "two")
    undone = say("undo")
    assert undone.code == 0 and undone.json.keys() == {"undone", "act"}
    assert undone.json["undone"] == "edit note"
    assert say("note", "list").out == before
    assert say("redo").json["redone"] == "edit note"
    assert say("note", "show", note).json["text"] == "two"
    assert [say("undo").json["undone"], say("undo").json["undone"]] == ["edit note", "write note"]
    assert say("note", "list").json == []
    refused = say("undo")
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "line",
    [
        "add --event nope --text one",
        "add --target claim:nope --text one",
        "add --target passage:event:nope#summary:1-4 --text one",
        "add --target passage:claim:claim-burns-2014#nonsense:0-1 --text one",
        "add --target passage:claim:claim-burns-2014#text:0-99999 --text one",
        "add --target period:2014-13 --text one",
        "add --target opinion:mine --text one",
        "add --target event: --text one",
        "add --text one",
        "add --event a --target event:a --text one",
        "add --event a --batch",
        "edit nope --text one",
        "edit nope",
        "remove nope",
        "show nope",
        "history nope",
        "restore nope",
        "list --state nope",
        "list --from nope",
        "list --verified perhaps",
    ],
)
def test_what_is_refused_changes_nothing(say: Note, notebook: Path, line: str) -> None:
    answer = say("note", *line.split())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1 and answer.err.rstrip().endswith((".", "'.", "?"))
    assert not notebook.exists()


def test_an_unknown_event_is_refused_by_the_archives_name(
    say: Note, events: list[str], shipped_archive: Path
) -> None:
    assert str(shipped_archive) in say("note", "add", "--event", "nope", "--text", "x").err
    assert say("note", "add", "--event", events[0]).code == 2
    assert say("note", "add", "--event", events[0], "--text", " ").code == 2
    assert say("note", "add", "--event", events[0], "--tag", "a").code == 0


def test_a_note_can_be_about_anything_the_archive_holds(
    say: Note, events: list[str], shipped_archive: Path
) -> None:
    wanted = [
        "claim:claim-burns-2014",
        "actor:org-c5-1",
        "period:2014-03/2014-05",
        f"passage:event:{events[0]}#summary:0-12",
    ]
    for target in wanted:
        assert say("note", "add", "--target", target, "--text", "one").code == 0, target
    assert [row["target"] for row in say("note", "list").json] == wanted
    with Targets(shipped_archive) as targets:
        about = targets.about(Target("event", events[0]))
    assert about.archive and about.edition and about.title and about.date


def test_a_passage_lies_within_its_text(
    say: Note, events: list[str], shipped_archive: Path
) -> None:
    with closing(Archive.open(shipped_archive)) as archive:
        text = text_of(archive, "event", events[0], "summary")
    assert text
    field = f"passage:event:{events[0]}#summary"
    whole = say("note", "add", "--target", f"{field}:0-{len(text)}", "--text", "all of it")
    assert (whole.code, whole.err) == (0, "")
    beyond = say("note", "add", "--target", f"{field}:0-{len(text) + 1}", "--text", "and more")
    assert beyond.code == 2 and f"has {len(text)} letters" in beyond.err
    number = say(
        "note", "add", "--target", f"passage:event:{events[0]}#importance:0-1", "--text", "x"
    )
    assert number.code == 2 and "is no text of" in number.err


def test_a_batch_answers_each_line_and_goes_on(say: Note, events: list[str]) -> None:
    target = f"event:{events[0]}"
    lines: list[Any] = [
        {"target": target, "text": "one", "tags": ["a"]},
        {"target": "event:nope", "text": "two"},
        {"target": target, "text": "three"},
        {"target": target, "text": 4},
        {"target": target, "text": "five", "tags": "a"},
        {"target": target, "text": "\ud800"},
        ["six"],
    ]
    stdin = "\n".join([*(json.dumps(line) for line in lines), "{", "", ""])
    answer = say("note", "add", "--batch", stdin=stdin)
    assert answer.code == 1 and answer.err.startswith("6 lines of the batch were refused")
    assert answer.err.count("\n") == 1
    answers = [json.loads(line) for line in answer.out.splitlines()]
    assert [one["durable"] for one in answers] == [True, False, True, *[False] * 5]
    assert [one["line"] for one in answers if not one["durable"]] == [2, 4, 5, 6, 7, 8]
    assert [row["text"] for row in say("note", "list").json] == ["one", "three"]
    none = say("note", "add", "--batch", stdin=stdin.split("\n")[1])
    assert none.code == 2 and none.err.startswith("1 line of the batch was refused")
    assert say("note", "add", "--batch", stdin=stdin.split("\n")[0]).code == 0
    assert say("note", "add", "--batch", stdin="").code == 0


def test_filters_ask_notes_and_their_events(say: Note, events: list[str]) -> None:
    for event, text, tag in zip(events, ("Astana", "Алматы", "Xi", "пояс"), "aabb", strict=True):
        say("note", "add", "--event", event, "--text", text, "--tag", tag)
    say("note", "add", "--target", "period:2014", "--text", "a year", "--tag", "a")

    def texts(*filters: str) -> list[str]:
        return [row["text"] for row in say("note", "list", *filters).json]

    assert texts("--tag", "a") == ["Astana", "Алматы", "a year"]
    assert texts("--tag", "a", "--tag", "b") == ["Astana", "Алматы", "Xi", "пояс", "a year"]
    assert texts("--search", "алмат") == ["Алматы"]
    assert texts("--search", "YEAR", "--search", "xi") == ["Xi", "a year"]
    assert texts("--vector", "China", "--from", "2013") == ["Xi", "пояс"]
    assert texts("--to", "1995", "--tag", "a", "--search", "astana") == ["Astana"]
    assert texts("--to", "1800") == []
    assert len(texts("--surely")) == 5
    assert say("note", "list", "--state", "nope").code == 2
    assert say("note", "list", "--from", "nope").code == 2


def test_words_for_people_say_the_same(
    shell: Shell, say: Note, notebook: Path, events: list[str]
) -> None:
    note = say("note", "add", "--event", events[0], "--text", "one\ntwo", "--tag", "a").json["id"]
    say("undo")
    say("redo")
    where = ("--notebook", notebook)
    assert shell(*where, "note", "list").out == f"{note}  event:{events[0]}  one …  #a\n"
    shown = shell("note", *where, "show", note).out
    assert shown.startswith(f"Note: {note}\n") and shown.endswith("\n\none\ntwo\n")
    history = shell("note", "history", note, *where).out.splitlines()
    assert len(history) == 3 and "took back: write note" in history[1]
    assert "(removed)" in history[1]


def test_words_that_read_make_no_notebook(say: Note, notebook: Path) -> None:
    assert say("note", "list").json == []
    assert not notebook.exists()


def test_what_writes_nothing_does_not_make_the_users_folder(
    shell: Shell, shipped_archive: Path, tmp_path: Path
) -> None:
    for line in ("note list", "note show nope", "undo", "redo", "note remove nope"):
        assert shell(*line.split(), "--archive", shipped_archive).code in (0, 2)
    shell("note", "add", "--event", "nope", "--text", "x", "--archive", shipped_archive)
    assert not (tmp_path / "home").exists()


def test_the_users_own_folder_is_made(
    shell: Shell, shipped_archive: Path, events: list[str], tmp_path: Path
) -> None:
    added = shell("note", "add", "--event", events[0], "--text", "x", "--archive", shipped_archive)
    assert added.code == 0
    assert (tmp_path / "home" / "user_data" / "my.notebook.sqlite").is_file()
    named = tmp_path / "none" / "n.sqlite"
    refused = shell(
        *("note", "add", "--event", events[0], "--text", "x"),
        *("--archive", shipped_archive, "--notebook", named),
    )
    assert refused.code == 2 and "no folder" in refused.err and not named.parent.exists()


def test_a_refused_notebook_keeps_its_bytes(say: Note, events: list[str], notebook: Path) -> None:
    notebook.write_text("my shopping list")
    for line in (
        ("note", "list"),
        ("note", "add", "--event", events[0], "--text", "x"),
        ("note", "add", "--batch"),
        ("undo",),
    ):
        answer = say(*line, stdin="{}")
        assert (answer.code, answer.out) == (2, "") and str(notebook) in answer.err
    assert notebook.read_text() == "my shopping list"
    assert [path.name for path in notebook.parent.iterdir() if path.name != "home"] == [
        notebook.name
    ]


def test_the_command_itself(
    shipped_archive: Path, events: list[str], notebook: Path, tmp_path: Path
) -> None:
    where = ["--archive", str(shipped_archive), "--notebook", str(notebook), "--json"]

    def command(*line: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        env = {**os.environ, "HOME": str(tmp_path), "PYTHONIOENCODING": "ascii"}
        program = [sys.executable, "-m", "timeline_app", *line, *where]
        return subprocess.run(program, input=stdin, capture_output=True, env=env, check=False)

    line = json.dumps({"target": f"event:{events[0]}", "text": "Пояс"}, ensure_ascii=False)
    added = command("note", "add", "--batch", stdin=line.encode())
    assert (added.returncode, added.stderr) == (0, b"")
    (note,) = json.loads(command("note", "list").stdout.decode("utf-8"))
    assert note["text"] == "Пояс" and note["id"] == json.loads(added.stdout)["id"]
    bad = command("note", "add", "--event", events[0], "--text", os.fsdecode(b"\xff"))
    assert (bad.returncode, bad.stdout) == (2, b"") and bad.stderr.count(b"\n") == 1
    assert command("undo").returncode == 0
    assert command("note", "list").stdout == b"[]\n"


def test_an_answer_comes_while_the_batch_is_still_open(
    shipped_archive: Path, events: list[str], notebook: Path
) -> None:
    line = ["note", "add", "--batch", "--archive", shipped_archive, "--notebook", notebook]
    with subprocess.Popen(
        [sys.executable, "-m", "timeline_app", *map(str, line)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin and process.stdout
        for n in range(3):
            asked = {"target": f"event:{events[0]}", "text": str(n)}
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["durable"] is True
        process.kill()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("line", ["note add --event {} --text x", "note --help", "--version"])
def test_a_full_standard_output_is_said(
    shipped_archive: Path, events: list[str], notebook: Path, line: str
) -> None:
    where = ["--archive", str(shipped_archive), "--notebook", str(notebook)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "timeline_app", *line.format(events[0]).split(), *where],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1
