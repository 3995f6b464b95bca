"""Short forms of the rigs of `python3 dev.py survive`, and that each sees what it should."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tools.survival import crowd, faults, kills, pages, power, room, trace
from tools.survival.disk import Change, Disk, apply
from tools.survival.scenes import NOTEBOOK, SCENES
from tools.survival.stage import judge, prepare, stage
from tools.survival.trace import calls
from tools.survival.verdict import Ledger, Verdict
from tools.tree import Stop

needs_strace = pytest.mark.skipif(not trace.is_there(), reason="no strace, or no right to use it")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger.jsonl")


def sums(ledger: Ledger) -> Verdict:
    counts = ledger.totals().values()
    names = ("acknowledged", "lost", "half", "unopened", "crashed", "faults")
    return Verdict(**{name: sum(count[name] for count in counts) for name in names})


def test_nothing_is_lost_to_kill_9(ledger: Ledger) -> None:
    kills.strike(ledger, 4 * len(SCENES))
    assert ledger.bad() == [] and sums(ledger).acknowledged > 40


@needs_strace
def test_nothing_is_lost_to_power_cuts(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(power, "CUTS", 25)
    power.strike(ledger, 25 * len(SCENES))
    assert ledger.bad() == [] and sums(ledger).acknowledged > 100


@needs_strace
@pytest.mark.parametrize("synchronous", ["OFF", "FULL"])
def test_power_cuts_do_harm_a_careless_notebook(ledger: Ledger, synchronous: str) -> None:
    power.strike(ledger, 200, synchronous=synchronous)
    assert sums(ledger).lost > 0
    assert (sums(ledger).unopened > 0) == (synchronous == "OFF")


@needs_strace
def test_nothing_is_lost_where_calls_fail(ledger: Ledger) -> None:
    faults.strike(ledger, 2 * len(SCENES))
    assert ledger.bad() == []


def test_nothing_is_lost_on_a_full_disk(ledger: Ledger) -> None:
    try:
        room.strike(ledger, 2 * len(SCENES))
    except Stop as stop:
        pytest.skip(str(stop))
    assert ledger.bad() == [] and sums(ledger).faults > 0


def test_nothing_is_lost_in_a_crowd(ledger: Ledger) -> None:
    crowd.strike(ledger, 1)
    assert ledger.bad() == [] and sums(ledger).acknowledged > 30


def test_no_page_is_damaged_in_silence(ledger: Ledger) -> None:
    pages.strike(ledger, 40)
    assert ledger.bad() == [] and sums(ledger).faults > 30


def test_a_sweep_goes_on_where_it_was_broken_off(ledger: Ledger) -> None:
    pages.strike(ledger, 3)
    with ledger.path.open("a") as file:
        file.write('{"what": "cut sho')
    assert ledger.rounds() == 3
    ledger.path.write_text(ledger.path.read_text().rpartition("\n")[0] + "\n")
    pages.strike(ledger, 5)
    assert [count["rounds"] for count in ledger.totals().values()] == [5]


def _lose_an_act(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM act WHERE id = (SELECT max(id) FROM act)")
        connection.commit()


def _spoil_an_act(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE act SET label = 'x' WHERE id = (SELECT max(id) FROM act)")
        connection.commit()


@pytest.mark.parametrize(
    ("strike", "name"),
    [
        (_lose_an_act, "lost"),
        (_spoil_an_act, "half"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "unopened"),
        (Path.unlink, "lost"),
    ],
)
def test_the_judge_is_not_blind(strike: Callable[[Path], object], name: str) -> None:
    with stage() as folder:
        before = prepare("join", folder)
        strike(folder / NOTEBOOK)
        assert getattr(judge("join", folder, before, []), name) > 0


def test_an_act_that_was_told_and_is_not_there_is_lost() -> None:
    with stage() as folder:
        before = prepare("backup", folder)
        told = ["ack 0000-never", "ack backup 20260101T000000000Z-1-asked.notebook.sqlite"]
        assert judge("backup", folder, before, told).lost == 2
        assert judge("backup", folder, before, [], code=1).crashed == 1


def line(name: str, *words: object, answer: int = 0) -> str:
    said = ", ".join(
        '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"'
        if isinstance(word, bytes)
        else str(word)
        for word in words
    )
    return f"{name}({said}) = {answer}"


def test_a_disk_keeps_what_was_synced_and_perhaps_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    old, new = os.fsencode(folder / "old"), os.fsencode(folder / "new")
    (folder / "old").write_bytes(b"aaaa")
    played = [
        line("openat", "AT_FDCWD", os.fsencode(folder), "O_RDONLY", answer=3),
        line("openat", "AT_FDCWD", new, "O_RDWR|O_CREAT", "0644", answer=4),
        line("pwrite64", 4, b"synced", 6, 0, answer=6),
        line("fdatasync", 4),
        line("fsync", 3),
        line("pwrite64", 4, b"later", 5, 6, answer=5),
        line("unlink", old),
        line("write", 1, b"ack done\n", 9, answer=9),
        line("openat", "AT_FDCWD", b"/elsewhere", "O_RDONLY", answer=5),
    ]
    disk = Disk(folder)
    followed = [disk.follow(call) for call in calls(played)]
    assert followed == [True] * 8 + [False] and disk.said == ["ack done"]
    found = {
        (left.get(folder / "old"), left[folder / "new"])
        for left in (
            {Path(path): content for path, content in disk.after_power_cut(Random(n)).items()}
            for n in range(200)
        )
    }
    assert found == {(a, b) for a in (b"aaaa", None) for b in (b"synced", b"syncedlater")}


def test_changes_lengthen_and_shorten() -> None:
    content = bytearray(b"ab")
    apply(content, Change(4, b"ef"))
    assert content == b"ab\0\0ef"
    apply(content, Change(1, None))
    apply(content, Change(3, None))
    assert content == b"a\0\0"
