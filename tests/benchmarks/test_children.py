"""Every child answers on a small archive: what it drives of the program is still there.

No time is judged; a child that cannot find what it measures ends with a sentence.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.child import Child, homes, ours, plain_peer
from benchmarks.row import MissingError
from benchmarks.sittings import environment, spawned
from timeline_app.store.build.synthetic import synthesize

ASKED = {
    "brush_data": {"s", "p95"},
    "brush_paint": {"s", "p95"},
    "columns": {"s"},
    "frame": {"s", "pan", "blit", "fill"},
    "jump": {"s", "naive"},
    "keys": {"s", "p99", "worst"},
    "note": {"s", "floor", "late"},
    "refilter": {"s", "late"},
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.archive.sqlite"
    synthesize(400, path, seed=4)
    return path


@pytest.mark.parametrize("name", ASKED)
def test_a_child_of_ours_takes_a_turn(name: str, archive: Path, tmp_path: Path) -> None:
    notebook = tmp_path / "a.notebook.sqlite"
    with ours(name, archive, notebook, cache=tmp_path) as child:
        figures = child()
    assert ASKED[name] <= figures.keys() and min(figures.values()) >= 0


@pytest.mark.parametrize("how", ["scatter", "bars"])
def test_pyqtgraphs_items_take_a_turn(how: str, archive: Path, tmp_path: Path) -> None:
    with ours("pyqtgraph_items", archive, how, cache=tmp_path) as child:
        assert child()["s"] > 0


@pytest.mark.parametrize("how", ["like", "bm25"])
def test_plain_sql_takes_a_turn(how: str, archive: Path) -> None:
    with plain_peer("search_sql", archive, how) as child:
        assert child().keys() >= {"s", "p99"}


def test_the_program_says_when_it_stood_and_when_it_was_loaded(
    archive: Path, tmp_path: Path
) -> None:
    figures = spawned("sitting.py", str(archive), "--tick", env=environment(tmp_path))()
    assert 0 < figures["first"] < figures["loaded"]
    assert figures["peak"] > figures["columns"] > 0 and figures["worst"] >= figures["p95"] >= 0
    assert spawned("bare_window.py", env=environment(tmp_path))()["first"] > 0


def test_nothing_of_the_program_is_loaded_before_it_begins(tmp_path: Path) -> None:
    tried = (
        "import sys; sys.argv = ['sitting.py', 'x']; sys.path.insert(0, 'benchmarks/children');"
        "import sitting; print([m for m in sys.modules if m.startswith(('timeline', 'PySide6'))])"
    )
    env = {**os.environ, **homes(tmp_path)}
    assert subprocess.check_output([sys.executable, "-c", tried], env=env).strip() == b"[]"


def test_a_child_says_why_it_cannot(tmp_path: Path) -> None:
    alone = [sys.executable, "-m", "benchmarks.children.columns"]
    why = pytest.raises(MissingError, match="ended with 1: IndexError")
    with Child(alone, homes(tmp_path)) as child, why:
        child()
