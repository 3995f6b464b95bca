"""`notebook` and `conflict` as outside programs drive them."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from timeline_app.model.act import Writer
from timeline_app.model.note_commands import EditNote
from timeline_app.store.log_lines import log_lines
from timeline_app.store.notebook import Notebook

from .conftest import Answer, Shell

Say = Callable[..., Answer]


@pytest.fixture
def say(shell: Shell, shipped_archive: Path, tmp_path: Path) -> Say:
    """`say("mine", "note", "list")` drives the notebook `mine` in JSON."""

    def said(name: str, *line: object, stdin: str = "") -> Answer:
        where = ("--archive", shipped_archive, "--notebook", tmp_path / name, "--json")
        return shell(*line, *where, stdin=stdin)

    return said


def note(say: Say, name: str, text: str) -> str:
    added: str = say(name, "note", "add", "--target", "period:2014", "--text", text).json["id"]
    return added


def texts(say: Say, name: str) -> list[str]:
    return sorted(row["text"] for row in say(name, "note", "list").json)


def in_conflict(say: Say, folder: Path) -> str:
    one = note(say, "mine", "first")
    shutil.copy(folder / "mine", folder / "theirs")
    assert say("theirs", "note", "edit", one, "--text", "theirs").code == 0
    assert say("mine", "note", "edit", one, "--text", "mine").code == 0
    return one


def test_a_merge_is_told_before_it_is_done_and_done_once(say: Say, tmp_path: Path) -> None:
    in_conflict(say, tmp_path)
    note(say, "theirs", "more")
    before = (tmp_path / "mine").read_bytes()
    told = say("mine", "notebook", "merge", tmp_path / "theirs", "--dry-run")
    assert told.json == {"new": 2, "same": 1, "conflicts": 1, "orphans": 0, "damaged": 0}
    assert (tmp_path / "mine").read_bytes() == before
    done = say("mine", "notebook", "merge", tmp_path / "theirs")
    assert (done.code, done.json) == (0, told.json)
    again = say("mine", "notebook", "merge", tmp_path / "theirs")
    assert (again.code, again.json["new"], again.json["same"]) == (0, 0, 3)
    assert len(texts(say, "mine")) == 2


def test_a_merge_is_told_in_sentences(
    say: Say, shell: Shell, shipped_archive: Path, tmp_path: Path
) -> None:
    in_conflict(say, tmp_path)
    where = ("--archive", shipped_archive, "--notebook", tmp_path / "mine")
    lines = shell("notebook", "merge", tmp_path / "theirs", *where).out.splitlines()
    assert lines[:2] == ["1 act is new here.", "1 is here already."]
    assert lines[2].startswith("1 thing was changed on both sides")


@pytest.mark.parametrize("take", ["A", "B", "both"])
def test_a_conflict_is_listed_and_settled(say: Say, tmp_path: Path, take: str) -> None:
    one = in_conflict(say, tmp_path)
    say("mine", "notebook", "merge", tmp_path / "theirs")
    (row,) = say("mine", "conflict", "list").json
    sides = {side["side"]: side["state"]["text"] for side in row["sides"]}
    assert row["object"] == one and sides == {"A": "theirs", "B": "mine"}
    settled = say("mine", "conflict", "settle", row["id"], "--take", take)
    assert settled.code == 0 and settled.json["durable"] is True
    kept = sorted(sides.values()) if take == "both" else [sides[take]]
    assert texts(say, "mine") == kept and say("mine", "conflict", "list").json == []
    again = say("mine", "conflict", "settle", row["id"], "--take", take)
    assert again.code == 2 and "no conflict" in again.err and again.out == ""


def test_what_waits_for_another_edition_is_counted(say: Say, tmp_path: Path) -> None:
    note(say, "mine", "first")
    with Notebook.open(tmp_path / "theirs", create=True) as notebook:
        from timeline_app.model.annotation import About, Target
        from timeline_app.model.note_commands import AddNote

        about = About("other", "2", "What it was", "2014")
        notebook.write(AddNote(Target("event", "of-another-edition"), "waits", (), about))
    merged = say("mine", "notebook", "merge", tmp_path / "theirs").json
    assert merged["orphans"] == 1 and texts(say, "mine") == ["first", "waits"]
    assert say("mine", "notebook", "info").json["orphans"] == 1
    (row,) = say("mine", "notebook", "orphans").json
    assert row["lacks"] == ["event:of-another-edition"] and row["text"] == "waits"
    assert (row["title"], row["date"], row["edition"]) == ("What it was", "2014", "2")


def test_of_several_those_that_can_be_read_are_merged(say: Say, tmp_path: Path) -> None:
    note(say, "mine", "first")
    note(say, "theirs", "second")
    (tmp_path / "text").write_text("not a notebook")
    part = say("mine", "notebook", "merge", tmp_path / "none", tmp_path / "theirs")
    assert part.code == 1 and part.json["new"] == 1 and str(tmp_path / "none") in part.err
    refused = say("mine", "notebook", "merge", tmp_path / "none", tmp_path / "text")
    assert refused.code == 2 and refused.out == "" and len(refused.err.splitlines()) == 1
    assert texts(say, "mine") == ["first", "second"]


def damage(path: Path, first: int, last: int) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * first : 4096 * last] = bytes(4096 * (last - first))
    path.write_bytes(content)


def test_a_damaged_notebook_is_refused_salvaged_and_merged(say: Say, tmp_path: Path) -> None:
    for n in range(60):
        note(say, "theirs", f"{n} " * 200)
    sound = say("theirs", "notebook", "check")
    assert (sound.code, sound.json["status"], sound.json["acts"]) == (0, "ok", 60)
    pages = (tmp_path / "theirs").stat().st_size // 4096
    damage(tmp_path / "theirs", pages - 3, pages - 1)
    checked = say("theirs", "notebook", "check")
    assert (checked.code, checked.json["status"]) == (2, "refused") and checked.json["reasons"]
    listed = say("theirs", "note", "list")
    assert listed.code == 1 and "is damaged" in listed.err and "could not be read" in listed.err
    assert "no backup" in listed.err or "newest sound backup" in listed.err
    info = say("theirs", "notebook", "info")
    assert info.code == 1 and info.err == listed.err and info.json["read_only"]
    assert info.json["acts"] + info.json["lost"] == 60 and info.json["lost"] > 0
    out = say("theirs", "notebook", "export", tmp_path / "left.jsonld")
    assert (out.code, out.json["n"]) == (1, len(listed.json))
    assert say("theirs", "note", "show", listed.json[0]["id"]).code == 1
    assert say("theirs", "note", "add", "--target", "period:2014", "--text", "x").code == 2
    saved = say("x", "notebook", "salvage", tmp_path / "theirs", "-o", tmp_path / "saved")
    lost = len(saved.json["lost"])
    assert saved.code == 1 and saved.json["acts"] + lost == 60 and 0 < lost < 30
    assert len(listed.json) == 60 - lost
    assert say("saved", "notebook", "check").code == 0
    assert len(say("saved", "note", "list").json) == 60 - lost
    merged = say("mine", "notebook", "merge", tmp_path / "theirs")
    assert merged.code == 1 and merged.json["new"] == 60 - lost and merged.json["damaged"] == lost
    again = say("x", "notebook", "salvage", tmp_path / "theirs", "-o", tmp_path / "saved")
    assert again.code == 2 and "is there already" in again.err


def test_a_notebook_that_is_cut_off_is_salvaged_and_said_to_be(say: Say, tmp_path: Path) -> None:
    for n in range(30):
        note(say, "theirs", f"{n} " * 200)
    whole = (tmp_path / "theirs").read_bytes()
    (tmp_path / "theirs").write_bytes(whole[: len(whole) * 3 // 4])
    saved = say("x", "notebook", "salvage", tmp_path / "theirs", "-o", tmp_path / "saved")
    assert (saved.code, saved.json["cut"]) == (1, True)
    assert "cut off" in saved.err


def test_an_act_that_was_changed_is_found(say: Say, tmp_path: Path) -> None:
    changed = note(say, "mine", "first")
    with closing(sqlite3.connect(tmp_path / "mine")) as connection:
        connection.execute("UPDATE act SET payload = replace(payload, 'first', 'FIRST')")
        connection.commit()
    found = say("mine", "notebook", "check")
    assert (found.code, found.json["status"], found.json["damaged"]) == (1, "partly", [changed])


def test_nothing_is_salvaged_of_nothing(say: Say, tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"\r" * 9000)
    refused = say("x", "notebook", "salvage", tmp_path / "junk", "-o", tmp_path / "out")
    assert refused.code == 2 and not (tmp_path / "out").exists()
    assert say("x", "notebook", "salvage", tmp_path / "no", "-o", tmp_path / "out").code == 2


def test_a_log_is_made_into_an_equal_notebook(say: Say, tmp_path: Path) -> None:
    note(say, "mine", "first")
    with Notebook.open(tmp_path / "mine") as notebook:
        contents = notebook.contents()
    assert contents is not None
    log = tmp_path / "log.jsonl"
    log.write_text("\n".join(log_lines(contents)) + "\n", encoding="utf-8")
    made = say("x", "notebook", "rebuild", log, "-o", tmp_path / "made")
    assert made.code == 0 and made.json == {"acts": 1, "drafts": 0, "lost": []}
    mine, same = (say(name, "notebook", "info").json for name in ("mine", "made"))
    assert {**mine, "path": ""} == {**same, "path": ""}
    log.write_text(log.read_text("utf-8") + "{\n", encoding="utf-8")
    part = say("x", "notebook", "rebuild", log, "-o", tmp_path / "part")
    assert part.code == 1 and part.json["lost"][0]["line"] == 3
    log.write_text("{}\n", encoding="utf-8")
    assert say("x", "notebook", "rebuild", log, "-o", tmp_path / "none").code == 2
    assert say("x", "notebook", "rebuild", tmp_path, "-o", tmp_path / "none").code == 2


def test_a_backup_is_made_listed_and_restored(say: Say, tmp_path: Path) -> None:
    note(say, "mine", "first")
    made = say("mine", "notebook", "backup")
    assert made.code == 0 and made.json["made"] and made.json["acts"] == 1
    assert Path(made.json["backup"]).is_file() and Path(made.json["log"]).is_file()
    assert not say("mine", "notebook", "backup").json["made"]
    assert [row["backup"] for row in say("mine", "notebook", "backup", "--list").json] == [
        made.json["backup"]
    ]
    note(say, "mine", "second")
    done = say("mine", "notebook", "restore")
    assert done.code == 0 and texts(say, "mine") == ["first"]
    say("mine", "notebook", "restore", done.json["kept"])
    assert texts(say, "mine") == ["first", "second"]
    again = say("x", "notebook", "rebuild", made.json["log"], "-o", tmp_path / "made")
    assert again.code == 0 and texts(say, "made") == ["first"]


def test_a_damaged_notebook_comes_back_from_its_backup(say: Say, tmp_path: Path) -> None:
    note(say, "mine", "first")
    say("mine", "notebook", "backup")
    damage(tmp_path / "mine", 1, 9)
    assert say("mine", "notebook", "check").code == 2
    info = say("mine", "notebook", "info")
    (backup,) = say("mine", "notebook", "backup", "--list").json
    assert info.json["last_sound_backup"] == backup["backup"] and not info.json["opens"]
    assert say("mine", "notebook", "restore").json["acts"] == 1
    assert texts(say, "mine") == ["first"]
    refused = say("none", "notebook", "restore")
    assert refused.code == 2 and "no sound backup" in refused.err
    assert say("none", "notebook", "backup").code == 2


def test_of_what_is_damaged_whole_and_was_never_backed_up_that_is_said(
    say: Say, tmp_path: Path
) -> None:
    note(say, "mine", "first")
    damage(tmp_path / "mine", 1, (tmp_path / "mine").stat().st_size // 4096)
    info = say("mine", "notebook", "info")
    assert info.code == 2 and info.out == ""
    assert "Nothing of it can be read. There is no backup" in info.err


def test_a_backup_that_cannot_be_made_keeps_nobody_from_writing(say: Say, tmp_path: Path) -> None:
    note(say, "mine", "first")
    (tmp_path / "home" / "user_data" / "backups").write_text("in the way")
    added = say("mine", "note", "add", "--target", "period:2014", "--text", "second")
    assert added.code == 0 and added.json["durable"] and "could not be backed up" in added.err
    assert texts(say, "mine") == ["first", "second"]


def test_a_notebook_that_is_not_there_is_empty(say: Say, tmp_path: Path) -> None:
    told: dict[str, Any] = say("none", "notebook", "info").json
    assert not told["exists"] and told["acts"] == 0 and told["id"] is None
    assert told["opens"] and told["lost"] == 0 and told["last_sound_backup"] is None
    assert say("none", "conflict", "list").json == []
    missing = say("none", "notebook", "check")
    assert missing.code == 2 and json.loads(missing.out)["status"] == "refused"
    assert not (tmp_path / "none").exists()


def test_undo_goes_past_what_somebody_else_has_changed(say: Say, tmp_path: Path) -> None:
    note(say, "mine", "before it")
    one = note(say, "mine", "mine")
    with Notebook.open(tmp_path / "mine", writer=Writer("Bolat", "b" * 16)) as theirs:
        theirs.write(EditNote(one, "theirs"))
    refused = say("mine", "undo")
    assert refused.code == 2 and "Bolat has changed this" in refused.err and refused.out == ""
    past = say("mine", "undo", "--past")
    assert past.code == 0 and past.json["undone"] == "write note"
    assert texts(say, "mine") == ["theirs"]
    assert say("mine", "undo").code == 2 and say("mine", "redo").code == 0
    assert texts(say, "mine") == ["before it", "theirs"]
    assert say("mine", "notebook", "check").code == 0
