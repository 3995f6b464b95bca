"""A notebook is put back from its backup in two clicks, and joined with a colleague's by hand."""

import shutil
from pathlib import Path

from journeys.desk import Desk


def _texts(desk: Desk, *words: str) -> list[str]:
    return sorted(note["text"] for note in desk.shell("note", "list", *words))


def _write(desk: Desk, text: str, *words: str) -> str:
    target = ("--target", "period:2014")
    written: str = desk.shell("note", "add", *target, "--text", text, *words)["id"]
    return written


def _act(desk: Desk, words: str) -> None:
    """An action by its name, from the palette."""
    desk.key("ctrl+k")
    desk.see("^Find an action", "text")
    desk.type(words)
    desk.key("Return")


def test_a_backup_is_put_back(desk: Desk) -> None:
    _write(desk, "first")
    desk.shell("notebook", "backup")
    _write(desk, "second")
    desk.first_start()
    _act(desk, "Restore from backup")
    desk.see("^Backups, newest first$", "list")
    # Meanwhile the window may have made one of its own.
    desk.click(desk.see(" · 1 act · ", "list item").middle)
    desk.click(desk.see("^Restore$", "push button").middle)
    desk.wait(lambda: _texts(desk) == ["first"], "it is not put back")
    desk.see("^The backup was put back", "label")
    acts = [one["acts"] for one in desk.shell("notebook", "backup", "--list")]
    # Where the machine is slow the window has made one of what was put back by now.
    assert 2 in acts[:2] and acts[-1] == 1, "what stood there is not kept"


def test_a_colleagues_notebook_is_joined_and_the_conflict_settled(desk: Desk) -> None:
    note = _write(desk, "first")
    mine = Path(desk.shell("notebook", "info")["path"])
    theirs = desk.home / "theirs.notebook.sqlite"
    shutil.copy(mine, theirs)
    desk.shell("note", "edit", note, "--text", "theirs", "--notebook", str(theirs))
    desk.shell("note", "edit", note, "--text", "mine")
    desk.first_start()
    desk.key("ctrl+shift+j")
    desk.see("^File name", "text")
    desk.type(str(theirs))
    desk.key("Return")
    desk.see("^1 act is new here", "label")
    desk.click(desk.see("^Join$", "push button").middle)
    desk.click(desk.see("^Settle conflicts…$", "push button").middle)
    desk.click(desk.see("^Keep both$", "push button").middle)
    desk.wait(lambda: _texts(desk) == ["mine", "theirs"], "both are not kept")
    assert desk.shell("conflict", "list") == []
    desk.key("Escape", "ctrl+z")
    desk.wait(lambda: len(desk.shell("conflict", "list")) == 1, "undo does not bring it back")


def test_a_form_goes_on_where_the_power_was_cut(desk: Desk) -> None:
    desk.first_start()
    desk.key("shift+t")
    desk.see("^Thesis$", "text")
    desk.type("The policy is end")
    desk.wait(lambda: desk.shell("notebook", "info")["drafts"] == 1, "no draft is kept")
    desk.cut_off()

    desk.open()
    desk.see("^Notebook: ", "label")
    desk.click(desk.see("^Notes( |$)", "page tab").middle)
    desk.key("shift+t")
    desk.see("^You began this before", "label")
    desk.key("ctrl+End")
    desk.type("ing")
    desk.key("ctrl+Return")
    desk.wait(
        lambda: [row["text"] for row in desk.shell("thesis", "list")] == ["The policy is ending"],
        "it does not go on",
    )
    assert desk.shell("notebook", "info")["drafts"] == 0
