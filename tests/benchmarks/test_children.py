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
from benchmarks.rows.r04_first_open import opened_anew
from benchmarks.sittings import environment, spawned
from timeline_app.panes.event_model import COLUMNS
from timeline_app.store.build.synthetic import synthesize

ASKED = {
    "again": {"s"},
    "brush_data": {"s", "p95"},
    "brush_paint": {"s", "p95"},
    "columns": {"s"},
    "cut": {"s", "p99", "worst"},
    "frame": {"s", "pan", "blit", "fill", "drag", "drag p95", "zoom", "zoom p95"},
    "jump": {"s", "naive"},
    "keys": {"s", "p99", "worst"},
    "note": {"s", "floor", "late"},
    "refilter": {"s", "shown", "late"},
    "sort": {*(column for column, _ in COLUMNS), "late", "scroll p95"},
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


def test_a_child_that_sorts_tells_what_by(archive: Path, tmp_path: Path) -> None:
    with ours("sort", archive, tmp_path / "a.notebook.sqlite", cache=tmp_path) as child:
        child.start()
        assert list(child.told) == [column for column, _ in COLUMNS]


def test_a_frame_is_as_large_at_a_ratio_of_pixels(archive: Path, tmp_path: Path) -> None:
    said = []
    for ratio in ("1", "2"):
        notebook, env = tmp_path / f"{ratio}.notebook.sqlite", {"QT_SCALE_FACTOR": ratio}
        with ours("frame", archive, notebook, cache=tmp_path, env=env) as child:
            child.start()
            said.append(child.told)
    assert [told["ratio"] for told in said] == [1, 2]
    assert {(told["width"], told["height"]) for told in said} == {(1920, 1080)}


def test_a_new_archive_is_opened_with_an_empty_folder_each_time(
    archive: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "anew" / "kept"
    kept.mkdir(parents=True)
    figures = opened_anew(kept.parent, archive, "--tick")()
    assert figures["s"] > 0 and figures["worst"] >= figures["p99"] >= 0 and not kept.exists()


def test_a_journey_has_claims_bands_and_arcs(tmp_path: Path) -> None:
    made = tmp_path / "claims.archive.sqlite"
    synthesize(600, made, seed=4, claims=True)
    with ours("journey", made, tmp_path / "a.notebook.sqlite", cache=tmp_path) as child:
        figures = child()
    assert child.told["acts"] > 150
    assert 0 < figures["s"] <= figures["p99"] <= figures["worst"]


def test_a_journey_needs_claims(archive: Path, tmp_path: Path) -> None:
    why = pytest.raises(MissingError, match="no membership and no claim")
    with ours("journey", archive, tmp_path / "a.notebook.sqlite", cache=tmp_path) as child, why:
        child()


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
