"""`timeline-app date`."""

import json

from .conftest import Shell


def test_a_date(shell: Shell) -> None:
    answer = shell("date", "2014-05~", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json == {
        "text": "2014-05~",
        "ok": True,
        "edtf": "2014-05~",
        "words": "about May 2014",
        "earliest": "2014-05-01",
        "latest": "2014-05-31",
        "qualifiers": "~",
        "error": None,
        "suggestion": None,
    }


def test_a_refusal_says_why_and_what_is_near(shell: Shell) -> None:
    answer = shell("date", "--json", "2014-02-30")
    assert answer.code == 2
    assert not answer.json["ok"] and answer.json["earliest"] is None
    assert answer.json["error"] == "2014-02 has 28 days."
    assert answer.json["suggestion"] == "2014-02-28"
    assert answer.err == "2014-02-30: 2014-02 has 28 days. Perhaps 2014-02-28?\n"


def test_some_refused_is_done_in_part(shell: Shell) -> None:
    answer = shell("date", "2014", "foo", "bar", "--json")
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 1
    assert [line["ok"] for line in lines] == [True, False, False]
    assert answer.err == "2 of 3 are no dates.\n"


def test_in_words(shell: Shell) -> None:
    answer = shell("date", "-0499", "1985/..", "13.05.2014")
    assert answer.code == 1
    assert answer.out.splitlines() == [
        "-0499: 500 BCE, from -0499-01-01 to -0499-12-31",
        "1985/..: from 1985 on, from 1985-01-01 to inf",
    ]
    assert answer.err.endswith("Perhaps 2014-05-13?\n")


def test_unknown_ends(shell: Shell) -> None:
    answer = shell("date", "1985/", "--json").json
    assert (answer["earliest"], answer["latest"]) == ("1985-01-01", "unknown")


def test_lines_of_standard_input(shell: Shell) -> None:
    answer = shell("date", "-", "--json", stdin="2014\n-0044\n 2015\n\n")
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert [line["text"] for line in lines] == ["2014", "-0044", " 2015", ""]
    assert [line["ok"] for line in lines] == [True, True, False, False]
    assert shell("date", "-", "--json").code == 0


def test_other_calendars(shell: Shell) -> None:
    answer = shell("date", "1917-10-25", "--calendar", "julian", "--json").json
    assert (answer["text"], answer["earliest"]) == ("1917-10-25", "1917-11-07")
    answer = shell("date", "1435-01-01", "--calendar", "islamic", "--json").json
    assert (answer["earliest"], answer["latest"]) == ("2013-11-03", "2013-11-07")
    assert answer["qualifiers"] == "?"


def test_nothing_said_is_refused(shell: Shell) -> None:
    assert shell("date").code == 2
    assert shell("date", "2014", "--calendar", "mayan").code == 2
