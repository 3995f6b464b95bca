"""In time by wheel, drag and keys, from the whole archive to single days and beyond it."""

from journeys.desk import Desk
from journeys.readings import click_an_event, events_selected, in_view, title_of, years_in_view


def test_by_wheel_drag_and_keys(desk: Desk) -> None:
    desk.first_start()
    lanes, home = desk.see("^Timeline$"), in_view(desk)

    def moved(before: str) -> str:
        return str(desk.at_rest(lambda: (now := in_view(desk)) != before and now, "nothing moved"))

    # The wheel zooms at the pointer, a drag takes the days along, so does Shift and the wheel.
    desk.wheel(lanes.at(0.6, 0.5), 6)
    closer = moved(home)
    first, last = years_in_view(desk)
    assert 7 <= last - first <= 10
    desk.drag(lanes.at(0.4, 0.96), lanes.at(0.8, 0.96))
    earlier = moved(closer)
    assert years_in_view(desk)[0] < first
    desk.wheel(lanes.at(0.6, 0.5), 6, holding="shift")
    moved(earlier)

    # Keys: on and back again, a date, one screen on, everything.
    before = in_view(desk)
    desk.key("d")
    beside = moved(before)
    desk.key("a")
    assert moved(beside) == before
    desk.key("ctrl+g")
    desk.see("^Go to date")
    desk.type("2014-03")
    desk.key("Return")
    spring = moved(before)
    assert years_in_view(desk) == (2014, 2014)
    desk.key("Next")
    moved(spring)
    desk.key("f", "f")
    desk.wait(lambda: in_view(desk) == home, "F F does not show everything")

    # An event stays in focus down to the days around it, and far out into the centuries.
    title = title_of(click_an_event(desk))
    for _ in range(14):
        desk.key("w")
    desk.wait(lambda: len(set(years_in_view(desk))) == 1, "W does not come down to a year")
    desk.key("Left", "Right")
    desk.wait(lambda: title_of(desk.see("^Timeline$")) == title, "it is not in focus again")
    assert events_selected(desk) == 1
    desk.wheel(lanes.at(0.6, 0.5), -60)
    desk.wait(lambda: years_in_view(desk)[1] - years_in_view(desk)[0] >= 300, "no centuries")
