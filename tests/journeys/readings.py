"""What a sitter reads in the window, by the screen reader."""

import re

from journeys.desk import Desk, Seen, number_in


def count_said(desk: Desk) -> int:
    """The number of events at the head of the sentence."""
    return number_in(desk.see(r"^[\d,]+ (of [\d,]+ )?events?$", "label")["name"])


def facet(desk: Desk, term: str) -> int:
    """The count beside one term of a facet."""
    return number_in(desk.see(rf"^{term}, [\d,]+ (events?|possible)", "list item")["name"])


def brushed_days(desk: Desk) -> tuple[str, str]:
    """The marked period as it is told, both ends as EDTF by the shell's own reading of them."""
    return days_at_rest(desk, "^Overview$", "description", r"Period (.+?) to (.+?);")


def days_at_rest(desk: Desk, part: str, where: str, pattern: str) -> tuple[str, str]:
    """The two days that a part of the window tells, once they change no more."""

    def told() -> tuple[str, ...] | None:
        found = re.match(pattern, desk.see(part)[where])
        return found and found.groups()

    first, last = desk.at_rest(told, f"{part} tells no two days")
    return iso_of(first), iso_of(last)


def iso_of(day: str) -> str:
    """ "12 October 1996" as 1996-10-12."""
    months = "January February March April May June July August September October November December"
    number, month, year = day.split()
    return f"{year}-{months.split().index(month) + 1:02}-{int(number):02}"


def click_an_event(desk: Desk) -> Seen:
    """Clicks about the timeline until an event is under the pointer, as a newcomer would."""
    for down in (0.3, 0.25, 0.2, 0.35, 0.4):
        for across in (0.40, 0.42, 0.44, 0.46, 0.48):
            desk.click(desk.see("^Timeline$").at(across, down))
            told: Seen = desk.at_rest(lambda: desk.see("^Timeline$"), "it does not come to rest")
            if "No event is selected" not in told["description"]:
                return told
    raise AssertionError("no event under the pointer in 25 tries")


def title_of(timeline: Seen) -> str:
    """The title of the event in focus, as the timeline tells it."""
    return str(timeline["description"]).split(". ")[0]


def in_view(desk: Desk) -> str:
    """The days in view, in words."""
    return str(desk.see("^Overview$")["description"]).partition("In view: ")[2]


def years_in_view(desk: Desk) -> tuple[int, int]:
    """The first and the last year that are in view."""
    years = [int(year) for year in re.findall(r"\d{4}", in_view(desk))]
    return min(years), max(years)


def events_selected(desk: Desk) -> int:
    """The number that the status bar says."""
    said = desk.see(r"^(No|[\d,]+) events? selected$", "label")["name"]
    return 0 if said.startswith("No") else number_in(said)


def rows_listed(desk: Desk) -> list[Seen]:
    """The titles of the list that are in sight, from above."""
    across = desk.see("^Title", "table column header")
    left, _, wide, _ = across["box"]
    cells = desk.all(None, "table cell", 400)
    titles = [c for c in cells if c["box"][0] == left and c["box"][2] == wide]
    return sorted(titles, key=lambda cell: cell["box"][1])
