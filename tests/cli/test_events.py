"""`timeline-app events`, as the shell contract says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.cli.event_json import listed
from timeline_app.dates.civil import day_of
from timeline_app.session.session import Session

from .conftest import Shell

LISTED = {
    "id", "occurrence", "title", "edtf", "earliest", "latest",
    "kind", "vectors", "states", "places", "layer", "notes",
}  # fmt: skip
BAKER = "1991-12-17-us-secretary-of-state-baker-meets-akayev-in-bishkek"


def test_a_list_answers_what_passes_by_day(shell: Shell, shipped_archive: Path) -> None:
    answer = shell(
        "events", "list", "--archive", shipped_archive, "--from", "2014", "--to", "2014",
        "--state", "KAZ", "--json",
    )  # fmt: skip
    assert answer.code == 0
    assert answer.err == ""
    assert len(answer.json) > 5
    for event in answer.json:
        assert event.keys() == LISTED
        assert "KAZ" in event["states"]
        assert event["earliest"] <= "2014-12-31"
        assert event["latest"] >= "2014-01-01"
    assert [e["earliest"] for e in answer.json] == sorted(e["earliest"] for e in answer.json)


def test_a_line_of_the_list_names_the_place_as_it_was_then(
    shell: Shell, shipped_archive: Path
) -> None:
    line = ("events", "list", "--archive", shipped_archive, "--from", "2019-06", "--to", "2019-06")
    answer = shell(*line)
    assert "  Tokayev elected president of Kazakhstan  Nur-Sultan  [2019-06-09-" in answer.out
    places = {e["id"]: e["places"] for e in shell(*line, "--json").json}
    assert places["2019-06-09-tokayev-elected-president-of-kazakhstan"] == ["Nur-Sultan"]


def test_the_list_is_what_the_window_would_show(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("events", "list", "--archive", shipped_archive, "--json")
    session = Session()
    session.open_edition(shipped_archive)
    assert answer.json == listed(session, session.order())
    session.close()


def test_a_limit_cuts_the_list(shell: Shell, shipped_archive: Path) -> None:
    few = shell("events", "list", "--archive", shipped_archive, "--limit", "3", "--json")
    assert len(few.json) == 3
    none = shell("events", "list", "--archive", shipped_archive, "--limit", "0", "--json")
    assert none.json == []


def test_in_words_it_begins_with_the_sentence(shell: Shell, shipped_archive: Path) -> None:
    answer = shell(
        "events", "list", "--archive", shipped_archive, "--vector", "Iran", "--surely",
        "--from", "1992", "--to", "1993",
    )  # fmt: skip
    first, *lines = answer.out.splitlines()
    assert "surely within 1992 to 1993" in first
    assert f"{len(lines)} possible" in first


@pytest.mark.parametrize(
    ("filters", "near"),
    [
        (("--state", "KAS"), "KAZ"),
        (("--layer", "us-visit"), "us-visits"),
        (("--from", "2014-13"), "2014-13"),
        (("--verified", "perhaps"), "perhaps"),
    ],
)
def test_what_is_not_there_is_refused(
    shell: Shell, shipped_archive: Path, filters: tuple[str, ...], near: str
) -> None:
    answer = shell("events", "list", "--archive", shipped_archive, *filters, "--json")
    assert answer.code == 2
    assert answer.out == ""
    assert near in answer.err
    assert len(answer.err.splitlines()) == 1


def test_show_answers_the_event_whole_with_its_notes(
    shell: Shell, shipped_archive: Path, tmp_path: Path
) -> None:
    notebook = tmp_path / "n.notebook.sqlite"
    both = ("--archive", shipped_archive, "--notebook", notebook, "--json")
    shell("note", "add", "--event", BAKER, "--text", "seen", "--tag", "visit", *both)
    answer = shell("events", "show", BAKER, *both)
    assert answer.code == 0
    shown = answer.json
    assert shown["id"] == BAKER
    assert shown["others"] == ["usvisit-t451"]
    assert shown["sources"][0]["evidence"]
    assert {"KGZ", "USA"} <= set(shown["states"])
    assert [note["text"] for note in shown["notes"]] == ["seen"]
    tagged = shell("events", "list", "--tag", "visit", *both)
    assert [(e["id"], e["notes"]) for e in tagged.json] == [(BAKER, 1)]
    assert tagged.json[0]["states"] == shown["states"]


def test_show_in_words_says_every_source(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("events", "show", BAKER, "--archive", shipped_archive)
    assert "Bishkek" in answer.out
    assert "sources: " in answer.out


def test_an_event_that_is_not_there_is_refused(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("events", "show", "no-such-event", "--archive", shipped_archive)
    assert (answer.code, answer.out) == (2, "")
    assert "no-such-event" in answer.err


def test_reading_makes_no_notebook(shell: Shell, shipped_archive: Path, tmp_path: Path) -> None:
    notebook = tmp_path / "n.notebook.sqlite"
    both = ("--archive", shipped_archive, "--notebook", notebook)
    assert shell("events", "list", "--limit", "1", *both).code == 0
    assert not notebook.exists()


def test_an_archive_that_is_none_is_refused(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.write_text("no")
    answer = shell("events", "list", "--archive", bad, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert str(bad) in answer.err


def test_no_screen_is_asked_for(shipped_archive: Path) -> None:
    """The whole command, in a process of its own, loads no Qt."""
    program = (
        "import sys; from timeline_app.cli.frame import run; "
        f"code = run(['events', 'list', '--limit', '1', '--archive', {str(shipped_archive)!r}, "
        "'--json']); sys.stderr.write(','.join(m for m in sys.modules if 'Qt' in m)); "
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr == b""
    assert len(json.loads(done.stdout)) == 1


def test_what_was_known_on_a_day_is_what_the_window_shows(
    shell: Shell, shipped_archive: Path
) -> None:
    session = Session()
    session.open_edition(shipped_archive)
    for date, day in (("2014-05-13", (2014, 5, 13)), ("2000", (2000, 12, 31))):
        answer = shell("events", "list", "--archive", shipped_archive, "--known-on", date, "--json")
        session.set_known(day_of(*day))
        assert answer.json == listed(session, session.order())
        assert 0 < len(answer.json) < 1080
    session.close()


@pytest.mark.parametrize("date", ["soon", "2014-05/..", "2014-13"])
def test_a_day_to_know_by_that_is_none_is_refused(
    shell: Shell, shipped_archive: Path, date: str
) -> None:
    answer = shell("events", "list", "--archive", shipped_archive, "--known-on", date)
    assert answer.code == 2
    assert date in answer.err
    assert not answer.out


def test_claims_and_treaties_follow_the_day_too(shell: Shell, shipped_archive: Path) -> None:
    session = Session()
    session.open_edition(shipped_archive)
    session.set_known(day_of(2014, 5, 13))
    now = session.snapshot
    for word, passing in (("claims", now.claims_passing), ("instruments", now.instruments_passing)):
        asked = ("--archive", shipped_archive, "--known-on", "2014-05-13", "--json")
        assert len(shell(word, "list", *asked).json) == passing.possible
    session.close()
