"""The words of `dev.py`: each sets up what it needs, does one thing and returns an exit code."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tools import compiled, display, edition, environment, peers, system
from tools.tree import BUILD, PYTHON, SCRIPTS, TOP, Command, Stop, call, tell

OPENING_VIEW = BUILD / "opening-view.png"
# A picture is the same in every locale, and Qt has none to complain of.
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}


class Act(NamedTuple):
    """A word of `dev.py`, what it does, and how."""

    word: str
    what: str
    do: Callable[[list[str]], int]


def _set_up_to_run() -> None:
    system.ensure(system.RUN)
    environment.ensure(environment.RUN_LOCK)


def _set_up_to_work() -> None:
    system.ensure(system.RUN)
    environment.ensure(environment.DEV_LOCK)


def asks_for_window(args: Sequence[str]) -> bool:
    """Whether `timeline-app ARGS` opens a window: no words, an option or a file come first."""
    if "--screenshot" in args:
        return False
    first = args[0] if args else "-"
    return first.startswith("-") or not first.isalpha() or Path(first).exists()


def run(args: list[str]) -> int:
    """Opens the program on the shipped archive; paints it to a file where there is no display."""
    _set_up_to_run()
    compiled.compile_source()
    edition.ensure()
    app: Command = [PYTHON, "-m", "timeline_app", *args]
    here = Path.cwd()  # where the reader typed the names of files
    if display.is_there():
        return call(app, where=here)
    if not asks_for_window(args):
        return call(app, _OFFSCREEN, here)
    tell(f"there is no display here, so the opening view is painted to {OPENING_VIEW}")
    return call([*app, "--screenshot", OPENING_VIEW, "--size", "1440x900"], _OFFSCREEN, here)


def build(args: list[str]) -> int:
    """Builds the shipped archive."""
    _set_up_to_run()
    print(f"{edition.ensure()} (report: {edition.REPORT})")
    return 0


def check(args: list[str]) -> int:
    """Runs every check that needs no test, all of them even where one fails."""
    _set_up_to_work()
    checks: tuple[Command, ...] = (
        [SCRIPTS / "ruff", "format", "--check", "."],
        [SCRIPTS / "ruff", "check", "."],
        [SCRIPTS / "mypy"],
        [SCRIPTS / "lint-imports"],
    )
    return max(call(one) for one in checks)


def test(args: list[str]) -> int:
    """Runs the checks and all tests, or pytest with the given words alone."""
    system.ensure(system.TEST)
    environment.ensure(environment.DEV_LOCK)
    edition.ensure()
    pytest: Command = [PYTHON, "-m", "pytest"]
    if args:
        return call([*pytest, *args])
    checked = check([])
    return call([*pytest, "-n", str(min(4, os.cpu_count() or 1))]) or checked


def lock(args: list[str]) -> int:
    """Writes the locks anew."""
    from tools import locks  # noqa: PLC0415 - the other words must not wait for it

    _set_up_to_work()
    locks.make(upgrade="--upgrade" in args)
    return 0


def bench(args: list[str]) -> int:
    """Runs the benchmarks beside whatever they are compared with."""
    _set_up_to_work()
    compiled.compile_source()
    edition.ensure()
    peers.ensure()
    return call([PYTHON, "-m", "benchmarks", *args])


def fuzz(args: list[str]) -> int:
    """Tries files that were spoilt by chance, or hands, from where the ledger ends."""
    _set_up_to_work()
    return call([PYTHON, "-m", "sweeps", *args], {"PYTHONPATH": str(TOP / "src")})


def calibrate(args: list[str]) -> int:
    """Tries the analysis on made worlds whose truth is known, and writes `docs/methods.md`."""
    _set_up_to_work()
    return call([PYTHON, "-m", "calibration", *args], {"PYTHONPATH": str(TOP / "src")})


def question(args: list[str]) -> int:
    """Works the question through again and writes `docs/the-question.md`."""
    from tools import question  # noqa: PLC0415 - as above

    _set_up_to_run()
    edition.ensure()
    return question.main()


def screenshots(args: list[str]) -> int:
    """Paints the opening view, light and dark, small and large; --keep: the README's two."""
    _set_up_to_run()
    edition.ensure()
    keep = "--keep" in args
    folder = TOP / "docs" / "pictures" if keep else BUILD / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for size in ("1440x900",) if keep else ("1280x800", "2560x1440"):
        for theme in ("light", "dark"):
            picture = folder / (f"opening-{theme}.png" if keep else f"opening-{theme}-{size}.png")
            words: Command = ["--screenshot", picture, "--size", size, "--theme", theme]
            code = call([PYTHON, "-m", "timeline_app", *words], _OFFSCREEN)
            if code:
                return code
            print(picture)
    return 0


