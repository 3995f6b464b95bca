"""Two periods are brushed with the pointer, and the sentence is read: it is the shell's, and a
number opens the list of what it counts."""

from journeys.desk import Desk, number_in
from journeys.readings import brushed_days, days_at_rest

STATEMENT = r"^A \(.*The intervals cover chance"


def second_days(desk: Desk) -> tuple[str, str]:
    """Period B as the sentence tells it."""
    pattern = r"Period B: B (.+) to (.+)\. Change$"
    return days_at_rest(desk, "^" + pattern, "name", pattern)


def test_two_periods_are_brushed_and_the_sentence_read(desk: Desk) -> None:
    desk.first_start()
    overview = desk.see("^Overview$")
    desk.drag(overview.at(0.45, 0.4), overview.at(0.57, 0.4))
    desk.drag(overview.at(0.62, 0.4), overview.at(0.74, 0.4), holding="ctrl+shift")
    a, b = brushed_days(desk), second_days(desk)
    assert a[1] < b[0]

    desk.click(desk.see("^Compare$", "push button").middle)
    told = desk.shell("analyse", "compare", "--a", "/".join(a), "--b", "/".join(b))

    def stands() -> bool:  # the pairs of periods are drawn last, and the sentence grows by them
        return bool(desk.see(STATEMENT, "label", within=40)["name"] == told["sentence"])

    desk.wait(stands, f"the sentence is not {told['sentence']!r}", 40)
    assert "chosen after looking" in told["sentence"]

    # The first row's number in A opens a list of that length.
    table = desk.see("^Shares in A and in B$")
    desk.click((table.at(0.1, 0)[0], table["box"][1] + 38))
    desk.key("Return")
    listed = desk.see(r"^\d+: Russia in A$")["name"]
    assert number_in(listed) == told["a"]["shares"]["Russia"]["touching"]

    # Esc takes B first, then A.
    desk.click(desk.see("^Back to the statement$", "push button").middle)
    desk.key("Escape")
    desk.wait(lambda: not desk.all(r"^Period B: B ", limit=1), "B is still there")
    assert brushed_days(desk) == a
    desk.key("Escape")
    desk.wait(
        lambda: "No period is marked" in desk.see("^Overview$")["description"], "A is still there"
    )
