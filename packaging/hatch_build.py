"""Puts the archive that ships into the wheel; from a source distribution it is built first."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAME = "central-asian-diplomacy.archive.sqlite"


class ArchiveHook(BuildHookInterface[Any]):
    """Hatchling's own way to add files that are made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Names the files that go in beside what is in the source tree."""
        if self.target_name != "wheel" or version == "editable":
            return
        for file in self._made():
            build_data["force_include"][str(file)] = f"timeline_app/resources/{file.name}"

    def _made(self) -> list[Path]:
        top = Path(self.root)
        archive = top / "build" / NAME
        path = {**os.environ, "PYTHONPATH": str(top / "src")}
        if not archive.is_file():
            archive.parent.mkdir(exist_ok=True)
            words = ["archive", "build", str(top / "data"), "-o", str(archive)]
            subprocess.check_call([sys.executable, "-m", "timeline_app", *words], env=path)
        overview = [sys.executable, str(top / "packaging" / "overview.py"), str(archive)]
        subprocess.check_call(overview, env=path)
        return [archive, archive.with_name(f"{NAME}.overview.json")]
