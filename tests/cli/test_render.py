"""`timeline-app render`: pictures of what passes, and a sentence for what cannot be painted."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from timeline_app.cli.frame import run


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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("out.gif",), "must end in"),
        (("missing/out.png",), "no folder"),
        (("out.png", "--size", "12"), "no size"),
        (("out.png", "--size", "10x10"), "too small"),
        (("out.png", "--view", "Mine"), "no saved view"),
        (("out.png", "--vector", "Mars"), "no vector"),
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
