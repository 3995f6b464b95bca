"""Every page of a notebook damaged in every way: refused, harmless or named, and salvaged."""

import random
from collections.abc import Callable
from pathlib import Path

from timeline_app.model.archive_findings import OK
from timeline_app.store.notebook import Notebook
from timeline_app.store.notebook_check import check
from timeline_app.store.notebook_contents import Contents
from timeline_app.store.salvage import salvage
from timeline_app.store.store_error import StoreError
from tools.survival.scenes import NOTEBOOK, begun
from tools.survival.stage import clear, stage
from tools.survival.verdict import Ledger, Verdict

PAGE = 4096
_NOTES = 150
Damage = Callable[[bytearray, int, random.Random], None]


def _zeros(whole: bytearray, at: int, chance: random.Random) -> None:
    whole[at : at + PAGE] = bytes(PAGE)


def _ones(whole: bytearray, at: int, chance: random.Random) -> None:
    whole[at : at + PAGE] = b"\xff" * PAGE


def _noise(whole: bytearray, at: int, chance: random.Random) -> None:
    whole[at : at + PAGE] = chance.randbytes(PAGE)


def _a_bit(whole: bytearray, at: int, chance: random.Random) -> None:
    whole[at + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)


def _a_sector(whole: bytearray, at: int, chance: random.Random) -> None:
    sector = at + 512 * chance.randrange(PAGE // 512)
    whole[sector : sector + 512] = chance.choice((bytes(512), chance.randbytes(512)))


def _another(whole: bytearray, at: int, chance: random.Random) -> None:
    other = PAGE * chance.randrange(len(whole) // PAGE)
    whole[at : at + PAGE] = whole[other : other + PAGE]


def _cut_off(whole: bytearray, at: int, chance: random.Random) -> None:
    del whole[at + chance.choice((0, chance.randrange(PAGE))) :]


DAMAGES: tuple[Damage, ...] = (_zeros, _ones, _noise, _a_bit, _a_sector, _another, _cut_off)


def strike(ledger: Ledger, rounds: int, seed: int = 0) -> None:
    """Goes on until the ledger holds so many damages, page by page, each kind in turn."""
    with stage() as folder:
        clear(folder)
        contents = begun(folder, _NOTES)
        whole = (folder / NOTEBOOK).read_bytes()
        pages = len(whole) // PAGE
        for n in range(ledger.rounds(), rounds):
            damage = DAMAGES[n // pages % len(DAMAGES)]
            spoilt = bytearray(whole)
            damage(spoilt, n % pages * PAGE, random.Random(seed * 1_000_003 + n))
            (folder / NOTEBOOK).write_bytes(spoilt)
            verdict = _verdict(folder / NOTEBOOK, contents, same=bytes(spoilt) == whole)
            ledger.write(verdict, what=f"page {damage.__name__.strip('_')}", seed=n)


def _verdict(path: Path, sound: Contents, *, same: bool) -> Verdict:
    """Bad is what changes silently, what is invented, and what is lost without its name, or without
    a word on the missing part of a file that is cut off."""
    known = {act.id: act for act in sound.acts}
    found = check(path)
    refused = found.status != OK
    half = int(not refused and _read(path) != sound)
    lost = 0
    if not same:
        saved = salvage(path)
        half += any(known.get(act.id) != act for act in saved.contents.acts)
        missing = known.keys() - {act.id for act in saved.contents.acts}
        lost = 0 if saved.cut else len(missing - set(saved.lost))
    return Verdict(len(known), lost, half, faults=int(refused))


def _read(path: Path) -> Contents | None:
    try:
        with Notebook.open(path) as notebook:
            return notebook.contents()
    except StoreError:
        return None
