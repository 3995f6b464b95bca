"""Failing well: each start either goes on or says in a sentence what to do."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.chroot import Person
from tools.proof.sitter import Sitter
from tools.tree import Stop


def without_libraries(sitter: Sitter) -> str:
    """Unpacked on a system that lacks everything Qt needs: a picture is refused by a sentence that
    names what to install, and the shell's words work all the same."""
    said = sitter.say("--screenshot", "/tmp/none.png")
    _in_words(said, "apt-get install")
    sitter.ask("archive", "info")
    return said.stderr.strip()


KAZAKH = ("Қаңғу", "Әһіөү")
"""Two words of equal length of the letters that Russian lacks: without them in any font both are
the same row of boxes."""


def without_fonts(sitter: Sitter, pictures: Path) -> str:
    """Where no font is installed, Kazakh is written in the one that ships: the same word makes the
    same picture, another word another."""
    one, other = KAZAKH
    # Debian's fontconfig brings a font with it; other systems do not.
    fonts = sitter.chroot.inside("/usr/share/fonts")
    aside = fonts.rename(fonts.with_name("fonts aside"))
    try:
        painted = [_word_painted(sitter, word) for word in (one, one, other)]
    finally:
        aside.rename(fonts)
    (pictures / "kazakh.png").write_bytes(painted[0])
    if painted[0] != painted[1]:
        raise Stop("the same word makes two pictures")
    if painted[0] == painted[2]:
        raise Stop("Kazakh letters are boxes")
    return "Kazakh letters are told apart where the system has no font at all"


def _word_painted(sitter: Sitter, word: str) -> bytes:
    """A picture of the window with an event of one's own that is called so."""
    notebook, at = f"{sitter.person.home}/letters.notebook.sqlite", "/tmp/letters.png"
    sitter.chroot.inside(notebook).unlink(missing_ok=True)
    words = ("own-event", "add", "--title", word, "--date", "2014-05-29", "--notebook", notebook)
    sitter.ask(*words)
    shot = ("--screenshot", at, "--size", "1280x800", "--notebook", notebook)
    said = sitter.say(*shot, QT_QPA_PLATFORM="offscreen")
    if said.returncode:
        raise Stop(said.stderr)
    return sitter.chroot.inside(at).read_bytes()


def on_a_full_disk(sitter: Sitter) -> str:
    """A note that finds no room is refused, one that is there stays."""
    with _home_on(sitter.person, sitter, "size=4m") as home:
        sitter.ask("note", "add", "--target", "period:2014", "--text", "while there is room")
        _fill(home)
        said = sitter.say("note", "add", "--target", "period:2014", "--text", "x" * 100_000)
        _in_words(said, "make room")
        if list(sitter.notes()) != ["while there is room"]:
            raise Stop("what was written before is not there")
        sitter.open()
        sitter.settle()
        sitter.close()
        return said.stderr.strip().splitlines()[-1]


def on_a_disk_that_is_full_from_the_first(sitter: Sitter) -> str:
    """Nothing can be kept, not even settings: the window opens, and a note is written once there
    is room."""
    with _home_on(sitter.person, sitter, "size=1m") as home:
        filler = _fill(home)
        sitter.open()
        sitter.settle()
        sitter.close()
        said = sitter.say("note", "add", "--target", "period:2014", "--text", "no room")
        _in_words(said, "make room")
        filler.unlink()
        sitter.ask("note", "add", "--target", "period:2014", "--text", "with room")
        if list(sitter.notes()) != ["with room"]:
            raise Stop("what was refused is there, or what was written is not")
        return said.stderr.strip().splitlines()[-1]


def _fill(home: Path) -> Path:
    """Takes all the room there is; returns the file to remove."""
    filler = home / "filler"
    try:
        with filler.open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
    except OSError:
        return filler
    raise Stop("the disk does not get full")


def in_a_read_only_home(sitter: Sitter) -> str:
    """No folder for notebooks is there, nor can it be made: the window opens; a note is refused."""
    with _home_on(sitter.person, sitter, "size=4m") as home:
        subprocess.check_call(["mount", "-o", "remount,ro", str(home)])
        said = sitter.say("note", "add", "--target", "period:2014", "--text", "nowhere")
        _in_words(said, "notebook")
        sitter.open()
        sitter.settle()
        sitter.close()
        return said.stderr.strip()


def with_settings_of_a_newer_version(sitter: Sitter) -> str:
    """What is not understood counts for nothing, and nothing breaks."""
    folder = sitter.place("config")
    kept = (folder / "settings.json").read_text()
    newer = {**json.loads(kept), "version": 99, "theme": {"hue": 3}, "panes": [1, 2], "wheel": 7}
    (folder / "settings.json").write_text(json.dumps(newer))
    sitter.open()
    sitter.settle()
    sitter.close()
    again = sitter.settings()
    (folder / "settings.json").write_text(kept)
    return f"theme {again['theme']}, wheel {again['wheel']}"


def at_each_density(sitter: Sitter) -> str:
    """A screen at 100 to 300 %."""
    sizes = []
    for percent in (100, 150, 200, 300):
        scale = {"QT_SCALE_FACTOR": str(percent / 100), "QT_QPA_PLATFORM": "offscreen"}
        at = f"/tmp/at-{percent}-of-{sitter.person.uid}.png"
        said = sitter.say("--screenshot", at, "--size", "1280x800", **scale)
        if said.returncode:
            raise Stop(f"{percent} %: {said.stderr}")
        header = sitter.chroot.inside(at).read_bytes()[16:24]
        size = int.from_bytes(header[:4]), int.from_bytes(header[4:])
        if size != (1280 * percent // 100, 800 * percent // 100):
            raise Stop(f"{percent} % is painted as {size}")
        sizes.append(f"{size[0]}x{size[1]}")
    return ", ".join(sizes)


def _in_words(said: "subprocess.CompletedProcess[str]", naming: str) -> None:
    """It was refused by a sentence, or by two where two things could not be done."""
    lines = said.stderr.strip().splitlines()
    whole = all(line.endswith(".") or naming in line for line in lines)
    if said.returncode not in (1, 2) or len(lines) not in (1, 2) or not whole:
        raise Stop(f"exit code {said.returncode}, not in words: {said.stderr}")


@contextmanager
def _home_on(person: Person, sitter: Sitter, how: str) -> Iterator[Path]:
    """The user's home on a disk of its own, for a while."""
    home = sitter.chroot.inside(person.home)
    owner = f"uid={person.uid},gid={person.uid},mode=0700"
    subprocess.check_call(["mount", "-t", "tmpfs", "-o", f"{how},{owner}", "tmpfs", str(home)])
    try:
        yield home
    finally:
        sitter.end()
        subprocess.check_call(["umount", "-l", str(home)])
