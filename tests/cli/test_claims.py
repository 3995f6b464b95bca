"""`claims list`, `show` and `article`: the same claims as in the window."""

import json
from pathlib import Path

import pytest

from timeline_app.cli.frame import run


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> object:
    assert run([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def at(shipped_archive: Path, tmp_path: Path) -> tuple[str, ...]:
    """The shipped edition and a notebook of the test's own."""
    notebook = str(tmp_path / "own.notebook.sqlite")
    return ("--archive", str(shipped_archive), "--notebook", notebook)


def listed(
    capsys: pytest.CaptureFixture[str], at: tuple[str, ...], *words: str
) -> list[dict[str, object]]:
    found = answer(capsys, "claims", "list", *at, *words)
    assert isinstance(found, list)
    return found


def test_all_claims_are_listed_by_day(
    at: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = listed(capsys, at)
    info = answer(capsys, "archive", "info", *at[:2])
    assert isinstance(info, dict)
    assert len(found) == info["counts"]["claims"]
    days = [str(claim["earliest"]) for claim in found]
    assert days == sorted(days)
    assert len(listed(capsys, at, "--limit", "3")) == 3


@pytest.mark.parametrize(
    "speaker", ["person-nazarbayev", "Nursultan Nazarbayev", "nazarbayev", "Назарбаев"]
)
def test_a_speaker_is_found_by_id_or_name(
    at: tuple[str, ...], capsys: pytest.CaptureFixture[str], speaker: str
) -> None:
    found = listed(capsys, at, "--speaker", speaker)
    assert len(found) > 10
    assert {claim["speaker"] for claim in found} == {"Nursultan Nazarbayev"}


def test_filters_join_with_and(at: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--from", "2014", "--to", "2014", "--state", "KAZ", "--verdict", "borne out")
    found = listed(capsys, at, *words, "--verdict", "partly")
    assert found
    for claim in found:
        assert str(claim["latest"]) >= "2014" and str(claim["earliest"]) < "2015"
        states = claim["states"]
        assert isinstance(states, list) and "KAZ" in states
        assert claim["sign"] in ("borne out", "partly")
    predictions = listed(capsys, at, *words, "--type", "prediction")
    assert {claim["type"] for claim in predictions} == {"prediction"}
    assert 0 < len(listed(capsys, at, "--search", "multi-vector")) < 40


@pytest.mark.parametrize(
    "words", [("--verdict", "done"), ("--speaker", "nobody of this name"), ("--type", "joke")]
)
def test_what_is_not_there_is_refused(
    at: tuple[str, ...], capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    assert run(["claims", "list", *at, *words]) == 2
    said = capsys.readouterr()
    assert said.out == "" and words[1] in said.err and said.err.count("\n") == 1


def test_one_claim_is_shown_whole_with_its_notes(
    at: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    id = "claim-seed-19-side-with-moscow"
    words = ("note", "add", *at, "--target", f"claim:{id}", "--text", "Contested")
    assert run([*words, "--json"]) == 0
    capsys.readouterr()
    shown = answer(capsys, "claims", "show", id, *at)
    assert isinstance(shown, dict)
    assert (shown["id"], shown["sign"]) == (id, "not borne out")
    assert shown["verdict"] == "contradicted by later events"
    assert shown["outcome"]["source"]["publisher"] and shown["outcome"]["known_from"]
    assert [spoken["stance"] for spoken in shown["about"]] == ["judges"]
    assert [note["text"] for note in shown["notes"]] == ["Contested"]
    assert run(["claims", "show", "no-such-claim", *at]) == 2


def test_the_article_has_all_its_records_in_order(
    at: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "claims", "article", *at)
    assert isinstance(found, list)
    assert [record["at"] for record in found] == list(range(1, 37))
    assert [record["id"][:7] for record in found] == [f"seed-{n:02}" for n in range(1, 37)]
    for record in found:
        became = (record["event"], record["claim"], record["figures"] or None)
        assert sum(one is not None for one in became) == 1
