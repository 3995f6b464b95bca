"""Every text that a person reads is ready for translation."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from source_tree import called, modules, name_of, tree_of
from tools import texts

# What shows a text to a person, in Qt and in click.
SHOWS = {
    "QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel", "QMenu", "QPushButton",
    "QRadioButton", "addAction", "addItem", "addItems", "addMenu", "addRow", "addSection", "addTab",
    "addToolBar", "addWidgetLabel", "echo", "secho", "setAccessibleDescription",
    "setAccessibleName", "setCaption", "setDetailedText", "setFormat", "setHeaderLabels",
    "setInformativeText", "setLabelText", "setPlaceholderText", "setPrefix", "setStatusTip",
    "setSuffix", "setTabText", "setText", "setTitle", "setToolTip", "setWhatsThis",
    "setWindowTitle", "showMessage", "showText",
}  # fmt: skip
OPTIONS = {"help", "short_help", "epilog", "placeholder", "tooltip", "toolTip"}
NAMES = {"timeline-app"}  # the same in every language
TRANSLATES = {"tr": 1, "mark": 1, "trn": 2}


def _calls(file: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree_of(file)) if isinstance(node, ast.Call))


def _says_words(node: ast.expr) -> bool:
    """Whether an expression is a literal text with a word in it (a sign or a file's is none)."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    literals = [part.value for part in parts if isinstance(part, ast.Constant)]
    said = "".join(text for text in literals if isinstance(text, str)).strip()
    return said not in NAMES and any(letter.isalpha() for letter in said)


def _untranslated(file: Path) -> Iterator[str]:
    for call in _calls(file):
        shown = call.args if called(call) in SHOWS else []
        shown = [*shown, *(k.value for k in call.keywords if k.arg in OPTIONS)]
        yield from (
            f"{name_of(file)}:{call.lineno}: {ast.unparse(text)}"
            for text in shown
            if _says_words(text)
        )


def test_no_text_is_shown_past_the_catalogue() -> None:
    assert not [found for file in modules() for found in _untranslated(file)]


def test_texts_are_whole_sentences_that_a_catalogue_can_hold() -> None:
    """A text put together before `tr` sees it is in no catalogue."""
    assert not [
        f"{name_of(file)}:{call.lineno}: {ast.unparse(call)}"
        for file in modules()
        for call in _calls(file)
        for text in call.args[: TRANSLATES.get(called(call), 0)]
        if isinstance(text, ast.JoinedStr | ast.BinOp)
    ]


def _wrong_values(call: ast.Call) -> bool:
    """Whether the names in a text are not those that the call fills in."""
    n = TRANSLATES[called(call)]
    literal = [arg.value for arg in call.args[:n] if isinstance(arg, ast.Constant)]
    given = {keyword.arg for keyword in call.keywords}
    if len(literal) < n or None in given or (called(call) != "trn" and not given):
        return False
    named = {
        name.split(".")[0].split("[")[0]
        for text in literal
        for _, name, _, _ in string.Formatter().parse(str(text))
        if name is not None
    }
    return named - {"n"} != given if called(call) == "trn" else named != given


def test_the_names_in_a_text_are_those_filled_in() -> None:
    assert not [
        f"{name_of(file)}:{call.lineno}: {ast.unparse(call)}"
        for file in modules()
        for call in _calls(file)
        if called(call) in ("tr", "trn") and _wrong_values(call)
    ]


def test_the_template_is_complete() -> None:
    """`python3 dev.py words` makes it anew."""
    assert texts.TEMPLATE.read_text(encoding="utf-8") == texts.template()


def test_a_text_in_two_files_is_one_entry(tmp_path: Path) -> None:
    file = tmp_path / "spoken.py"
    file.write_text('tr("Open {name}", name=n)\ntrn("one", "{n} of them", 3)\ntr(word)\n')
    assert list(texts.of_file(file)) == [("Open {name}", None), ("one", "{n} of them")]
