"""What is prepared for other systems says the same as the rest of the tree."""

import plistlib
import re
from pathlib import Path

import pytest

from timeline_app.version import VERSION
from tools import tarball
from tools.tree import TOP

PACKAGING = TOP / "packaging"


def test_the_bundle_for_macos_is_of_this_version() -> None:
    with (PACKAGING / "macos" / "Info.plist").open("rb") as file:
        told = plistlib.load(file)
    assert told["CFBundleShortVersionString"] == VERSION
    declared = {kind["UTTypeIdentifier"] for kind in told["UTExportedTypeDeclarations"]}
    (opened,) = told["CFBundleDocumentTypes"]
    assert set(opened["LSItemContentTypes"]) == declared


@pytest.mark.parametrize(
    "file",
    [
        "macos/make.sh",
        "macos/timeline-app.spec",
        "appimage/make.sh",
        "flatpak/invalid.central_asia_timeline.timeline.yml",
    ],
)
def test_what_nobody_tried_says_so(file: str) -> None:
    assert "Untried" in (PACKAGING / file).read_text("utf-8")


def test_all_that_the_installer_writes_is_taken_away_again() -> None:
    script = (PACKAGING / "windows" / "installer.nsi").read_text("utf-8")
    install, uninstall = script.split('Section "Uninstall"')
    written = set(re.findall(r'(?:File|CreateShortCut) .*?"(\$SMPROGRAMS[^"]+)"', install))
    assert written
    assert all(f'Delete "{file}"' in uninstall for file in written)
    for key in ("${UNINSTALL}", "Software\\${ID}", "${CLASSES}\\${ID}.File"):
        assert f'DeleteRegKey HKCU "{key}"' in uninstall


@pytest.mark.parametrize("length", [0, 1, 9, 10, 35])
def test_a_file_pressed_in_pieces_is_the_file(
    length: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import lzma

    monkeypatch.setattr(tarball, "PIECE", 10)
    plain, made = tmp_path / "plain", tmp_path / "made.xz"
    plain.write_bytes(bytes(range(length)))
    tarball.press(plain, made)
    assert (
        lzma.decompress(made.read_bytes()) if length else made.read_bytes()
    ) == plain.read_bytes()
