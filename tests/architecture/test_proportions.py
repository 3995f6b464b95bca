"""Files and functions that one can hold in mind; names that say what a thing is."""

import ast
import re
from pathlib import Path

from source_tree import SOURCE, modules, name_of, own_modules, tree_of

LINES_A_FILE = 400
LINES_A_FUNCTION = 60
EMPTY_NOUNS = re.compile(
    r"(^|_)(manager|handler|helpers?|utils?|service|controller|data|info|base|misc)$"
)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_long() -> None:
    long = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in own_modules()}
    assert not {name: lines for name, lines in long.items() if lines > LINES_A_FILE}


def test_no_function_is_long() -> None:
    assert not {
        f"{name_of(file)}:{node.name}": _length(node)
        for file in own_modules()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and _length(node) > LINES_A_FUNCTION
    }


def _words(file: Path) -> list[str]:
    """The file's name and those of its classes, in small letters with underscores."""
    kinds = [node.name for node in ast.walk(tree_of(file)) if isinstance(node, ast.ClassDef)]
    return [file.stem, *(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower() for kind in kinds)]


def test_names_are_nouns_of_the_field() -> None:
    words = [f"{name_of(file)}: {word}" for file in modules() for word in _words(file)]
    assert not [word for word in words if EMPTY_NOUNS.search(word)]


def test_rooms_import_nothing_by_themselves() -> None:
    assert not [name_of(file) for file in SOURCE.rglob("__init__.py") if file.stat().st_size]


def _says_help(node: ast.AST) -> bool:
    """Whether it is a word of the shell, whose help is its docstring."""
    decorators = [ast.unparse(one) for one in getattr(node, "decorator_list", [])]
    return any(re.search(r"\bcommand\(|\bgroup\(", one) for one in decorators)


def test_what_is_public_says_what_it_is_for() -> None:
    silent = []
    for file in modules():
        tree = tree_of(file)
        public: list[ast.Module | ast.ClassDef | ast.FunctionDef] = [tree] if tree.body else []
        public += [node for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)]
        for node in public:
            name = getattr(node, "name", "the file")
            if not (name.startswith("_") or ast.get_docstring(node) or _says_help(node)):
                silent.append(f"{name_of(file)}: {name}")
    assert not silent
