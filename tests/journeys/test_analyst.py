"""An analyst's walk: two periods are compared and doubted, each count is looked into, the answer is
taken away and comes back to the same numbers, and says so where the archive has changed since."""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journeys.desk import Desk, Seen, number_in
from journeys.readings import brushed_days, days_at_rest

DATA = Path(__file__).parents[2] / "data"
STATEMENT = r"^A \(.*The intervals cover chance"
LANGUAGES = {"English": "en", "Russian": "ru", "Chinese": "zh", "language unknown": "unknown"}
COUNTED = """
    WITH shown AS (
        SELECT event.key, occurrence, outer_first <= :a_last AND outer_last >= :a_first AS in_a,
            outer_first <= :b_last AND outer_last >= :b_first AS in_b
        FROM event WHERE layer IN ('curated-1', 'curated-2')
        AND kind NOT IN ('assessment', 'claim', 'domestic', 'election', 'leadership-change',
            'publication', 'statistic', 'vote', 'dispute', 'energy-dispute')
        AND EXISTS (SELECT 1 FROM event_actor JOIN actor ON actor.key = event_actor.actor
            WHERE event_actor.event = event.key AND iso3 = 'KAZ')
        AND EXISTS (SELECT 1 FROM event_vector WHERE event_vector.event = event.key
            AND vector NOT IN ('Regional', 'Multilateral'))
    )
    SELECT COUNT(DISTINCT iif(in_a AND NOT in_b, occurrence, NULL)),
        COUNT(DISTINCT iif(in_b AND NOT in_a, occurrence, NULL)) FROM shown
"""
"""What counts as engagement with a partner, in one of two periods and not in both."""


@pytest.fixture
def archive(desk: Desk, shipped_archive: Path) -> Path:
    """An edition of the reader's own, which may change."""
    return Path(shutil.copy(shipped_archive, desk.home / "mine.archive.sqlite"))


def by_sql(archive: Path, a: tuple[str, str], b: tuple[str, str]) -> tuple[int, int]:
    """How many events the sentence should count in each period."""
    names = ("a_first", "a_last", "b_first", "b_last")
    asked = "SELECT CAST(julianday(?) + 0.5 AS INTEGER)"  # noon of a day bears its number
    with closing(sqlite3.connect(archive)) as held:
        days = [held.execute(asked, (day,)).fetchone()[0] for day in (*a, *b)]
        in_a, in_b = held.execute(COUNTED, dict(zip(names, days, strict=True))).fetchone()
    return in_a, in_b


def changed(desk: Desk, archive: Path, a: tuple[str, str]) -> None:
    """Another edition in place of this one: one event of Kazakhstan in A is told no more."""
    named = "SELECT record FROM assertion UNION SELECT event FROM article_record WHERE event > 0"
    asked = ("--state", "KAZ", "--from", a[0], "--to", a[1], "--archive", str(archive))
    told = desk.shell("events", "list", *asked, "--layer", "curated-1")
    with closing(sqlite3.connect(archive)) as held:
        kept = {str(row[0]) for row in held.execute(named)}
    gone = next(one["id"] for one in told if one["id"] not in kept)
    folder = desk.home / "data-of-it"
    shutil.copytree(DATA, folder)
    lines = (folder / "events.jsonl").read_text("utf-8").splitlines(keepends=True)
    left = [line for line in lines if json.loads(line)["id"] != gone]
    assert len(left) == len(lines) - 1
    (folder / "events.jsonl").write_text("".join(left), "utf-8")
    archive.unlink()
    desk.shell("archive", "build", str(folder), "-o", str(archive))


def statements(desk: Desk) -> list[str]:
    """The paragraphs that stand in the pane, from the left."""
    seen = sorted(desk.all(STATEMENT, "label"), key=lambda one: one["box"][0])
    return [one["name"] for one in seen]


def first_words(seen: Seen) -> tuple[int, int]:
    """Where a paragraph begins, before its first link; its end may be scrolled out of sight."""
    x, y, _, _ = seen["box"]
    return x + 2, y + 8


def stands(desk: Desk, *sentences: str) -> None:
    """The pane says these, side by side."""
    desk.wait(lambda: statements(desk) == list(sentences), f"not {sentences}", 60)


def second_days(desk: Desk) -> tuple[str, str]:
    """Period B as the sentence tells it."""
    return days_at_rest(desk, "^Period B: ", "name", r"Period B: B (.+) to (.+)\. Change$")


