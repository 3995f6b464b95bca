"""`timeline-app report`, as a script uses it."""

from pathlib import Path

import pytest

from .conftest import Shell

FEW = ("--draws", "100")


@pytest.mark.parametrize("ending", ["html", "docx", "md", "csv"])
def test_a_report_is_made_and_opens_again_to_the_same(
    shell: Shell, shipped_archive: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"r.{ending}"
    line = ("--archive", shipped_archive, "--state", "KAZ", "--from", "2011", "--to", "2017")
    made = shell("report", out, *line, "--preset", "crimea", *FEW, "--seed", "9", "--json")
    assert made.code == 0
    assert made.json["file"] == str(out)
    assert (made.json["seed"], made.json["draws"]) == (9, 100)
    listed = shell("events", "list", *line, "--json").json
    assert made.json["events"] == len(listed)
    again = shell("report", out, "--again", "--archive", shipped_archive, "--json")
    assert again.code == 0
    assert again.json["same"]
    assert not again.json["archive_changed"]
    assert again.json["sentence"] == shell("events", "list", *line).out.splitlines()[0]
    shares = shell("analyse", "balance", *line, *FEW, "--seed", "9", "--json").json[0]["shares"]
    told = {one["of"]: one["value"] for one in again.json["tables"][0]["figures"]}
    assert told["Russia"] == pytest.approx(shares["Russia"]["share"])


def test_of_another_archive_it_warns_and_ends_with_1(
    shell: Shell, shipped_archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "r.md"
    shell("report", out, "--archive", shipped_archive, *FEW)
    text = out.read_text("utf-8")
    out.write_text(text.replace('"content_hash": "', '"content_hash": "0'), "utf-8")
    again = shell("report", out, "--again", "--archive", shipped_archive)
    assert again.code == 0  # it says the same, of an archive that is another one
    assert "The archive has changed" in again.err
    cut = text.replace('"possible": "', '"possible": "1')
    out.write_text(cut, "utf-8")
    again = shell("report", out, "--again", "--archive", shipped_archive)
    assert again.code == 1
    assert "has changed" in again.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("r.pdf",), ".docx"),
        (("none/r.html",), "cannot be written"),
        (("r.html", "--a", "2011"), "--preset"),
        (("r.html", "--state", "XXX"), "XXX"),
        (("gone.html", "--again"), "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_refused(
    shell: Shell,
    shipped_archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = shell("report", *words, "--archive", shipped_archive)
    assert refused.code == 2
    assert said in refused.err
    assert not any(tmp_path.glob("*r.*"))
