"""Imports point down, and no room stands outside the rule."""

import subprocess
import sys
import tomllib
from pathlib import Path

from source_tree import SOURCE, TOP

# Modules beside the rooms that every floor may use; they import nothing of ours but `places`.
GROUND = {"fault_log", "version"}


def _settings() -> dict[str, list[dict[str, list[str]]]]:
    whole = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    settings: dict[str, list[dict[str, list[str]]]] = whole["tool"]["importlinter"]
    return settings


def test_the_contracts_are_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run([lint, "--no-cache"], cwd=TOP, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout


def test_every_room_has_its_floor() -> None:
    layers = _settings()["contracts"][0]["layers"]
    named = {room.strip(" ()") for layer in layers for room in layer.split("|")}
    rooms = {file.stem for file in SOURCE.glob("*.py") if file.stem != "__init__"}
    rooms |= {folder.parent.name for folder in SOURCE.glob("*/__init__.py")}
    assert rooms - GROUND <= named
