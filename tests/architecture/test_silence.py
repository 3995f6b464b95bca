"""Nothing is silenced without a reason beside it, and faults of ours are not swallowed."""

import ast
import re
from collections.abc import Iterator

from source_tree import modules, name_of, own_modules, tree_of

# The edges where a fault of ours is caught: the shell's, the window's one hook, a job's.
EDGES = {
    "src/timeline_app/cli/frame.py",
    "src/timeline_app/window/fault_hook.py",
    "src/timeline_app/window/worker.py",
}
COMMENT_REACHES = 5  # lines: a block of imports has one reason
# In pieces, so that this file is not among the lines that it finds.
_SILENCER = re.compile("#" + r"\s*(noqa|type: ignore|pragma: no cover)")
_WITH_REASON = re.compile("#" + r"\s*(noqa: [A-Z0-9, ]+|type: ignore\[[a-z\-, ]+\])\s*[-#—(,]\s*\w")


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether it only tidies up and raises what it caught again."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _catches() -> Iterator[tuple[str, str]]:
    """Where what is caught, as the source says it; nothing for a bare except."""
    for file in modules():
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.ExceptHandler) and not _passes_on(node):
                yield name_of(file), ast.unparse(node.type) if node.type else ""


def test_only_an_edge_catches_everything() -> None:
    everything = re.compile(r"^$|\b(Base)?Exception\b")
    assert not [at for at, caught in _catches() if everything.search(caught) and at not in EDGES]


def _silenced(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that silence something and say why neither themselves nor in a comment above."""
    for n, line in enumerate(lines):
        above = [near.lstrip()[:1] for near in lines[max(0, n - COMMENT_REACHES) : n]]
        if _SILENCER.search(line) and not _WITH_REASON.search(line) and "#" not in above:
            yield n + 1, line.strip()


def test_a_silenced_line_says_why() -> None:
    assert not [
        f"{name_of(file)}:{n}: {line}"
        for file in own_modules()
        for n, line in _silenced(file.read_text("utf-8").splitlines())
    ]


def test_the_program_does_not_sleep() -> None:
    assert not [
        name_of(file)
        for file in modules()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("time.sleep", "sleep")
    ]
