"""The folder for Windows: what is taken of the wheels, the icon, and one lock for all systems."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

from tools import debian, environment
from tools.tree import TOP
from tools.windows import folder


@pytest.mark.parametrize(
    "member",
    [
        "PySide6/__init__.py",
        "PySide6/Qt6Core.dll",
        "PySide6/QtWidgets.pyd",
        "PySide6/pyside6.abi3.dll",
        "PySide6/msvcp140_1.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/support/generate_pyi.py",
        "numpy/_core/_multiarray_umath.cp313-win_amd64.pyd",
        "click/core.py",
    ],
)
def test_what_the_program_loads_is_taken(member: str) -> None:
    assert folder.is_packed(member)


@pytest.mark.parametrize(
    "member",
    [
        "PySide6/opengl32sw.dll",
        "PySide6/designer.exe",
        "PySide6/Qt6Quick.dll",
        "PySide6/QtNetwork.pyd",
        "PySide6/pyside6qml.abi3.lib",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6/plugins/tls/qopensslbackend.dll",
        "PySide6/qml/QtQuick/qmldir",
        "PySide6/QtCore.pyi",
        "numpy/_core/tests/test_api.py",
    ],
)
def test_what_it_never_loads_is_left(member: str) -> None:
    assert not folder.is_packed(member)


def test_the_icon_is_one_that_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "timeline.ico"
    folder.write_icon(file)
    reader = QImageReader(str(file))
    assert reader.canRead(), reader.errorString()
    sizes = set()
    for n in range(reader.imageCount()):
        reader.jumpToImage(n)
        picture = reader.read()
        assert not picture.isNull()
        sizes.add(picture.width())
    assert sizes == {16, 32, 48, 256}


def test_the_times_of_files_are_those_of_the_sources(tmp_path: Path) -> None:
    (tmp_path / "of").mkdir()
    (tmp_path / "of" / "it").write_text("x")
    folder.settle_times(tmp_path)
    times = {path.stat().st_mtime for path in (tmp_path, *tmp_path.rglob("*"))}
    assert times == {debian.moment()}


def test_the_uninstaller_takes_away_what_lies_beside_python_and_program() -> None:
    script = (TOP / "packaging" / "windows" / "installer.nsi").read_text("utf-8")
    laid = re.findall(r'folder / "([\w.-]+\.\w+)"', Path(folder.__file__).read_text("utf-8"))
    assert len(laid) >= 4
    for name in (*laid, "LGPL-3.txt", "GPL-3.txt"):
        assert f'Delete "$INSTDIR\\{name}"' in script, name


def _pins(lock: Path) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE):
        pins.setdefault(name, set()).add(version)
    return pins


def test_windows_has_the_versions_that_every_system_has() -> None:
    everywhere = _pins(environment.RUN_LOCK)
    for name, versions in _pins(folder.LOCK).items():
        assert versions <= everywhere[name], name


@pytest.mark.parametrize("lock", [folder.LOCK, folder.WINE_LOCK, folder.PYTHON_LOCK])
def test_what_is_downloaded_is_known_by_its_hash(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert text.count("--hash=sha256:") >= len(_pins(lock)) > 0
