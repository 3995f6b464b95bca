"""Notes are tagged, asked for by their tags, changed, removed and brought back."""

from journeys.desk import Desk
from journeys.readings import count_said, facet


def _notes(desk: Desk) -> list[tuple[str, list[str]]]:
    return [(note["text"], note["tags"]) for note in desk.shell("note", "list")]


def test_a_tagged_note_is_found_changed_and_removed(desk: Desk) -> None:
    desk.first_start()
    everything = count_said(desk)
    desk.key("Home", "m")
    desk.see("^My note$", "text")
    desk.type("Which day")
    desk.key("Tab")
    desk.type("dating, visit")
    desk.key("ctrl+Return")
    written = [("Which day", ["dating", "visit"])]
    desk.wait(lambda: written == _notes(desk), "the note is not written")
    assert facet(desk, "dating") == 1

    # The facet leads back to it.
    facets = desk.see("^Facets$")
    desk.wheel(facets.middle, -40)
    desk.click(desk.see("^dating, 1 ", "list item").middle)
    desk.wait(lambda: count_said(desk) == 1, "the tag finds no single event")
    desk.see("^My notes: tagged dating. Change$", "push button")

    # Changed, removed, and back again.
    desk.click(desk.see("^Edit this note$", "push button").middle)
    desk.key("ctrl+End")
    desk.type(", 18 or 25?")
    desk.key("ctrl+Return")
    text = "Which day, 18 or 25?"
    desk.wait(lambda: desk.shell("note", "list")[0]["text"] == text, "not changed")
    desk.click(desk.see("^Remove this note$", "push button").middle)
    desk.wait(lambda: not desk.shell("note", "list"), "not removed")
    desk.see("^No event passes", "label")
    desk.key("Escape", "ctrl+z")
    desk.wait(lambda: desk.shell("note", "list"), "undo does not bring it back")
    desk.wait(lambda: count_said(desk) == 1, "the facet does not see it again")
    desk.click(desk.see("^Clear all$", "push button").middle)
    desk.wait(lambda: count_said(desk) == everything, "not cleared")
