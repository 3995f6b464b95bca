"""The list and the timeline say the same, whichever of them one touches."""

from journeys.desk import Desk
from journeys.readings import count_said, events_selected, rows_listed, title_of


def test_list_and_timeline_go_together(desk: Desk) -> None:
    desk.first_start()
    everything = count_said(desk)
    desk.click(desk.see("^Crimea spring", "push button").middle)
    desk.wait(lambda: count_said(desk) < everything, "the question asks for nothing")
    period = ("--from", "2013-11-01", "--to", "2014-06-30")
    titles = sorted(
        (event["title"] for event in desk.shell("events", "list", *period)), key=str.casefold
    )

    def listed() -> list[str]:
        return [cell["name"] for cell in rows_listed(desk)]

    # A heading sorts, and turns round.
    heading = desk.see("^Title", "table column header")
    desk.click(heading.middle)
    desk.wait(lambda: listed()[:2] == titles[:2], "not sorted by title")
    desk.click(heading.middle)
    desk.wait(lambda: listed()[:2] == titles[:-3:-1], "not turned round")

    # From the list to the timeline.
    first, second, third = rows_listed(desk)[:3]
    desk.click(first.middle)
    desk.wait(lambda: title_of(desk.see("^Timeline$")) == first["name"], "not in step")
    desk.key("Down")
    desk.wait(lambda: title_of(desk.see("^Timeline$")) == second["name"], "not in step")
    desk.do("keydown", "ctrl")
    desk.click(third.middle)
    desk.do("keyup", "ctrl")
    desk.wait(lambda: events_selected(desk) == 2, "Ctrl does not add")

    # From the timeline to the list: the last event of the period is chosen and in sight there.
    desk.click(desk.see("^Date", "table column header").middle)
    desk.key("Escape")
    desk.wait(lambda: events_selected(desk) == 0, "Esc does not let go")
    desk.click(desk.see("^Timeline$").at(0.05, 0.04))
    desk.key("End")
    desk.wait(lambda: events_selected(desk) == 1, "End selects nothing")
    title = title_of(desk.see("^Timeline$"))
    desk.wait(
        lambda: (
            [row["name"] for row in rows_listed(desk) if "selected" in row["states"]] == [title]
        ),
        "it is not chosen in the list",
    )
