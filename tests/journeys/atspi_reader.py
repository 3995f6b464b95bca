"""Reads the window as a screen reader would; run by the system's Python, which has AT-SPI.

Speaks JSON lines: {"name": regex or null, "role": role or null, "limit": n, "showing": bool} in;
a list of {"name", "role", "text", "box": [x, y, w, h], "states"} out.
"""

import json
import re
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 (the version must be named first)

PATIENCE_MS = 30_000
# What a newer AT-SPI (Debian 13's) calls otherwise than the older one, whose name is told.
OLDER_NAME = {"button": "push button"}


def text_of(node: Any) -> str:
    try:
        length = Atspi.Text.get_character_count(node)
        return str(Atspi.Text.get_text(node, 0, min(length, 4000))) if length else ""
    except GLib.Error:
        return ""


def box_of(node: Any) -> list[int]:
    try:
        area = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
        return [area.x, area.y, area.width, area.height]
    except GLib.Error:
        return [0, 0, 0, 0]


def role_of(node: Any) -> str:
    """The role's name, the same whichever AT-SPI there is."""
    name = str(node.get_role_name())
    return OLDER_NAME.get(name, name)


def told(node: Any) -> dict[str, Any]:
    states = node.get_state_set()
    wanted = {
        "showing": Atspi.StateType.SHOWING,
        "checked": Atspi.StateType.CHECKED,
        "focused": Atspi.StateType.FOCUSED,
        "selected": Atspi.StateType.SELECTED,
        "enabled": Atspi.StateType.ENABLED,
    }
    return {
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "role": role_of(node),
        "text": text_of(node),
        "box": box_of(node),
        "states": [word for word, state in wanted.items() if states.contains(state)],
    }


def search(node: Any, ask: dict[str, Any], found: list[dict[str, Any]], depth: int = 0) -> None:
    if len(found) >= ask.get("limit", 50) or depth > 30:
        return
    try:
        name = node.get_name() or ""
        role = role_of(node)
        fits = (ask.get("role") in (None, role)) and (
            ask.get("name") is None or re.search(ask["name"], name)
        )
        if fits and ask.get("showing"):
            fits = node.get_state_set().contains(Atspi.StateType.SHOWING)
        if fits:
            found.append(told(node))
        # A long list is read as far as it is shown, not a thousand rows over the bus; who asks for
        # something else than its cells needs its headings at most.
        most = 600 if role != "table" or ask.get("role") == "table cell" else 20
        for i in range(min(node.get_child_count(), most)):
            child = node.get_child_at_index(i)
            if child is not None:
                search(child, ask, found, depth + 1)
    except GLib.Error:
        return


def answer(ask: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for i in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(i)
        if app is None:
            continue
        app.clear_cache()
        search(app, ask, found)
    return found


def main() -> None:
    Atspi.init()
    # By itself the bus gives an answer 0.8 s, and what comes later is taken for not there.
    Atspi.set_timeout(PATIENCE_MS, PATIENCE_MS)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
