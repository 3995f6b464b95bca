"""One file more is one line more: no file is forgotten by its folder's catalogue."""

import ast
import importlib
import re
from pathlib import Path

from source_tree import SOURCE, modules, tree_of

_MAKES_COMMAND = re.compile(r"(click\.)?(command|group)\b")


def _defines(file: Path, name: str) -> bool:
    for node in tree_of(file).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return True
    return False


def test_every_grouping_is_in_the_catalogue() -> None:
    catalogue = importlib.import_module("timeline_app.lanes.catalogue")
    files = [file for file in modules(SOURCE / "lanes") if _defines(file, "GROUPING")]
    assert files
    declared = {importlib.import_module(f"timeline_app.lanes.{f.stem}").GROUPING for f in files}
    assert declared == set(catalogue.GROUPINGS)


def test_every_kind_of_thing_one_can_write_is_in_the_catalogue() -> None:
    catalogue = importlib.import_module("timeline_app.model.written.catalogue")
    folder = SOURCE / "model" / "written"
    files = [file for file in modules(folder) if _defines(file, "KIND")]
    assert files
    declared = [importlib.import_module(f"timeline_app.model.written.{f.stem}") for f in files]
    assert {one.KIND.name for one in declared} == set(catalogue.BY_NAME)


def test_every_group_of_words_is_in_the_catalogue() -> None:
    catalogue = importlib.import_module("timeline_app.cli.catalogue")
    commands = {
        f"timeline_app.cli.{file.stem}"
        for file in modules(SOURCE / "cli")
        for node in tree_of(file).body
        if isinstance(node, ast.FunctionDef)
        and any(
            re.match(r"(click\.)?(command|group)\b", ast.unparse(d)) for d in node.decorator_list
        )
    }
    named = {entry.module for entry in catalogue.WORDS}
    assert commands - {"timeline_app.cli.frame"} <= named
    for entry in catalogue.WORDS:
        assert hasattr(importlib.import_module(entry.module), entry.command)


def test_every_pane_of_the_dock_is_in_the_catalogue() -> None:
    catalogue = importlib.import_module("timeline_app.panes.catalogue")
    keys = [pane.key for pane in catalogue.DOCK]
    assert len(set(keys)) == len(keys)
    named = {row.key for row in importlib.import_module("timeline_app.window.actions").ACTIONS}
    assert {f"dock-{key}" for key in keys} <= named


def test_every_menu_of_actions_is_in_the_table() -> None:
    table = importlib.import_module("timeline_app.window.actions").ACTIONS
    folder = SOURCE / "window" / "action_rows"
    files = [file for file in modules(folder) if _defines(file, "ROWS")]
    assert files
    for file in files:
        rows = importlib.import_module(f"timeline_app.window.action_rows.{file.stem}").ROWS
        assert set(rows) <= set(table)
