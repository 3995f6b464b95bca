"""`timeline-app render`: pictures of what passes, and a sentence for what cannot be painted."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from timeline_app.canvas.track_catalogue import TRACKS as TRACK_KINDS
from timeline_app.cli.frame import run
from timeline_app.cli.picture_choices import TRACKS

DISPUTED = "1996-04-26-shanghai-five-sign-the-treaty-on-military-trust-in-border-r"
TREATY = "instrument-collective-security-treaty"
CLAIM = "claim2-nazarbayev-cica-1992"
BANDS = ("CSTO:KAZ", "CSTO:KGZ", "CSTO:TJK", "EAEU:KGZ")


def render(archive: Path, *line: str) -> int:
    return run(["--archive", str(archive), "render", *line])


@pytest.mark.parametrize(
    ("suffix", "begin"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_three_kinds_of_pictures(
    shipped_archive: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    suffix: str,
    begin: bytes,
) -> None:
    out = tmp_path / f"view.{suffix}"
    assert render(shipped_archive, str(out), "--size", "900x600", "--json") == 0
    assert out.read_bytes().startswith(begin)
    answer = json.loads(capsys.readouterr().out)
    assert answer["file"] == str(out)
    assert (answer["width"], answer["height"]) == (900, 600)
    assert answer["events"] > 1000 and answer["labels"] > 10


def test_filters_narrow_the_picture(
    shipped_archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "spring.png"
    line = ("--from", "2014-03", "--to", "2014-05", "--state", "KAZ", "--group-by", "kind")
    code = render(
        shipped_archive, str(out), *line, "--theme", "dark", "--size", "800x500", "--json"
    )
    assert code == 0
    assert 0 < json.loads(capsys.readouterr().out)["events"] < 100
    image = QImage(str(out))
    assert image.pixelColor(2, 2).name() == "#17191d"


Drawn = Callable[..., str]


@pytest.fixture
def drawn(shipped_archive: Path, tmp_path: Path) -> Drawn:
    """`drawn("--track", "treaties")`: the picture as SVG, whose texts are text."""
    out = tmp_path / "drawn.svg"

    def draw(*line: str) -> str:
        assert render(shipped_archive, str(out), "--size", "1200x800", *line) == 0
        return out.read_text(encoding="utf-8")

    return draw


def heads(svg: str) -> set[str]:
    """The tracks whose heads are in the picture."""
    return {kind.title for kind in TRACK_KINDS if f">{kind.title}<" in svg}


def test_the_tracks_are_those_of_the_window() -> None:
    assert tuple(kind.id for kind in TRACK_KINDS) == TRACKS


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((), {"Claims"}),
        (("--track", "none"), set()),
        (("--track", "treaties"), {"Treaties"}),
        (("--track", "memberships", "--track", "claims"), {"Memberships", "Claims"}),
        (("--select", TREATY), {"Claims", "Treaties"}),
        (("--select", TREATY, "--track", "memberships"), {"Memberships", "Treaties"}),
        (("--select", CLAIM, "--track", "none"), {"Claims"}),
        (("--select", DISPUTED, "--track", "none"), set()),
    ],
)
def test_tracks_are_those_asked_for_and_that_of_what_is_selected(
    drawn: Drawn, line: tuple[str, ...], expected: set[str]
) -> None:
    assert heads(drawn(*line)) == expected


def test_own_events_are_drawn_from_the_notebook(drawn: Drawn, tmp_path: Path) -> None:
    book = ("--notebook", str(tmp_path / "my.notebook.sqlite"))
    assert run([*book, "own-event", "add", "--title", "Lunch in Osh", "--date", "2014-05"]) == 0
    picture = drawn("--track", "own", *book)
    assert heads(picture) == {"Own events"}
    assert "Lunch in Osh" in picture


def test_links_are_drawn_as_arcs_the_selected_one_with_its_words(
    drawn: Drawn, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = ("--notebook", str(tmp_path / "my.notebook.sqlite"))
    run(["events", "list", "--limit", "3", "--json"])
    first, _, third = (row["id"] for row in json.loads(capsys.readouterr().out))
    plain = drawn(*book)
    assert run([*book, "link", "add", "--from", f"event:{first}", "--to", third]) == 0
    linked = drawn(*book)
    assert linked != plain and ">Led to<" not in linked
    assert ">Led to<" in drawn(*book, "--select", first)


def test_a_track_that_was_asked_for_is_open_where_there_is_little_room(
    shipped_archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "low.svg"
    line = (str(out), "--size", "900x420", "--group-by", "state")
    assert render(shipped_archive, *line, "--track", "treaties") == 0
    assert "Collective Security Treaty" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("record", [DISPUTED, f"event:{DISPUTED}"])
def test_an_event_that_is_selected_has_its_name_and_what_else_its_sources_say(
    drawn: Drawn, capsys: pytest.CaptureFixture[str], record: str
) -> None:
    line = ("--from", "1996", "--to", "1996", "--json")
    said = ">25 April, a Chinese ministry page<"
    assert said not in drawn(*line)
    assert json.loads(capsys.readouterr().out)["selected"] is None
    assert said in drawn(*line, "--select", record)
    answer = json.loads(capsys.readouterr().out)
    assert answer["selected"] == {"kind": "event", "id": DISPUTED}
    assert answer["tracks"] == ["claims"]


def test_a_treaty_that_is_selected_has_its_steps_in_words(drawn: Drawn) -> None:
    assert ">UZB leaves<" not in drawn("--track", "treaties")
    assert ">UZB leaves<" in drawn("--select", TREATY)


def test_a_claim_that_is_selected_is_ringed(shipped_archive: Path, tmp_path: Path) -> None:
    out = [tmp_path / "plain.png", tmp_path / "ringed.png"]
    for path, line in zip(out, ((), ("--select", f"claim:{CLAIM}")), strict=True):
        assert render(shipped_archive, str(path), "--to", "1995", *line) == 0
    assert out[0].read_bytes() != out[1].read_bytes()


def test_memberships_lie_behind_the_lanes(drawn: Drawn) -> None:
    assert "CSTO, Kyrgyzstan" not in drawn()
    both = drawn("--memberships", "CSTO:KGZ", "--memberships", "csto:uzb")
    assert "CSTO, Kyrgyzstan" in both and "CSTO, Uzbekistan" in both


def test_what_was_not_known_yet_is_not_drawn(
    drawn: Drawn, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn("--known-on", "2000", "--json")
    assert json.loads(capsys.readouterr().out)["events"] < 500


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("out.gif",), "must end in"),
        (("missing/out.png",), "no folder"),
        (("out.png", "--size", "12"), "no size"),
        (("out.png", "--size", "10x10"), "too small"),
        (("out.png", "--view", "Mine"), "no saved view"),
        (("out.png", "--vector", "Mars"), "no vector"),
        (("out.png", "--select", "nobody"), "no event, claim or treaty"),
        (("out.png", "--select", f"claim:{DISPUTED}"), "no event, claim or treaty"),
        (("out.png", "--select", DISPUTED, "--to", "1994"), "does not pass"),
        (("out.png", "--select", "archigos-in-uzb-1990"), "a layer that is not shown"),
        (("out.png", "--select", TREATY, "--to", "1991"), "does not pass"),
        (("out.png", "--select", CLAIM, "--from", "2020"), "does not pass"),
        (("out.png", "--track", "none", "--track", "claims"), "cannot both"),
        (("out.png", "--track", "trade"), "is not one of"),
        (("out.png", "--memberships", "CSTO"), "is not ORGANISATION:ISO3"),
        (("out.png", "--memberships", "CSTO:MARS"), "no country"),
        (("out.png", "--memberships", "Mars:KGZ"), "no organisation"),
        (("out.png", "--memberships", "EAEU:UZB"), "No source of this archive"),
        (("out.png", *(w for m in BANDS for w in ("--memberships", m))), "At most 3"),
        (("out.png", "--known-on", "soon"), "is not a date"),
        (("folder.png",), "is a folder"),
        (("out.png", "--size", "9" * 5000 + "x1"), "no size"),
        (("x" * 300 + ".png",), "cannot be written"),
        (("pipe.png",), "no plain file"),
    ],
)
def test_what_cannot_be_painted_is_said(
    shipped_archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    assert render(shipped_archive, *line) == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert said in answer.err and answer.err.count("\n") == 1
    assert {path.name for path in tmp_path.iterdir()} == {"folder.png", "pipe.png"}
