"""The main job, by a real pointer in a real window; read by the screen reader and the shell."""

import re

from journeys.desk import Desk, number_in
from journeys.readings import brushed_days, click_an_event, count_said, facet, title_of

WORDS = "Checked against the ministry's own page (Akorda), 18 or 25 March?"


def test_a_period_is_brushed_an_event_read_and_written_on(desk: Desk) -> None:
    desk.first_start()
    everything, russia = count_said(desk), facet(desk, "Russia")
    assert everything == len(desk.shell("events", "list"))

    # Brush a period: the sentence, the list and the facets follow.
    overview = desk.see("^Overview$")
    desk.drag(overview.at(0.30, 0.4), overview.at(0.42, 0.4))
    brushed = desk.at_rest(lambda: (n := count_said(desk)) < everything and n, "no brush")
    first, last = brushed_days(desk)
    assert brushed == len(desk.shell("events", "list", "--from", first, "--to", last))
    assert number_in(desk.see(r"^List +[\d,]+$", "page tab")["name"]) == brushed
    by_shell = desk.shell("events", "list", "--from", first, "--to", last, "--vector", "Russia")
    assert facet(desk, "Russia") == len(by_shell) < russia

    # Click an event: it is read whole, with what was read of its source.
    timeline = click_an_event(desk)
    title = title_of(timeline)
    desk.see(re.escape(title), "label")
    desk.see(r"read: ", "label")
    desk.see("^1 event selected$", "label")

    # Write on it.
    desk.key("m")
    desk.type(WORDS)
    desk.see(r"^Saved \d\d:\d\d:\d\d$")
    (note,) = desk.shell("note", "list")
    assert note["text"] == WORDS
    shown = desk.shell("events", "show", note["target"].removeprefix("event:"))
    assert shown["title"] == title
    assert facet(desk, "With a note") == 1

    # Undo, redo.
    desk.key("Escape")
    desk.key("ctrl+z")
    desk.wait(lambda: not desk.shell("note", "list"), "the note is still there")
    desk.key("ctrl+shift+z")
    desk.wait(lambda: desk.shell("note", "list") == [note], "the note did not come back")

    # Close and open: all as left.
    desk.close()
    desk.open()
    assert count_said(desk) == brushed
    assert brushed_days(desk) == (first, last)
    assert title_of(desk.see("^Timeline$")) == title
    desk.see(re.escape(WORDS))
    desk.key("ctrl+z")
    desk.wait(lambda: not desk.shell("note", "list"), "undo was lost by closing")

    # A key that comes while the frame is still empty is not lost either; to be furnished may take
    # a busy machine as long as to be seen.
    desk.key("ctrl+shift+z")
    desk.wait(lambda: desk.shell("note", "list") == [note], "the note did not come back again")
    desk.close()
    desk.open()
    desk.key("ctrl+z")
    desk.wait(lambda: not desk.shell("note", "list"), "the first key was lost", 60)
