"""The shell, driven in this process; what must be shown of the real command is run as one."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from timeline_app import places
from timeline_app.cli.frame import run


@dataclass(frozen=True)
class Answer:
    """What a line of the shell came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Shell = Callable[..., Answer]


@pytest.fixture(scope="session", autouse=True)
def application(qapp: object) -> None:
    """A picture in a file needs less of Qt than a window does; made first, that little would kill
    the tests of windows that come later in the same process."""


@pytest.fixture
def shell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Shell:
    """`shell("note", "list", stdin="...")`: code, output and error; the user's folders are new."""
    for place in ("user_data", "user_cache", "user_settings"):
        folder = tmp_path / "home" / place
        monkeypatch.setattr(places, place, lambda folder=folder: folder)

    def say(*line: object, stdin: str = "") -> Answer:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run([str(word) for word in line])
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return say
