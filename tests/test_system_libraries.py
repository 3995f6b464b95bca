"""Where a library of the system is missing, a sentence names it and what brings it."""

import json
from pathlib import Path

import pytest

from timeline_app import system_libraries
from tools import system

DREAM = {"libdream.so.1": "libdream1", "libother.so.2": "libother2"}


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of resources of a packed program."""
    monkeypatch.setattr(system_libraries, "resources", lambda: tmp_path)
    return tmp_path / system_libraries.LIBRARIES


def test_what_is_missing_is_said_with_the_line_that_brings_it(
    packed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed.write_text(json.dumps({"picture": DREAM, "x11": {"libnone.so": "libnone"}}))
    with pytest.raises(SystemExit) as end:
        system_libraries.stop_without(["picture"])
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert "libdream.so.1, libother.so.2" in said
    assert said.rstrip().endswith("sudo apt-get install libdream1 libother2")
    assert len(said.splitlines()) == 1


def test_nothing_missing_says_nothing(packed: Path) -> None:
    packed.write_text(json.dumps({"picture": {"libc.so.6": "libc6"}}))
    system_libraries.stop_without(["picture"])


def test_a_program_that_was_not_packed_asks_for_nothing(packed: Path) -> None:
    assert not packed.exists()
    system_libraries.stop_without(["picture", "x11"])


@pytest.mark.parametrize(
    ("line", "environment", "wanted"),
    [
        ([], {"DISPLAY": ":0"}, ["picture", "x11"]),
        ([], {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["picture"]),
        (["--screenshot", "a.png"], {"DISPLAY": ":0"}, ["picture"]),
        ([], {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ["picture"]),
    ],
)
def test_a_window_wants_the_libraries_of_its_display(
    line: list[str], environment: dict[str, str], wanted: list[str]
) -> None:
    assert system_libraries.purposes(line, environment) == wanted


def test_the_list_that_is_packed_has_every_purpose() -> None:
    told = system.libraries()
    assert set(told) >= {"picture", "x11"}
    assert all(
        soname.startswith("lib") and ".so." in soname for of in told.values() for soname in of
    )
    assert "libxcb-cursor0" in told["x11"].values()