def brushed_two(desk: Desk) -> tuple[tuple[str, str], tuple[str, str]]:
    """Marks two periods of Kazakhstan's by hand, and compares them."""
    desk.click(desk.see("^Kazakhstan, ", "list item").middle)
    overview = desk.see("^Overview$")
    desk.drag(overview.at(0.50, 0.4), overview.at(0.60, 0.4))
    desk.drag(overview.at(0.64, 0.4), overview.at(0.74, 0.4), holding="ctrl+shift")
    days = brushed_days(desk), second_days(desk)
    desk.click(desk.see("^Compare$", "push button").middle)
    return days


def looked_into(desk: Desk, counts: dict[str, int]) -> None:
    """Each count of the sentence opens a list of its length, by the words of its title."""
    left = dict(counts)
    for tabs in range(1, 7):
        if not left:
            return
        desk.click(first_words(desk.see(STATEMENT, "label")))
        desk.key(*["Tab"] * tabs, "Return")
        title = desk.see(r"^[\d,]+: ", "label")["name"]
        for words in [words for words in left if words in title]:
            assert number_in(title) == left.pop(words)
        desk.click(desk.see("^Back to the statement$", "push button").middle)
    assert not left


def doubted(desk: Desk, line: list[str], whole: str) -> None:
    """Drops sources, a publisher, a language: the sentence stands before and after."""
    desk.click(desk.see("^Drop events that rest on one source$", "check box").middle)
    stands(desk, whole, desk.shell(*line, "--two-sources")["sentence"])
    desk.click(desk.see("^Drop events that rest on one source$", "check box").middle)
    stands(desk, whole)
    for box, option in (("publisher", "--less-publisher"), ("language", "--less-language")):
        desk.click(desk.see(f"^Drop what rests on one {box} alone$").at(0.3, 0.5))
        desk.key("Down")
        dropped = desk.see("^Without ", "label")["name"].removeprefix("Without ")
        value = LANGUAGES[dropped] if box == "language" else dropped
        stands(desk, whole, desk.shell(*line, option, value)["sentence"])
        desk.key("Up")
        stands(desk, whole)


def taken_away(desk: Desk) -> Path:
    """A view and a report of what is shown."""
    desk.key("Escape", "shift+v")
    desk.see("^Name$", "text")
    desk.type("Before and after")
    desk.key("ctrl+Return")
    desk.wait(lambda: desk.shell("view", "list"), "the view is not saved")
    report = desk.home / "answer.html"
    desk.key("ctrl+shift+r")
    desk.click(desk.see("^Save$", "push button").middle)
    desk.see("^File name", "text")
    desk.key("ctrl+a")
    desk.type(str(report))
    desk.key("Return")
    desk.wait(report.exists, "no report", 60)
    desk.see("^The report is ", "label")
    return report


def open_view(desk: Desk) -> None:
    desk.key("v")
    desk.click(desk.see("^Before and after", "table cell").middle)


def test_two_periods_are_weighed_doubted_and_taken_away(desk: Desk, archive: Path) -> None:
    mine = ("--archive", str(archive))
    desk.open(str(archive))
    desk.click(desk.see("^Got it$", "push button").middle)
    a, b = brushed_two(desk)
    line = ["analyse", "compare", "--a", "/".join(a), "--b", "/".join(b), "--state", "KAZ", *mine]
    whole = desk.shell(*line)
    stands(desk, whole["sentence"])
    counts = whole["a"]["n"], whole["b"]["n"]
    assert counts == by_sql(archive, a, b)
    placebo = {
        "Pairs that shift as much": whole["placebo"]["as_large"],
        "All pairs of periods": whole["placebo"]["pairs"],
    }
    in_each = {"In A, with a partner": counts[0], "In B, with a partner": counts[1]}
    looked_into(desk, in_each | placebo)
    doubted(desk, line, whole["sentence"])

    report = taken_away(desk)
    again = desk.shell("report", str(report), "--again", *mine)
    assert again["same"]
    assert whole["sentence"] in again["tables"][0]["remarks"]
    shown = desk.shell("view", "show", "Before and after", *mine)
    assert shown["same"]

    # The view opens again to the same numbers.
    desk.click(desk.see("^Clear all$", "push button").middle)
    desk.wait(lambda: not desk.all("^Period B: ", limit=1), "B is still there")
    open_view(desk)
    assert (second_days(desk), brushed_days(desk)) == (b, a)
    desk.click(desk.see("^Compare$", "page tab").middle)
    stands(desk, whole["sentence"])
    desk.close()

    # Another edition is there by the next day.
    changed(desk, archive, a)
    desk.open(str(archive))
    desk.see("^Notebook: ", "label")
    open_view(desk)
    said = desk.see("^The archive has changed since", "label")["name"]
    assert "of 1,079 do now" in said
    then, now = (int(n) for n in re.findall(r"(\d+) of [\d,]+", said))
    assert (then, now) == (shown["now"]["possible"], shown["now"]["possible"] - 1)
