"""`timeline-app cite`, as the shell contract says."""

import json
from pathlib import Path

import pytest

from made_folders import event, folder, source

from .conftest import Shell

BAKER = "1991-12-17-us-secretary-of-state-baker-meets-akayev-in-bishkek"
CLAIM = "claim-seed-05-death-of-multivectorism"
REGISTAN = "registan-24507d8f45"


def test_an_event_in_words(shell: Shell, shipped_archive: Path) -> None:
    info = shell("archive", "info", "--archive", shipped_archive, "--json").json
    answer = shell("cite", f"event:{BAKER}", "--archive", shipped_archive)
    assert (answer.code, answer.err) == (0, "")
    assert len(answer.out.splitlines()) == 1
    for part in ("17 December 1991", info["title"], info["edition"], info["content_hash"][:12]):
        assert part in answer.out
    assert info["content_hash"] not in answer.out
    whole = shell("cite", f"event:{BAKER}", "--full-hash", "--archive", shipped_archive)
    assert info["content_hash"] in whole.out


def test_a_claim_and_a_source(shell: Shell, shipped_archive: Path) -> None:
    claim = shell("cite", f"claim:{CLAIM}", "--archive", shipped_archive)
    assert claim.code == 0
    assert claim.out.startswith("Luca Anceschi, ")
    itself = shell("cite", f"source:{REGISTAN}", "--archive", shipped_archive)
    assert itself.code == 0
    assert itself.out.startswith("Reid Standish, “Are We Witnessing")


@pytest.mark.parametrize(
    ("form", "begins"), [("bibtex", "@online{"), ("ris", "TY  - "), ("csl", "[\n {\n")]
)
def test_forms_for_programs(shell: Shell, shipped_archive: Path, form: str, begins: str) -> None:
    answer = shell("cite", f"source:{REGISTAN}", "--format", form, "--archive", shipped_archive)
    assert answer.code == 0
    assert answer.out.startswith(begins)
    assert REGISTAN in answer.out


@pytest.mark.parametrize("form", ["text", "bibtex", "ris", "csl"])
def test_json_holds_the_citation_and_the_whole_hash(
    shell: Shell, shipped_archive: Path, form: str
) -> None:
    line = ("cite", f"event:{BAKER}", "--format", form, "--archive", shipped_archive)
    answer = shell(*line, "--json")
    assert answer.code == 0
    said = answer.json
    assert said.keys() == {"target", "format", "citation", "sources", "archive"}
    assert (said["target"], said["format"]) == (f"event:{BAKER}", form)
    assert len(said["archive"]["content_hash"]) == 64
    plain = shell(*line).out
    assert said["citation"] == (json.loads(plain) if form == "csl" else plain.removesuffix("\n"))
    assert said["sources"]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("actor:kazakhstan", "actor"),
        ("period:2014", "period"),
        ("passage:event:x#summary:0-3", "passage"),
        ("event:no-such-event", "no-such-event"),
        ("claim:no-such-claim", "no-such-claim"),
        ("source:no-such-source", "no-such-source"),
        ("speech:x", "speech:x"),
        ("event:", "event:"),
        ("nothing", "nothing"),
    ],
)
@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_what_cannot_be_cited_is_refused(
    shell: Shell, shipped_archive: Path, target: str, why: str, json_too: tuple[str, ...]
) -> None:
    answer = shell("cite", target, "--archive", shipped_archive, *json_too)
    assert (answer.code, answer.out) == (2, "")
    assert why in answer.err
    assert len(answer.err.splitlines()) == 1


def test_an_unknown_form_is_refused(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("cite", f"event:{BAKER}", "--format", "mla", "--archive", shipped_archive)
    assert (answer.code, answer.out) == (2, "")


def test_what_is_no_archive_is_refused(shell: Shell, tmp_path: Path) -> None:
    answer = shell("cite", "event:x", "--archive", tmp_path / "none.sqlite")
    assert (answer.code, answer.out) == (2, "")
    assert "none.sqlite" in answer.err


def test_odd_letters_of_a_strangers_archive(shell: Shell, tmp_path: Path) -> None:
    odd = "Назарбаев: 100 % {многовекторность} \\ & \u2028 конец"
    row = event(title=odd[:60], sources=[source(title=odd, publisher="Ақпарат_агенттігі")])
    made = tmp_path / "made.sqlite"
    shell("archive", "build", folder(tmp_path / "data", events=[row]), "-o", made)
    for form in ("text", "bibtex", "ris", "csl"):
        answer = shell("cite", "event:one", "--format", form, "--archive", made)
        assert answer.code == 0
        assert "Назарбаев" in answer.out
        assert "многовекторность" in answer.out
