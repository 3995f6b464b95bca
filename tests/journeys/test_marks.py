"""An event is starred, tagged, judged and linked by keys; everything is there after a restart, and
is taken back step by step."""

from journeys.desk import Desk


def _n(desk: Desk, word: str) -> int:
    return len(desk.shell(word, "list"))


def test_marks_are_put_on_by_keys_kept_and_taken_back(desk: Desk) -> None:
    desk.first_start()
    desk.key("Home", "b")
    desk.wait(lambda: _n(desk, "star") == 1, "no star")
    desk.key("t")
    desk.see("^Tag$", "text")
    desk.type("dating")
    desk.key("ctrl+Return")
    desk.wait(lambda: [row["tag"] for row in desk.shell("tag", "list")] == ["dating"], "no tag")

    # An event of one's own stands in the notes pane, and is found again there.
    desk.key("shift+e")
    desk.see("^What happened$", "text")
    desk.type("Lunch in Osh")
    desk.key("Tab")
    desk.type("2014-05~")
    desk.key("ctrl+Return")
    desk.wait(lambda: _n(desk, "own-event") == 1, "no own event")
    desk.close()

    desk.open()
    desk.click(desk.see("^Notes( |$)", "page tab").middle)
    desk.click(desk.see("Lunch in Osh", "table cell").middle)
    desk.see("^My own event$", "label")
    for word in ("own-event", "tag", "star"):
        desk.key("ctrl+z")
        desk.wait(lambda word=word: _n(desk, word) == 0, f"{word} is not taken back")
    desk.key("ctrl+y")
    desk.wait(lambda: _n(desk, "star") == 1, "not done again")
