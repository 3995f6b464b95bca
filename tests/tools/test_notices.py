"""Whose work comes along, and that nothing comes along under terms that nobody read."""

import importlib.util
import json
import re
import sys
from types import ModuleType

import pytest

from tools.tree import TOP


@pytest.fixture(scope="module")
def notices() -> ModuleType:
    spec = importlib.util.spec_from_file_location("notices", TOP / "packaging" / "notices.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["notices"] = module  # its records look their own module up
    spec.loader.exec_module(module)
    return module


def test_every_part_of_the_lock_is_named_with_a_licence(notices: ModuleType) -> None:
    lock = (TOP / "requirements.lock").read_text("utf-8")
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}
    told = {part.name.lower().replace("_", "-") for part in notices.every_part()}
    assert locked - notices.NOT_PACKED <= told
    for part in notices.every_part():
        assert part.licence
        assert part.version
        assert part.purl.startswith("pkg:")


def test_windows_has_a_python_of_its_own_and_colours(notices: ModuleType) -> None:
    here = {part.name: part.version for part in notices.every_part()}
    there = {part.name: part.version for part in notices.every_part("3.99")}
    assert there["Python"] == "3.99" != here["Python"]
    assert set(there) - set(here) <= {"colorama"}


def test_the_bill_of_materials_is_one(notices: ModuleType) -> None:
    told = json.loads(notices.as_sbom(notices.every_part()))
    assert told["bomFormat"] == "CycloneDX"
    assert {"numpy", "Qt", "Lucide"} & {one["name"] for one in told["components"]}


@pytest.mark.parametrize("licence", ["", "Proprietary", "GPL-3.0-only", "MIT AND Proprietary"])
def test_a_licence_that_nobody_read_stops_the_build(notices: ModuleType, licence: str) -> None:
    with pytest.raises(notices.UnknownLicenceError):
        notices.allowed(licence)


@pytest.mark.parametrize("licence", ["MIT", "LGPL-3.0-only OR GPL-2.0-only", "MIT AND Zlib"])
def test_one_choice_that_is_allowed_is_enough(notices: ModuleType, licence: str) -> None:
    assert notices.allowed(licence) == licence