def data(args: list[str]) -> int:
    """Compares `data/` with another folder of its form, or takes that over."""
    _set_up_to_run()
    return call([PYTHON, "-m", "tools.data_folder", *args])


def package(args: list[str]) -> int:
    """Packs the program, here or (--clean) on a bare system; --prove tries what was packed."""
    from tools import package  # noqa: PLC0415 - as above

    if "--clean" in args:
        from tools import clean_build  # noqa: PLC0415 - as above

        return clean_build.build(args)
    if "--prove" in args:
        from tools import proof  # noqa: PLC0415 - as above

        return proof.prove(args)
    _set_up_to_work()
    edition.ensure()
    if "--windows" in args or "--wine" in args:
        from tools.windows import folder, wine  # noqa: PLC0415 - as above

        if "--wine" in args:
            return wine.smoke()
        print(folder.build())
        return 0
    for file in package.make_all(args):
        print(file)
    return 0


def words(args: list[str]) -> int:
    """Writes the template of all texts anew."""
    from tools import texts  # noqa: PLC0415 - as above

    print(texts.write())
    return 0


def bare(args: list[str]) -> int:
    """Tries the README's two commands on bare systems."""
    from tools.bare import sweep  # noqa: PLC0415 - as above

    return sweep(args)


def survive(args: list[str]) -> int:
    """Strikes notebooks again and again, and adds up what came of it."""
    _set_up_to_work()
    return call([PYTHON, "-m", "tools.survival", *args])


ACTS = (
    Act("run", "set up, then open the program; words after -- go to it", run),
    Act("test", "set up, then check and test; words after -- go to pytest instead", test),
    Act("check", "format, lint, types and import contracts", check),
    Act("build", "build the shipped archive from data/", build),
    Act("bench", "measure the program beside its peers, which are installed first", bench),
    Act("fuzz", "try files spoilt by chance, or `hands` on a window; --cases N, --status", fuzz),
    Act(
        "calibrate",
        "try the analysis on made worlds; writes docs/methods.md (--short: prints)",
        calibrate,
    ),
    Act("question", "work the archive's question through; writes docs/the-question.md", question),
    Act(
        "screenshots",
        "paint the opening view into build/ (--keep: into docs/pictures)",
        screenshots,
    ),
    Act(
        "package",
        "pack into dist/; --clean [--twice] [--older]: on a bare Debian 12; --prove: try it",
        package,
    ),
    Act("data", "diff FOLDER: how data/ differs from it; take FOLDER: take it over", data),
    Act("lock", "write the locks anew (--upgrade: with the newest versions)", lock),
    Act("words", "gather the texts of the source for those who translate", words),
    Act(
        "survive", "strike notebooks again and again: kill, power, fault, room, ... (slow)", survive
    ),
    Act("bare", "try `run` and `test` in a fresh clone on bare systems (slow; root)", bare),
)


def _parser() -> argparse.ArgumentParser:
    words = "\n".join(f"  {act.word:12} {act.what}" for act in ACTS)
    parser = argparse.ArgumentParser(
        prog="dev.py",
        usage="python3 dev.py WORD [-- ARGUMENTS]",
        description=f"Every act of a contributor. Each word sets up what it needs.\n\n{words}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("word", choices=[act.word for act in ACTS], metavar="WORD")
    return parser


def main(argv: list[str]) -> int:
    """Does one act and returns its exit code; 2 where the machine lacks something."""
    word = _parser().parse_args(argv[:1]).word
    rest = [*argv[1:]]
    if rest[:1] == ["--"]:
        rest = rest[1:]
    try:
        return next(act.do(rest) for act in ACTS if act.word == word)
    except Stop as stop:
        tell(str(stop))
        return stop.code
    except KeyboardInterrupt:
        return 130
