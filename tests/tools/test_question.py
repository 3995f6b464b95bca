"""The page on the archive's question says what the shell answers today."""

import json

import pytest

from timeline_app.cli.frame import run as run_shell
from tools.question import PAGE, TEMPLATE, answers, commands, filled


def test_every_number_of_the_page_is_what_its_line_answers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def ask(line: str) -> object:
        assert run_shell([*line.split()[1:], "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    template = TEMPLATE.read_text("utf-8")
    assert filled(template, answers(template, ask)) == PAGE.read_text("utf-8"), (
        "run python3 dev.py question"
    )


def test_every_picture_is_made_by_a_line_of_the_page() -> None:
    page = PAGE.read_text("utf-8")
    painted = [
        line.split()[2]
        for _, line in commands(TEMPLATE.read_text("utf-8"))
        if line.startswith("timeline-app render")
    ]
    assert painted
    for picture in painted:
        assert f"]({picture})" in page
        assert (PAGE.parent / picture).stat().st_size > 0


def test_forms_and_paths() -> None:
    text = "```sh one\ntimeline-app x\n```\n{{one.a.0|percent}} {{one.b|points}} {{one.c}}"
    said = filled(text, {"one": {"a": [0.256], "b": -0.1, "c": "so"}})
    assert said == "```sh\ntimeline-app x\n```\n26 −10 so"
    assert commands(text) == [("one", "timeline-app x")]
    held = {"one": {"rows": [{"edtf": "2013", "n": 1}, {"edtf": 2014, "n": 4}]}}
    assert filled("{{one.rows.edtf=2013.n / one.rows.edtf=2014.n|percent}}", held) == "25"
    with pytest.raises(KeyError):
        filled("{{one.none}}", {"one": {}})
