"""The first sittings of somebody who has just installed the program: what the table of a proof has
one after the other, the same for every package."""

import time
from pathlib import Path

from tools.proof.screen import until
from tools.proof.sitter import Sitter
from tools.proof.table import Table
from tools.tree import Stop

TEXT = "A first note"


def picture_without_display(sitter: Sitter, keep: Path) -> str:
    """The opening view and a picture of ten years, painted where there is no display."""
    at = f"/tmp/view-of-{sitter.person.uid}.png"
    said = sitter.say("--screenshot", at, "--size", "1280x800", QT_QPA_PLATFORM="offscreen")
    inside = sitter.chroot.inside(at)
    if said.returncode or not inside.is_file():
        raise Stop(f"exit code {said.returncode}: {said.stderr}")
    keep.parent.mkdir(parents=True, exist_ok=True)
    keep.write_bytes(inside.read_bytes())
    rendered = f"/tmp/ten-years-of-{sitter.person.uid}.png"
    sitter.ask("render", rendered, "--from", "2010", "--to", "2020", "--size", "1280x800")
    if not sitter.chroot.inside(rendered).is_file():
        raise Stop("render leaves no picture")
    events = sitter.ask("archive", "info")["counts"]["events"]
    if events < 100:
        raise Stop(f"only {events} events are in the archive that ships")
    return f"{events} events, {said.stdout.strip()}"


def first_sitting(sitter: Sitter, table: Table, since: float, keep: Path) -> None:
    """Opened, brushed by a true drag, written on by keys, closed; `since` is when the installation
    began."""

    def brushed() -> str:
        first = sitter.open()
        seen_s = time.monotonic() - since
        target = sitter.brush_and_note(TEXT)
        sitter.screen.picture(keep)
        if not target.startswith("period:"):
            raise Stop(f"the note is on {target}, not on the brushed period")
        noted_s = time.monotonic() - since
        return (
            f"window {first:.2f} s after the command; {seen_s:.1f} s after the installation began,"
            f" first note {noted_s:.1f} s ({target})"
        )

    table.step("first start, brush, note", brushed)
    table.step("close", sitter.close)


def second_sitting(sitter: Sitter) -> str:
    """The note is there again, and undo reaches it."""
    first = sitter.open()
    sitter.settle()
    sitter.screen.key("ctrl+z")
    until(lambda: TEXT not in sitter.notes(), "undo by its key did not reach the note", 20)
    sitter.screen.key("ctrl+shift+z")
    until(lambda: TEXT in sitter.notes(), "redo by its key did not bring the note back", 20)
    sitter.close()
    return f"window {first:.2f} s after the command"


def double_click(sitter: Sitter, keep: Path) -> str:
    """An archive and a notebook by the desktop's own way of opening files: an archive starts the
    program, a second one and a notebook go into the window that is open."""
    archives = [f"{sitter.person.home}/of mine {n}.archive.sqlite" for n in (1, 2)]
    notebook = f"{sitter.person.home}/hers.notebook.sqlite"
    for n, archive in enumerate(archives):
        words = ("archive", "synthesize", "200", "-o", archive, "--seed", str(n))
        if sitter.say(*words).returncode:
            raise Stop("an archive could not be made")
    sitter.ask("note", "add", "--target", "period:2014", "--text", "Hers", "--notebook", notebook)
    opening = ["env", "XDG_CURRENT_DESKTOP=GNOME", "xdg-open"]
    sitter.run_beside([*opening, archives[0]])
    until(sitter.screen.windows, f"a double click opens nothing: {sitter.said()}")
    time.sleep(4)
    window = sitter.screen.windows()
    for file in (archives[1], notebook):
        sitter.run_beside([*opening, file])
        time.sleep(4)
    sitter.screen.picture(keep)
    if sitter.screen.windows() != window:
        raise Stop("a second file has a window of its own")
    sitter.screen.key("ctrl+q")
    until(lambda: not sitter.screen.windows(), "the window does not close")
    time.sleep(1)
    kept = sitter.settings()
    if (kept["archive"], kept["notebook"]) != (archives[1], notebook):
        raise Stop(f"not opened: {kept['archive']}, {kept['notebook']}")
    return "an archive starts it; a second archive and a notebook go into its window"


def two_at_once(one: Sitter, other: Sitter) -> str:
    """Two users have the program open, each with notes of their own."""
    one.open()
    one.settle()
    other.open()
    other.settle()
    for sitter, text in ((one, "of one"), (other, "of the other")):
        sitter.ask("note", "add", "--target", "period:2015", "--text", text)
    if "of one" in other.notes() or "of the other" in one.notes():
        raise Stop("a note went to somebody else")
    other.close()
    one.close()
    return "each with their own notes"
