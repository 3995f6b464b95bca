"""What an installed system gets, laid out from a packed folder that stands in for the real one."""

import configparser
import gzip
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from timeline_app.store import notebook_schema, schema
from timeline_app.window.start import DESKTOP_ID
from tools import debian, tarball
from tools.tree import BUILD, Stop

NAME = debian.NAME
LINUX = debian.LINUX


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    folder = tmp_path / "packed"
    (folder / "_internal").mkdir(parents=True)
    (folder / "timeline-app").write_text("#!/bin/sh\necho started\n")
    (folder / "timeline-app").chmod(0o755)
    (folder / "_internal" / "part").write_text("a part")
    return folder


@pytest.fixture(autouse=True)
def own_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "BUILD", tmp_path / "build")
    monkeypatch.setattr(tarball, "BUILD", tmp_path / "build")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert BUILD != debian.BUILD


def test_an_installed_system_has_all_its_parts(packed: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    debian.stage(packed, root)
    command = root / "usr/bin/timeline-app"
    assert f"exec /usr/lib/{NAME}/timeline-app" in command.read_text()
    assert os.access(command, os.X_OK)
    sizes = {file.parents[1].name for file in (root / debian.HICOLOR).rglob("*.png")}
    assert {"16x16", "48x48", "256x256", "512x512"} <= sizes
    manual = gzip.decompress((root / "usr/share/man/man1/timeline-app.1.gz").read_bytes()).decode()
    assert "\nnote add\n" in manual.replace(".B ", "")
    for place in debian.SHELLS.values():
        assert "_TIMELINE_APP_COMPLETE" in (root / place).read_text()
    notices = (root / "usr/share/doc" / NAME / "third-party-notices.txt").read_text()
    assert "LGPL-3.0-only" in notices
    assert "SIL OPEN FONT LICENSE" in notices.upper()


def test_the_entry_of_the_menu_is_that_of_the_window() -> None:
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    entry.read(LINUX / f"{NAME}.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    assert NAME == DESKTOP_ID == said["StartupWMClass"] == said["Icon"]
    for language in ("ru", "kk"):
        assert said[f"Name[{language}]"] != said["Name"]
        assert said[f"Comment[{language}]"] != said["Comment"]


def test_file_types_are_told_by_the_headers_that_are_written() -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    types = ElementTree.parse(LINUX / f"{NAME}.xml").getroot().findall(f"{space}mime-type")
    ids = {
        kind.attrib["type"].rsplit("-", 1)[1]: kind.find(f".//{space}match/{space}match")
        for kind in types
    }
    for name, number in (
        ("archive", schema.APPLICATION_ID),
        ("notebook", notebook_schema.APPLICATION_ID),
    ):
        match = ids[name]
        assert match is not None
        assert match.attrib["offset"] == "68"
        assert match.attrib["value"].encode() == number.to_bytes(4, "big")


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="only Debian's own tool makes a .deb")
def test_twice_made_it_is_the_same(packed: Path, tmp_path: Path) -> None:
    one = debian.build(packed, tmp_path / "one").read_bytes()
    assert debian.build(packed, tmp_path / "two").read_bytes() == one
    asked = ["dpkg-deb", "--field", str(next((tmp_path / "one").iterdir()))]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert f"Version: {debian.version()}" in told
    assert "libxcb-cursor0" in told


def test_the_tarball_installs_and_is_taken_away_again(packed: Path, tmp_path: Path) -> None:
    made = tarball.build(packed, tmp_path / "out")
    assert tarball.build(packed, tmp_path / "again").read_bytes() == made.read_bytes()
    tarball.unpack(made, tmp_path / "unpacked")
    (top,) = (tmp_path / "unpacked").iterdir()
    home = tmp_path / "a home · Үй's"
    notebook = home / ".local/share" / NAME / "mine.notebook.sqlite"
    notebook.parent.mkdir(parents=True)
    notebook.write_text("notes")
    plain = {"HOME": str(home), "PATH": os.environ["PATH"]}

    def run(*words: str | Path) -> str:
        told = subprocess.run(
            [str(word) for word in words], env=plain, capture_output=True, text=True, check=True
        )
        return told.stdout

    assert "is installed" in run("sh", top / "install.sh")
    assert run(home / ".local/bin/timeline-app") == "started\n"
    entry = (home / ".local/share/applications" / f"{NAME}.desktop").read_text()
    assert f'Exec="{home}/.local/opt/{NAME}/timeline-app" %f' in entry
    run("sh", top / "install.sh")  # over an older one
    assert "stay" in run("sh", home / ".local/opt" / NAME / "install.sh", "--uninstall")
    left = [file for file in home.rglob("*") if file.is_file()]
    indexes = [file for file in left if "mime" in file.parts or file.name == "mimeinfo.cache"]
    assert [file for file in left if file not in indexes] == [notebook]


def test_the_component_is_of_this_version() -> None:
    told = ElementTree.parse(LINUX / f"{NAME}.metainfo.xml").getroot()
    release = told.find("releases/release")
    assert release is not None
    assert release.attrib["version"] == debian.version()
    assert told.findtext("launchable") == f"{NAME}.desktop"


def test_what_comes_along_unasked_stops_the_build(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "LARGEST", 1000)
    with pytest.raises(Stop, match="unasked"):
        debian.build(packed, tmp_path / "out")
